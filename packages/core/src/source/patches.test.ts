import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, undo } from './edits.ts'
import { createOffsetMap } from './offset-map.ts'
import {
  applyPatches,
  composePatches,
  filterPatches,
  fromEdits,
  type Grounds,
  mergePatches,
  noPatches,
  type Patches,
  pushPatch,
  toEdits,
} from './patches.ts'

const RUNS = { numRuns: 10_000 }
const certain: Grounds = { rule: 'gloss', certainty: 'certain' }
const likely: Grounds = { rule: 'shift', certainty: 'likely', evidence: { readings: 2, margin: 3 } }

/** Any UTF-16: lone surrogates, NULs and line ends among it. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...'業企,(\n\r\u0000', '\ud800', '\udc00', '😀'), fc.string({ unit: 'binary' })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''))

/** Patches on a text of `length` code units: gaps and widths, walked from left to right. */
const steps = fc.array(
  fc.record({
    gap: fc.nat(4),
    width: fc.integer({ min: 1, max: 4 }),
    replacement: fc.constantFrom('', '業', '為經', '，', 'abcde', '\ud800'),
    grounds: fc.constantFrom(certain, likely),
  }),
  { maxLength: 12 },
)
type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never

function patchesOn(length: number, walk: Steps): Patches {
  const patches = noPatches()
  let at = 0
  for (const { gap, width, replacement, grounds } of walk) {
    const start = at + gap
    if (start + width > length) break
    pushPatch(patches, start, start + width, replacement, grounds)
    at = start + width
  }
  return patches
}

function isInOrder({ count, starts, ends }: Patches): boolean {
  for (let i = 0; i < count; i++) {
    if ((starts[i] as number) >= (ends[i] as number)) return false
    if (i > 0 && (starts[i] as number) < (ends[i - 1] as number)) return false
  }
  return true
}

test('composed patches do what both lists do, one after the other', () => {
  fc.assert(
    fc.property(anyText, steps, steps, (source, one, two) => {
      const first = patchesOn(source.length, one)
      const middle = applyPatches(source, first)
      const second = patchesOn(middle.length, two)
      const composed = composePatches(source, first, second)
      expect(applyPatches(source, composed)).toBe(applyPatches(middle, second))
      expect(isInOrder(composed)).toBe(true)
    }),
    RUNS,
  )
})

test('patches that overlap compose into one, on the less certain grounds', () => {
  // 變?yōu)  →  變為經  →  變為业
  const first = noPatches()
  pushPatch(first, 1, 6, '為經', certain)
  const second = noPatches()
  pushPatch(second, 2, 3, '业', likely)
  const composed = composePatches('變?yōu)', first, second)
  expect(toEdits('變?yōu)', composed)).toMatchObject([
    {
      original: '?yōu)',
      replacement: '為业',
      rule: 'shift',
      certainty: 'likely',
      evidence: { readings: 2, margin: 3 },
    },
  ])
})

test('patches that only touch stay apart', () => {
  // 業(yè),  →  業,  →  業，
  const first = noPatches()
  pushPatch(first, 1, 5, '', certain)
  const second = noPatches()
  pushPatch(second, 1, 2, '，', likely)
  const edits = toEdits('業(yè),', composePatches('業(yè),', first, second))
  expect(edits.map(({ original, replacement }) => [original, replacement])).toEqual([
    ['(yè)', ''],
    [',', '，'],
  ])
})

test('merged patches keep the one that starts first where two meet', () => {
  const a = noPatches()
  pushPatch(a, 0, 2, 'x', certain)
  pushPatch(a, 6, 7, 'z', certain)
  const b = noPatches()
  pushPatch(b, 1, 3, 'no', likely)
  pushPatch(b, 3, 4, 'y', likely)
  const merged = mergePatches(a, b)
  expect(applyPatches('01234567', merged)).toBe('x2y45z7')
  expect(isInOrder(merged)).toBe(true)
})

test('merging disjoint patches is applying both', () => {
  fc.assert(
    fc.property(anyText, steps, fc.array(fc.boolean()), (source, walk, sides) => {
      const all = patchesOn(source.length, walk)
      const a = filterPatches(all, (i) => sides[i] === true)
      const b = filterPatches(all, (i) => sides[i] !== true)
      expect(applyPatches(source, mergePatches(a, b))).toBe(applyPatches(source, all))
    }),
    RUNS,
  )
})

test('undo takes every edit back, code unit for code unit', () => {
  fc.assert(
    fc.property(anyText, steps, (source, walk) => {
      const patches = patchesOn(source.length, walk)
      const edits = toEdits(source, patches)
      const text = applyEdits(source, edits)
      expect(text).toBe(applyPatches(source, patches))
      expect(undo(text, edits)).toBe(source)
      expect(toEdits(source, fromEdits(edits))).toEqual(edits)
      for (const { position, original } of edits) {
        expect(source.slice(position.start.offset, position.end.offset)).toBe(original)
      }
    }),
    RUNS,
  )
})

test('many patches, far apart or close together, give the same text', () => {
  const source = '企業(yè)家,😀\ud800'.repeat(300)
  for (const step of [9, 9 * 60]) {
    const patches = noPatches()
    let expected = source
    for (let at = 2; at < source.length; at += step) pushPatch(patches, at, at + 4, '', certain)
    for (let i = patches.count - 1; i >= 0; i--) {
      expected = expected.slice(0, patches.starts[i]) + expected.slice(patches.ends[i])
    }
    expect(applyPatches(source, patches)).toBe(expected)
  }
})

test('undo refuses a text that the edits did not make', () => {
  const edits = toEdits('同志們:', patchesFrom(3, 4, '：'))
  expect(undo('同志們：', edits)).toBe('同志們:')
  expect(() => undo('同志們。', edits)).toThrow(/line 1, column 4/)
})

function patchesFrom(start: number, end: number, replacement: string): Patches {
  const patches = noPatches()
  pushPatch(patches, start, end, replacement, certain)
  return patches
}

test('the offset map never turns back, and leads back outside of edits', () => {
  fc.assert(
    fc.property(anyText, steps, (source, walk) => {
      const patches = patchesOn(source.length, walk)
      const text = applyPatches(source, patches)
      const map = createOffsetMap(patches)
      const restored = Array.from({ length: text.length + 1 }, (_, i) => i)
      const original = Array.from({ length: source.length + 1 }, (_, i) => i)
      expect(isSorted(restored.map(map.toSourceStart))).toBe(true)
      expect(isSorted(restored.map(map.toSourceEnd))).toBe(true)
      expect(isSorted(original.map(map.toRestored))).toBe(true)
      expect(map.toSourceStart(0)).toBe(0)
      expect(map.toSourceEnd(text.length)).toBe(source.length)
      expect(map.toRestored(source.length)).toBe(text.length)
      for (const at of original.filter((at) => !isInEdit(patches, at))) {
        const there = map.toRestored(at)
        expect(map.toSourceStart(there)).toBeLessThanOrEqual(at)
        expect(map.toSourceEnd(there)).toBeGreaterThanOrEqual(at)
        expect(map.toRestored(map.toSourceStart(there))).toBe(there)
        expect(map.toRestored(map.toSourceEnd(there))).toBe(there)
      }
    }),
    RUNS,
  )
})

test('what stands untouched in the restored text is what the map finds in the source', () => {
  const source = '企業(yè)家,農(nóng)民'
  const patches = noPatches()
  pushPatch(patches, 2, 6, '', certain)
  pushPatch(patches, 7, 8, '，', certain)
  pushPatch(patches, 9, 15, '', certain)
  const map = createOffsetMap(patches)
  // 企業家，農民: 家 is at 2 in the restored text and at 6 in the source.
  expect(map.toSourceStart(2)).toBe(2)
  expect(map.toSourceEnd(2)).toBe(6)
  expect(map.toSourceStart(3)).toBe(7)
  expect(map.toSourceEnd(6)).toBe(source.length)
  expect(map.toRestored(6)).toBe(2)
})

function isInEdit({ count, starts, ends }: Patches, at: number): boolean {
  for (let i = 0; i < count; i++) if ((starts[i] as number) < at && at < (ends[i] as number)) return true
  return false
}

function isSorted(values: number[]): boolean {
  return values.every((value, i) => i === 0 || (values[i - 1] as number) <= value)
}
