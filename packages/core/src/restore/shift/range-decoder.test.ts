import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf } from './range-decoder.ts'

test('base64 becomes the bytes that were written', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect([...bytesOf(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes])
    }),
  )
})
