import { expect, test } from 'vitest'
import type { Run } from './document.ts'
import { placeLateGlyphs } from './late-glyphs.ts'

const run = (text: string, x: number, width: number): Run => ({ text, x, y: 0, width, size: 12, isLevel: true })
const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

test.each([
  ['in the gap of a run', [run('(l ng)', 0, 30), run('ǐ', 8, 4), run(' ', 12, 18), run('导', 30, 12)], '(lǐng)导'],
  [
    'in a gap of its own',
    [run('(ch', 0, 15), run(' ', 15, 8), run(')', 23, 4), run('ǔ', 15, 8), run(' ', 23, 4), run('工', 27, 12)],
    '(chǔ)工',
  ],
  ['in the nearer of two gaps', [run('(b n) (m n)', 0, 60), run('ǎ', 42, 5)], '(b n) (mǎn)'],
  ['where there is no gap', [run('领导', 0, 24), run('ǐ', 8, 4)], '领导ǐ'],
  ['and a gap that is one stays', [run('12', 0, 12), run(' ', 12, 6), run('里', 18, 12)], '12 里'],
])('a sign drawn late is placed %s', (_, runs, expected) => {
  expect(textOf(placeLateGlyphs(runs))).toBe(expected)
})

test('no sign is lost', () => {
  const runs = [run('各级', 0, 24), run('a', 3, 4), run('b', 3, 4), run('c', -9, 4)]
  expect([...textOf(placeLateGlyphs(runs))].sort()).toEqual([...'各级abc'].sort())
})
