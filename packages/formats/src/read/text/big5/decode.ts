import { BIG5_ROWS } from '../../../generated/big5.ts'

const FIRST_LEAD = 0x81
const TRAILS = 157
const UNITS_AT_ONCE = 0x2000

/** Codes of two characters (Encoding Standard, 12.1.1): pointer to Ê̄, Ê̌, ê̄, ê̌. */
const PAIRS: Readonly<Record<number, [number, number]>> = {
  1133: [0xca, 0x304],
  1135: [0xca, 0x30c],
  1164: [0xea, 0x304],
  1166: [0xea, 0x30c],
}

let table: Uint32Array | undefined

/** Code points by pointer; 0 where there is none. */
function codePoints(): Uint32Array {
  if (table) return table
  table = new Uint32Array(BIG5_ROWS.length * TRAILS)
  let pointer = 0
  for (const row of BIG5_ROWS) {
    for (const character of row) table[pointer++] = character === '.' ? 0 : (character.codePointAt(0) as number)
  }
  return table
}

/** The pointer of two bytes (Encoding Standard, 12.1.1); -1 where they are no pair. */
function pointerOf(lead: number, trail: number | undefined): number {
  if (lead < FIRST_LEAD || lead === 0xff || trail === undefined) return -1
  const isLow = trail >= 0x40 && trail <= 0x7e
  if (!isLow && (trail < 0xa1 || trail === 0xff)) return -1
  return (lead - FIRST_LEAD) * TRAILS + trail - (isLow ? 0x40 : 0x62)
}

/** How many bytes the character at `at` takes: more than 0 when it is whole, less than 0 when that many are invalid. */
export function stepBig5(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number
  if (lead < 0x80) return 1
  if (lead === 0x80 || lead === 0xff) return -1
  const trail = bytes[at + 1]
  const pointer = pointerOf(lead, trail)
  if (pointer !== -1 && (codePoints()[pointer] !== 0 || pointer in PAIRS)) return 2
  return trail === undefined || trail < 0x80 ? -1 : -2
}

/** The text of Big5 bytes as browsers read it, with U+FFFD for what is invalid. */
export function decodeBig5(bytes: Uint8Array): string {
  const table = codePoints()
  const units = new Uint16Array(UNITS_AT_ONCE + 2)
  let text = ''
  let count = 0
  for (let at = 0; at < bytes.length; ) {
    const step = stepBig5(bytes, at)
    const lead = bytes[at] as number
    if (step === 1) units[count++] = lead
    else if (step < 0) units[count++] = 0xfffd
    else {
      const pointer = pointerOf(lead, bytes[at + 1])
      const code = table[pointer] as number
      const pair = code === 0 ? PAIRS[pointer] : code > 0xffff ? surrogates(code) : undefined
      units[count++] = pair ? pair[0] : code
      if (pair) units[count++] = pair[1]
    }
    at += Math.abs(step)
    if (count < UNITS_AT_ONCE) continue
    text += String.fromCharCode(...units.subarray(0, count))
    count = 0
  }
  return text + String.fromCharCode(...units.subarray(0, count))
}

/** Whether all bytes mean something. */
export function isBig5(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const step = stepBig5(bytes, at)
    if (step < 0) return false
    at += step
  }
  return true
}

function surrogates(code: number): [number, number] {
  return [0xd7c0 + (code >> 10), 0xdc00 + (code & 0x3ff)]
}
