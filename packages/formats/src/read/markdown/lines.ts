import { decodeHTML } from 'entities'

/** A piece of a line, and where it begins in what the file says. */
export interface Piece {
  text: string
  offset: number
}

/** How far a character is looked for behind marks that are not shown: quotation marks, indents, backticks. */
const FARTHEST = 200

/**
 * The lines of a text, each in pieces that run side by side with what the file says, `raw`: escapes, references and
 * what stands before the lines of a quotation are not shown.
 *
 *     20\*\*年 &amp; 明年
 *       ^             two pieces: 20, **年 & 明年 is cut once more at the reference
 */
export function linesOf(text: string, raw: string): Piece[][] {
  const lines: Piece[][] = [[]]
  let at = 0
  let end = -1
  const add = (char: string, offset: number, length: number) => {
    const line = lines.at(-1) as Piece[]
    const piece = line.at(-1)
    if (piece && end === offset) piece.text += char
    else line.push({ text: char, offset })
    at = offset + length
    end = length === char.length ? at : -1
  }
  for (let index = 0; index < text.length; ) {
    const char = text[index] as string
    if (char === '\n') {
      const next = raw.indexOf('\n', at)
      if (next !== -1) at = next + 1
      end = -1
      lines.push([])
      index++
    } else if (raw[at] === char) {
      add(char, at, 1)
      index++
    } else if (raw[at] === '&') {
      const reference = /^&#?\w{1,32};/.exec(raw.slice(at, at + 40))?.[0] ?? '&'
      const shown = decodeHTML(reference)
      add(text.slice(index, index + shown.length), at, reference.length)
      index += shown.length
    } else {
      const found = raw.slice(at, at + FARTHEST).indexOf(char)
      add(char, found === -1 ? at : at + found, found === -1 ? 0 : 1)
      index++
    }
  }
  return lines
}
