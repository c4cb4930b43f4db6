import { holes } from '../generated/cp936.ts'

/** The two-byte codes of CP936 beside the UTF-16 code units they stand for. */
export interface Cp936 {
  /** The code unit of a two-byte code (lead × 256 + trail); 0 where the pair vanishes. */
  toUnit: Uint16Array
  /** The two-byte code of a code unit; 0 where it has none. ASCII is one byte and has none either. */
  toCode: Uint16Array
}

let table: Cp936 | undefined

/**
 * The table, made on first use: the pairs of the platform's GBK decoder less those CP936 leaves unassigned,
 * on which decoders differ.
 */
export function cp936(): Cp936 {
  if (table) return table
  const toUnit = new Uint16Array(0x10000)
  const toCode = new Uint16Array(0x10000)
  const bytes = new Uint8Array(190 * 2)
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    let length = 0
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      bytes[length++] = lead
      bytes[length++] = trail
    }
    const units = decoder.decode(bytes)
    if (units.length !== 190) throw new Error('This platform decodes GBK in another way than core knows.')
    for (let i = 0; i < 190; i++) toUnit[(lead << 8) | (bytes[2 * i + 1] as number)] = units.charCodeAt(i)
  }
  for (const [first, last] of holes) toUnit.fill(0, first, last + 1)
  for (let code = 0x8140; code <= 0xfefe; code++) {
    const unit = toUnit[code] as number
    if (unit === 0xfffd) toUnit[code] = 0
    else if (unit !== 0 && toCode[unit] === 0) toCode[unit] = code
  }
  table = { toUnit, toCode }
  return table
}

/** Whether a byte can open a two-byte code. */
export function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe
}

/** Whether a byte can close a two-byte code. */
export function isTrail(byte: number): boolean {
  return byte >= 0x40 && byte !== 0x7f && byte <= 0xfe
}
