import { expect, test } from 'vitest'
import { foldByOpencc } from '../testing/opencc.ts'
import { createRandom } from '../testing/random.ts'
import { clean } from './clean.ts'
import { foldText } from './fold.ts'
import { takenByFolding, unfold } from './unfold.ts'

const WIDE = /[０-９Ａ-Ｚａ-ｚ]/

/** Behind it no characters are assigned but marks and private ones. */
const LAST = 0x33fff

test('folds every character of Unicode as OpenCC does, and wide letters and figures besides', () => {
  const wrong: string[] = []
  for (let code = 0; code <= LAST; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = String.fromCodePoint(code)
    if (!WIDE.test(character) && foldText(character) !== foldByOpencc(character)) wrong.push(character)
  }
  expect(wrong).toEqual([])
})

test('folds script, case and width, and leaves marks as they stand', () => {
  expect(foldText('臺灣ＧＤＰ２０２３，Wi-Fi「同誌」〇')).toBe('台湾gdp2023，wi-fi「同志」〇')
})

test('folds long texts and characters of any length alike', () => {
  const text = `${'繁體'.repeat(5000)}訑𫍙${'体'.repeat(5000)}`
  expect(foldText(text)).toBe(`${'繁体'.repeat(5000)}${foldByOpencc('訑𫍙')}${'体'.repeat(5000)}`)
})

test('unfolds to the very text', () => {
  const random = createRandom(3)
  const pieces = ['國', '国', 'A', 'a', '，', '𠮷', '訑', '𫍙', '豈', 'ｘ', '長'.repeat(3), '一'.repeat(200)]
  for (let i = 0; i < 2000; i++) {
    const text = Array.from({ length: random.below(12) }, () => random.pick(pieces)).join('')
    const folded = foldText(text)
    expect(unfold(folded, takenByFolding(text, folded))).toBe(text)
  }
  const far = `${'一'.repeat(120_000)}國`
  expect(unfold(foldText(far), takenByFolding(far, foldText(far)))).toBe(far)
})

test('keeps nothing beside a text that folding leaves alone', () => {
  expect(takenByFolding('河道', foldText('河道'))).toBeNull()
})

test('cleans what no database keeps, and keeps every offset', () => {
  expect(clean('甲\u0000乙\ud800丙\udc00𠮷')).toBe('甲\ufffd乙\ufffd丙\ufffd𠮷')
})
