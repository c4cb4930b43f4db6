import { simplified, traditional } from '../generated/fold.ts'

/** Marks that stand for the same thing in the two scripts or widths, beside FF01–FF5E, which are ASCII made wide. */
const MARKS: Record<string, string> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\t': ' ',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '﹕': ':',
  '︰': ':',
  '∶': ':',
  '﹐': ',',
  '﹔': ';',
  '﹗': '!',
  '﹖': '?',
  '﹙': '(',
  '﹚': ')',
  '〔': '(',
  '〕': ')',
  '〖': '【',
  '〗': '】',
  '﹡': '*',
  '―': '—',
  '─': '—',
  〇: '零',
}

let table: Uint16Array | undefined

/**
 * What each UTF-16 code unit is folded to: traditional to simplified character by character, wide to narrow,
 * corner brackets to quotation marks. One unit becomes one unit, so that offsets hold.
 */
export function foldTable(): Uint16Array {
  if (table) return table
  table = new Uint16Array(0x10000)
  for (let code = 0; code < table.length; code++) table[code] = code
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0
  for (let i = 0; i < traditional.length; i++) table[traditional.charCodeAt(i)] = simplified.charCodeAt(i)
  for (const [mark, plain] of Object.entries(MARKS)) table[mark.charCodeAt(0)] = plain.charCodeAt(0)
  return table
}

/** The text of the code units from `start` up to `end` with script and width folded, the same length. */
export function foldUnits(units: Uint16Array, start = 0, end = units.length): string {
  const to = foldTable()
  let folded = ''
  for (let from = start; from < end; from += CHUNK) {
    const length = Math.min(CHUNK, end - from)
    const codes = bufferOf(length)
    for (let i = 0; i < length; i++) codes[i] = to[units[from + i] as number] as number
    folded += String.fromCharCode.apply(null, codes)
  }
  return folded
}

const CHUNK = 4096
const chunk = new Array<number>(CHUNK).fill(0)
/** Buffers of code units by their length: the head of every line is folded, and most heads are of the same length. */
const buffers: number[][] = []

function bufferOf(length: number): number[] {
  if (length === CHUNK) return chunk
  if (length > KEPT_LENGTH) return new Array<number>(length).fill(0)
  buffers[length] ??= new Array<number>(length).fill(0)
  return buffers[length]
}

const KEPT_LENGTH = 512

/**
 * The text from `start` up to `end` (UTF-16 offsets) with script and width folded, the same length.
 * Rules are written once, in simplified characters and narrow marks, and looked for in folded text.
 */
export function fold(text: string, start = 0, end = text.length): string {
  const to = foldTable()
  let folded = ''
  for (let from = start; from < end; from += CHUNK) {
    const length = Math.min(CHUNK, end - from)
    const codes = bufferOf(length)
    for (let i = 0; i < length; i++) codes[i] = to[text.charCodeAt(from + i)] as number
    folded += String.fromCharCode.apply(null, codes)
  }
  return folded
}
