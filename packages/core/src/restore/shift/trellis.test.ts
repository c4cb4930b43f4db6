import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTrellis, HOPELESS, prune, pushReading, WHOLE } from './trellis.ts'

const scores = fc.array(fc.oneof(fc.integer({ min: -30, max: 0 }), fc.double({ min: -30, max: 0, noNaN: true })), {
  maxLength: 80,
})

test('pruning keeps the best, best first, those that are alike as they came, and none that is hopeless', () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 30 }), (list, most) => {
      const trellis = createTrellis()
      const readings = list.map((score) => pushReading(trellis, -1, 0, 0, WHOLE, 0, 0, score, 0))
      const best = Math.max(...list)
      const wanted = [...readings]
        .sort((a, b) => (list[b] as number) - (list[a] as number) || a - b)
        .filter((h) => (list[h] as number) > best - HOPELESS)
        .slice(0, most)
      expect(prune(trellis, readings, most)).toEqual(wanted)
    }),
  )
})

test('a trellis grows, and keeps what it held', () => {
  const trellis = createTrellis()
  for (let i = 0; i < 10_000; i++) pushReading(trellis, i - 1, i & 0xffff, i, -(i & 0xff), i & 0x1ff, -1, -i / 3, i & 7)
  for (const i of [0, 4095, 4096, 9999]) {
    expect([trellis.parent[i], trellis.unit[i], trellis.token[i], trellis.score[i]]).toEqual([i - 1, i, i, -i / 3])
    expect([trellis.pend[i], trellis.prev[i], trellis.flags[i]]).toEqual([-(i & 0xff) + 0, i & 0x1ff, i & 7])
  }
})
