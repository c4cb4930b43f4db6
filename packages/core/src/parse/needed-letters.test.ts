import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Needed, neededLetters } from './needed-letters.ts'

/** One of these, parted by blanks; what must stand side by side has a + between. */
function spelled(pattern: RegExp): string {
  const needs = neededLetters(pattern)
  return needs
    ? needs.map(({ letters, next }) => join([...letters]) + (next ? `+${join([...next])}` : '')).join(' ')
    : '∅'
}

test.each<[RegExp, string]>([
  // What may be left out says nothing, nor does what must not be there.
  [/^(?:网友|最新)?(?:评论|留言)\d*$/, '评+论 留+言'],
  [/^(?!评论).{2,8}附件?/, '附'],
  [/(?<!第)\d+页{0,2}楼/, '楼'],
  // What must stand around a match says as much as what it holds.
  [/(?=.*转载)[^。]+/, '转+载'],
  [/(?<=[甲乙])丙*/, '甲乙'],
  // Of each alternative.
  [/浏览|点阅|^回帖/, '浏+览 点+阅 回+帖'],
  [/浏览|.+/, '∅'],
  [/浏览|/, '∅'],
  // Frequent letters tell little.
  [/我们的群/, '的+群'],
  // Classes, ranges, escapes.
  [/[^。]+[①-③丁\]]/, '①②③丁]'],
  [/[一-龥]+/, '∅'],
  [/\[\d\]/, '[+0123456789'],
  [/\d+/, '0123456789'],
  [/\u4e01|\u{4e19}/u, '丁 丙'],
  [/\p{Script=Han}+\|\w/u, '|'],
  [/(?<first>甲)\k<first>/, '甲'],
  [/qq+/i, 'qQ+qQ'],
  // Side by side: what a group ends with, and what repeats; not where something may stand between, or where a border is.
  [/(?:甲乙|丙)丁/, '乙丙+丁'],
  [/(?:甲乙)+丙{2}/, '甲+乙'],
  [/甲?乙.丙^丁(?=戊)己/, '乙'],
])('%s needs %s', (pattern, needs) => expect(spelled(pattern)).toBe(needs))

test('of letters beyond the Basic Multilingual Plane, first halves', () => {
  expect(spelled(/[\u{1f300}-\u{1f5ff}]/u)).toBe('\ud83c\ud83d')
  expect(spelled(/甲[\u{1f300}-\u{1f5ff}]/u)).toBe('甲+\ud83c\ud83d')
  expect(spelled(/[\u{1f300}-\u{1f5ff}]甲|\u{1f300}乙/u)).toBe('甲 \u{1f300}')
})

test('what it cannot read, it says', () => {
  expect(() => neededLetters(/\x41/)).toThrow('cannot tell what \\x needs')
})

/** Pieces that patterns are made of, none of which may stand alone. */
const atom = fc.constantFrom(
  '甲',
  '乙',
  '丙',
  '[甲乙]',
  '[^甲]',
  '.',
  '\\d',
  '(?:甲|乙丙)',
  '(?=甲)',
  '(?!乙)',
  '(丙|丁?)',
)
const quantifier = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,1}', '+?')
const sequence = fc.array(fc.tuple(atom, quantifier).map(join), { minLength: 1, maxLength: 4 }).map(join)
const source = fc.array(sequence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|'))

test('no text without one of them matches', () => {
  const text = fc.string({ unit: fc.constantFrom(...'甲乙丙丁1'), maxLength: 6 })
  fc.assert(
    fc.property(source, fc.array(text, { maxLength: 40 }), (source, texts) => {
      const pattern = new RegExp(source)
      const needs = neededLetters(pattern)
      for (const text of texts) if (pattern.test(text) && needs) expect(holdsOneOf(text, needs), text).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

function holdsOneOf(text: string, needs: readonly Needed[]): boolean {
  return needs.some(({ letters, next }) =>
    [...text].some((letter, i) => letters.has(letter) && (!next || next.has(text[i + 1] ?? ''))),
  )
}

function join(parts: readonly string[]): string {
  return parts.join('')
}
