import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { findInvalidBytes } from '../invalid.ts'
import { decodeBig5, isBig5 } from './decode.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

describe('Big5', () => {
  test('every pair of bytes is read as the Encoding Standard says (by iconv-lite, which has its table)', () => {
    let valid = 0
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail > 0x7e && trail < 0xa1) continue
        const expected = iconv.decode(Buffer.from([lead, trail]), 'big5')
        if (expected.includes('\ufffd')) {
          expect(isBig5(bytes(lead, trail))).toBe(false)
          continue
        }
        valid++
        expect(decodeBig5(bytes(lead, trail))).toBe(expected)
        expect(isBig5(bytes(lead, trail))).toBe(true)
      }
    }
    expect(valid).toBe(18_594)
  })

  test.each([
    ['ASCII', bytes(0x41, 0x0a), 'A\n', 0],
    ['a character beyond the BMP', bytes(0x87, 0x45), '\u{27267}', 0],
    ['a code of two characters', bytes(0x88, 0x62), '\u00ca\u0304', 0],
    ['a lead byte at the end', bytes(0xa4), '\ufffd', 1],
    ['a lead byte before ASCII, which stands', bytes(0xa4, 0x21), '\ufffd!', 1],
    ['a code that means nothing: its ASCII stands', bytes(0x81, 0x41), '\ufffdA', 1],
    ['a code that means nothing, beyond ASCII', bytes(0x81, 0xa1), '\ufffd', 2],
    ['bytes that begin nothing', bytes(0x80, 0xff, 0x41), '\ufffd\ufffdA', 2],
  ])('%s', (_, input, text, invalid) => {
    expect(decodeBig5(input)).toBe(text)
    expect(findInvalidBytes(input, 'big5')?.count ?? 0).toBe(invalid)
  })

  test('a long text is read whole', () => {
    const text = '修渠三里，種樹兩千棵。\n'.repeat(5000)
    expect(decodeBig5(iconv.encode(text, 'big5'))).toBe(text)
  })
})
