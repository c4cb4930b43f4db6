import { describe, expect, test } from 'vitest'
import { unitsOf } from '../source/units.ts'
import { glossSetOf, readBrackets } from './gloss-set.ts'
import { restore } from './restore.ts'
import { surveyOf } from './survey.ts'

/** The text with only its glosses taken away. */
function strip(text: string): string {
  return restore(text, { only: ['gloss'] }).text
}

/** Writes a gloss behind every character of `set` in `text`. */
function glossed(text: string, set: Record<string, string>): string {
  return [...text].map((char) => char + (set[char] ?? '')).join('')
}

const PAGE =
  '同志們:今年全縣的農業很有起色,農民的收入增加了,農村的環境也變了樣。縣里辦起了三家企業,' +
  '企業里的工人多數是本地農民。各(街道)辦事處、各鄉鎮要關心這些企業,也要關心它們的工人。'

describe('a site that glosses is recognised, and its glosses go', () => {
  test('the small set, with tones', () => {
    const set = { 業: '(yè)', 農: '(nóng)', 環: '(huán)', 鄉: '(xiāng)', 鎮: '(zhèn)', 關: '(guān)', 數: '(shù)' }
    expect(strip(glossed(PAGE, set))).toBe(PAGE)
  })

  test('nearly every traditional character', () => {
    const set = {
      ...{ 們: '(men)', 縣: '(xiàn)', 農: '(nóng)', 業: '(yè)', 環: '(huán)', 變: '(biàn)', 樣: '(yàng)', 里: '' },
      ...{
        辦: '(bàn)',
        企: '',
        數: '(shù)',
        處: '(chù)',
        鄉: '(xiāng)',
        鎮: '(zhèn)',
        關: '(guān)',
        這: '(zhè)',
        它: '',
      },
    }
    expect(strip(glossed(PAGE, set))).toBe(PAGE)
  })

  test('a short page, no character twice', () => {
    expect(strip('全縣農(nóng)業(yè)生產(chǎn)會議今天召開。')).toBe('全縣農業生產會議今天召開。')
  })

  test('without tones, each character once', () => {
    expect(strip('全縣農(nong)業(ye)生產(chan)會議今天召開,領(ling)導也來了。')).toBe(
      '全縣農業生產會議今天召開,領導也來了。',
    )
  })

  test('without tones, beside a damaged run whose bytes look like vowels with tones', () => {
    const set = { 業: '(ye)', 農: '(nong)', 環: '(huan)', 鄉: '(xiang)', 鎮: '(zhen)', 關: '(guan)', 數: '(shu)' }
    expect(strip(`${glossed(PAGE, set)}變?you)榻à強鎮。`)).toBe(`${PAGE}變?you)榻à強鎮。`)
  })

  test('a blank in front of the closing bracket', () => {
    const set = { 業: '(yè )', 農: '(nóng )', 會: '(huì )', 們: '(men )', 關: '(guān )' }
    expect(strip(glossed(PAGE, set))).toBe(PAGE)
  })

  test('a blank in front of the opening bracket', () => {
    const set = { 業: ' (yè)', 農: ' (nóng)', 關: ' (guān)' }
    expect(strip(glossed(PAGE, set))).toBe(PAGE)
  })

  test('full-width brackets', () => {
    const set = { 業: '（yè）', 農: '（nóng）', 環: '（huán）', 鄉: '（xiāng）', 關: '（guān）' }
    expect(strip(glossed(PAGE, set))).toBe(PAGE)
  })

  test('both widths of brackets on one page', () => {
    const set = { 業: '（yè）', 農: '(nóng)', 環: '（huán）', 鄉: '(xiāng)', 關: '（guān）' }
    expect(strip(glossed(PAGE, set))).toBe(PAGE)
  })

  test('without tones', () => {
    const set = { 業: '(ye)', 農: '(nong)', 工: '(gong)', 要: '(yao)' }
    expect(strip(glossed(PAGE, set))).toBe(PAGE)
  })

  test('doubled brackets, in simplified text too', () => {
    const page = '今天的会开得很好。会上大家说了很多话,说得实在。'
    expect(strip(glossed(page, { 会: '(hui)(hui)', 说: '(shuo)(shuo)' }))).toBe(page)
  })

  test('doubled brackets behind a doubled character', () => {
    expect(strip('今天的会会(hui)(hui)开得很好,会会(hui)(hui)上大家说说(shuo)(shuo)了很多话。')).toBe(
      '今天的会开得很好,会上大家说了很多话。',
    )
  })

  test('the letters ɑ and ɡ that GBK has', () => {
    expect(strip('全縣農(nónɡ)業(yè)生產(chǎn)和農(nónɡ)村關(ɡuān)系。')).toBe('全縣農業生產和農村關系。')
  })

  test('the set that was learned', () => {
    const page = '企業(yè)和農(nóng)村的企業(yè)、農(nóng)民、農(nóng)業(yè)都發(fā)展了(會員)。'
    const set = glossSetOf(readBrackets(page, surveyOf(unitsOf(page))))
    expect([...set].sort()).toEqual([
      ['業', 'yè'],
      ['發', 'fā'],
      ['農', 'nóng'],
    ])
  })
})

describe('brackets that a person wrote stay, on a page full of glosses too', () => {
  const set = { 業: '(yè)', 農: '(nóng)', 關: '(guān)' }
  test.each(['(街道)', '(b型)', '(reits模式)', '(5g)', '(征求意見稿)', '(×)', '(a)', '(一)', '(wto)', '(Lǚliáng)'])(
    '%s',
    (real) => {
      const page = `${PAGE}有關的文件${real}已經印發。`
      expect(strip(glossed(page, set))).toBe(page)
    },
  )

  test('a reading the character does not have', () => {
    const page = `${PAGE}工(ān)和圖(e)。`
    expect(strip(glossed(page, set))).toBe(page)
  })
})

describe('readings that a person noted without tones stay', () => {
  test.each([
    '方言里「鄉」讀作鄉(hiong),「龍」讀作龍(long),兩個字外地人都念不準。',
    '這條河叫潁(ying)水,村子叫亳(bo)莊,鎮上只有老人還這樣念。',
    '這個字在人名里讀會(kuai),在句子里讀會(hui),會計的會(kuai)是前一個。',
  ])('%s', (text) => expect(strip(text)).toBe(text))
})

test('glosses inside a damaged run and at its edge stay when the run does', () => {
  const page = '企業(yè)和農(nóng)業(yè)都關(guān)系民生,農(nóng)民就業(yè)?;I集資金。'
  const { text, messages } = restore(page, { only: ['gloss', 'width'] })
  expect(text).toBe('企業和農業都關系民生，農民就業(yè)?;I集資金。')
  expect(messages).toEqual([])
})
