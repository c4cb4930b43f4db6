import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neededLetters } from './needed-letters.ts'

const lettersOf = (pattern: RegExp) => [...(neededLetters(pattern) ?? '∅')].join('')

test.each<[RegExp, string]>([
  // What may be left out says nothing, nor does what must not be there.
  [/^(?:网友|最新)?(?:评论|留言)\d*$/, '评留'],
  [/^(?!评论).{2,8}附件?/, '附'],
  [/(?<!第)\d+页{0,2}楼/, '楼'],
  // What must stand around a match says as much as what it holds.
  [/(?=.*转载)[^。]+/, '转'],
  [/(?<=[甲乙])丙*/, '甲乙'],
  // One letter of each alternative.
  [/浏览|点阅|^回帖/, '浏点回'],
  [/浏览|.+/, '∅'],
  [/浏览|/, '∅'],
  // Frequent letters tell little.
  [/我们的群/, '群'],
  // Classes, ranges, escapes.
  [/[^。]+[①-③丁\]]/, '①②③丁]'],
  [/[一-龥]+/, '∅'],
  [/\[\d\]/, '['],
  [/\d+/, '0123456789'],
  [/\u4e01|\u{4e19}/u, '丁丙'],
  [/\p{Script=Han}+\|\w/u, '|'],
  [/(?<first>甲)\k<first>/, '甲'],
  [/qq+/i, 'qQ'],
])('%s needs %s', (pattern, letters) => expect(lettersOf(pattern)).toBe(letters))

test('of letters beyond the Basic Multilingual Plane, first halves', () => {
  expect([...(neededLetters(/[\u{1f300}-\u{1f5ff}]/u) ?? [])]).toEqual(['\ud83c', '\ud83d'])
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

test('no text without one of the letters matches', () => {
  const text = fc.string({ unit: fc.constantFrom(...'甲乙丙丁1'), maxLength: 6 })
  fc.assert(
    fc.property(source, fc.array(text, { maxLength: 40 }), (source, texts) => {
      const pattern = new RegExp(source)
      const letters = neededLetters(pattern)
      for (const text of texts)
        if (pattern.test(text) && letters)
          expect(
            [...text].some((letter) => letters.has(letter)),
            text,
          ).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

function join(parts: readonly string[]): string {
  return parts.join('')
}
