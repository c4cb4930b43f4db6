import { expect, test } from 'vitest'
import { highlight } from './highlight.ts'

test('words found are cut out exactly, in the script that is shown', () => {
  expect(highlight('今年植樹造林。', [{ start: 2, end: 4 }], '今年植树造林。')).toEqual([
    { text: '今年', isFound: false },
    { text: '植树', isFound: true },
    { text: '造林。', isFound: false },
  ])
})

test('characters of two code units count as one', () => {
  expect(highlight('𠀀𠀀樹', [{ start: 4, end: 5 }], '𠀀𠀀树').at(-1)).toEqual({ text: '树', isFound: true })
})

test('a long passage is cut around what was found', () => {
  const stretches = highlight(
    `${'前'.repeat(300)}樹${'後'.repeat(300)}`,
    [{ start: 300, end: 301 }],
    `${'前'.repeat(300)}樹${'後'.repeat(300)}`,
  )
  expect(stretches.map(({ text }) => text.length)).toEqual([1, 40, 1, 119, 1])
})
