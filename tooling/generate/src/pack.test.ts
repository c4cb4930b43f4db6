import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unpack } from '../../../packages/core/src/source/unpack.ts'
import { pack } from './pack.ts'

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code))
/** What a quoted text of JavaScript says. */
const quoted = (text: string): string => text.replaceAll('\\\\', '\\')

test('characters near each other become one sign of ASCII each', () => {
  expect(pack(['一', '丁', '丂'])).toBe('一33')
})

test('what is packed is unpacked as it was', () => {
  fc.assert(
    fc.property(fc.array(han), (chars) => {
      expect(unpack(quoted(pack(chars)))).toBe(chars.join(''))
    }),
  )
})

test('no packed text ends the quotes it stands between', () => {
  fc.assert(
    fc.property(fc.array(han), (chars) => {
      expect(pack(chars)).not.toContain("'")
    }),
  )
})
