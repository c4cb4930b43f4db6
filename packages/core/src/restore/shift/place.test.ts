import { describe, expect, test } from 'vitest'
import { COUNTED, isInTitle, isQuoting } from './marks.ts'
import { fitBefore, LINE_START, placeBehind } from './place.ts'

describe('the place behind a text', () => {
  test.each([
    ['阿婆常說:“灶火要空心', true, false],
    ['阿婆常說:“灶火要空心,人心要實心。”', false, false],
    ['他翻開《灘頭村志》,又翻開《渡口', false, true],
    ['他說:“翻開《渡口', true, true],
    ['', false, false],
  ])('%s', (text, quoting, inTitle) => {
    const { open } = placeBehind(LINE_START, text)
    expect([isQuoting(open), isInTitle(open)]).toEqual([quoting, inTitle])
  })

  test('counts what a quotation or a clause holds so far', () => {
    expect(placeBehind(LINE_START, '阿婆說:“灶火').since).toBe(2)
    expect(placeBehind(LINE_START, '阿婆說:“灶火,人心').since).toBe(5)
    expect(placeBehind(LINE_START, '阿婆說,灶火').since).toBe(2)
    expect(placeBehind(LINE_START, '灶火'.repeat(COUNTED)).since).toBe(COUNTED)
  })

  test('goes on from another place', () => {
    const whole = '阿婆說:“灶火要空心,'
    const front = placeBehind(LINE_START, whole.slice(0, 6))
    expect(placeBehind(front, whole.slice(6))).toEqual(placeBehind(LINE_START, whole))
  })
})

describe('what is read fits what is behind it', () => {
  const inQuotation = placeBehind(LINE_START, '阿婆說:“')
  const fit = (read: string, rest: string, before = LINE_START) => fitBefore(rest, read, before)

  test('a quotation that the line closes is not closed before', () => {
    expect(fit('灶火', '要空心。”', inQuotation)).toBeGreaterThan(fit('灶火”', '要空心。”', inQuotation))
  })

  test('one that it does not close is', () => {
    expect(fit('灶火”', '兩個字。', inQuotation)).toBeGreaterThan(fit('灶火', '兩個字。', inQuotation))
    expect(fit('灶火”', '和“水缸”。', inQuotation)).toBeGreaterThan(fit('灶火', '和“水缸”。', inQuotation))
  })

  test('damage may hide what closes it', () => {
    expect(fit('灶火', '要空心?!', inQuotation)).toBe(0)
  })

  test('a title is like that too', () => {
    expect(fit('《灘頭', '村志》')).toBeGreaterThan(fit('。灘頭', '村志》'))
  })

  test('and a bracket', () => {
    expect(fit('（鼓掌）', '')).toBeGreaterThan(fit('（鼓掌：', ''))
    expect(fit('（三）', '從春耕說起(見附件)')).toBeGreaterThan(fit('（三的', '從春耕說起(見附件)'))
    expect(fit('的梯田', ')都在坡上', placeBehind(LINE_START, '東片(離渡口最近'))).toBe(0)
  })

  test('a line ends with a sentence rather than with a word, with a word rather than a comma, hardly with an opening mark', () => {
    const [sentence, word, comma, opening] = ['到了。', '到了', '到了,', '到了“'].map((read) => fit(read, ''))
    expect(sentence).toBeGreaterThan(word as number)
    expect(word).toBeGreaterThan(comma as number)
    expect(comma).toBeGreaterThan(opening as number)
  })
})
