import { decodeBig5 } from './big5/decode.ts'
import { isFrequent } from './frequent.ts'

/**
 * How much a text looks like a Chinese page, as points per character. Bytes read in the wrong encoding still
 * give characters, but hardly ever common ones.
 */
export function plausibility(text: string): number {
  if (text === '') return 0
  const common = commonHanzi()
  let points = 0
  for (let at = 0; at < text.length; at++) points += pointsOf(text.charCodeAt(at), common)
  return points / text.length
}

function pointsOf(code: number, common: Uint8Array): number {
  if (code < 0x80) return isControl(code) ? -4 : 0.5
  if (code >= 0x4e00 && code <= 0x9fff) return common[code] as number
  if (isChinesePunctuation(code)) return 2
  if (code < 0xa0 || code === 0xfffd || (code >= 0xd800 && code <= 0xf8ff)) return -4
  if (code < 0x0530 || (code >= 0x2000 && code < 0x2500) || (code >= 0x3040 && code < 0x3130)) return 0
  return -2
}

/** Whether a code is a control character that no text holds: all but tab, line ends and form feed. */
export function isControl(code: number): boolean {
  return code === 0x7f || (code < 0x20 && (code < 9 || code > 13))
}

function isChinesePunctuation(code: number): boolean {
  if (code >= 0x3000 && code <= 0x3017) return true
  if (code >= 0xff01 && code <= 0xff5e) return true
  return code === 0x2014 || code === 0x2018 || code === 0x2019 || code === 0x201c || code === 0x201d || code === 0x2026
}

let table: Uint8Array | undefined

/** Where the standards keep the hanzi that make up nearly all of any modern text: first and last lead byte. */
const COMMON_ROWS = [
  { encoding: 'gbk', leads: [0xb0, 0xd7], trails: [0xa1, 0xfe] },
  { encoding: 'big5', leads: [0xa4, 0xc6], trails: [0x40, 0x7e] },
  { encoding: 'big5', leads: [0xa4, 0xc5], trails: [0xa1, 0xfe] },
] as const

/** The hanzi of GB 2312 level 1 (3,755 simplified) and Big5 level 1 (5,401 traditional), by code: 4 points for frequent ones, 2 for the rest. */
function commonHanzi(): Uint8Array {
  if (table) return table
  table = new Uint8Array(0x10000)
  for (const { encoding, leads, trails } of COMMON_ROWS) {
    const pairs: number[] = []
    for (let lead = leads[0]; lead <= leads[1]; lead++) {
      for (let trail = trails[0]; trail <= trails[1]; trail++) pairs.push(lead, trail)
    }
    const bytes = new Uint8Array(pairs)
    const hanzi = encoding === 'big5' ? decodeBig5(bytes) : new TextDecoder(encoding).decode(bytes)
    for (let at = 0; at < hanzi.length; at++) {
      const code = hanzi.charCodeAt(at)
      table[code] = isFrequent(code) ? 4 : 2
    }
  }
  table[0xfffd] = 0
  return table
}

/** Whether a text holds common hanzi and nothing else. */
export function isAllCommonHanzi(text: string): boolean {
  const common = commonHanzi()
  for (let at = 0; at < text.length; at++) if (common[text.charCodeAt(at)] === 0) return false
  return text !== ''
}
