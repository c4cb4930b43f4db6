import { matchAddress } from './constructs/address.ts'
import { type Line, makeLine } from './line.ts'

/**
 * Sites tell their readers which masked names to put back, and glue that to the salutation:
 *
 *     (把“×老師”換成你們的班主任)敬愛的×老師:
 *     ^                        ^
 */
const TITLED = /^【[^【】。,;!?]{2,40}】 *(?=[^ ])/
const INSTRUCTION = /^\([^()]{0,40}(?:换成|改成|改为|替换|填上|填写|换为)[^()]{0,40}\)(?=.)/

/** Gives an instruction, or a title in 【】, at the head of a line a line of its own. */
export function splitInstructions(text: string, lines: readonly Line[]): Line[] {
  const result: Line[] = []
  for (const line of lines) {
    const border = line.start + gluedLength(line.head)
    if (border === line.start) result.push(line)
    else
      result.push(
        makeLine(text, line.from, trimBack(text, border), line.embedded),
        makeLine(text, border, line.to, true),
      )
  }
  return result
}

/** Units of what is glued to the front of a line: an instruction, or a title in brackets before an address. */
function gluedLength(head: string): number {
  if (head.startsWith('(')) return INSTRUCTION.exec(head)?.[0].length ?? 0
  if (!head.startsWith('【')) return 0
  const length = TITLED.exec(head)?.[0].length ?? 0
  return length > 0 && matchAddress(head.slice(length))?.mark === ':' ? length : 0
}

function trimBack(text: string, end: number): number {
  let at = end
  while (text[at - 1] === ' ' || text[at - 1] === '\u3000') at--
  return at
}
