import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as full from '../../generated/lexicon-full.ts'
import { changeAt } from '../../source/patches.ts'
import { unitsOf } from '../../source/units.ts'
import { damage } from '../byte-channel.ts'
import { type GlossForm, PLAIN } from '../gloss/form.ts'
import { withoutTone } from '../gloss/syllable.ts'
import { glossSetOf, readBrackets } from '../gloss-set.ts'
import type { LayerContext } from '../layer.ts'
import { restore } from '../restore.ts'
import { surveyOf } from '../survey.ts'
import { shift } from './index.ts'

const GLOSSES = new Map(
  '業yè 發fā 務wù 關guān 設shè 創chuàng 經jīng 領lǐng 產chǎn 現xiàn 權quán 質zhì 調diào 農nóng 優yōu 區qū 協xié 結jié 規guī 穩wěn 統tǒng 聯lián 環huán 內nèi 術shù 戰zhàn 轉zhuǎn 態tài 網wǎng 構gòu 驅qū'
    .split(' ')
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
)

/** Undamaged prose that teaches a page's gloss set. */
const TEACHER = [
  '云嶺縣的茶農組織起來，規模經營，統一質量，企業與農戶結成了利益共同體。',
  '網絡平臺開設以后，產品銷路打開了，農業調整的步子更穩了，發展的環境更好了。',
  '各區要協調好內外關系，創新技術，轉變作風，服務現有企業，保障職工權益。',
  '領導帶頭，骨干聯動，經常深入車間，形成了良好的工作態勢和戰斗氛圍，架構清晰。',
].join('\n')

function pageOf(...lines: string[]): string {
  return damage([TEACHER, ...lines, TEACHER].join('\n'), { glosses: GLOSSES })
}

function contextOf(page: string, context: Partial<LayerContext> = {}): LayerContext {
  const survey = surveyOf(unitsOf(page))
  const brackets = readBrackets(page, survey)
  return {
    survey: () => survey,
    brackets: () => brackets,
    glossSet: () => glossSetOf(brackets),
    rows: () => [],
    witnesses: [],
    lexicon: undefined,
    ...context,
  } as LayerContext
}

/** The line behind the teacher, as the shift layer leaves it. */
function restoredLine(page: string, context?: Partial<LayerContext>): string {
  const { patches } = shift.run(page, contextOf(page, context))
  let text = page
  for (let i = patches.count - 1; i >= 0; i--) {
    const { replacement, grounds } = changeAt(patches, i)
    if (grounds.certainty === 'unsure') continue
    text = text.slice(0, patches.starts[i]) + replacement + text.slice(patches.ends[i])
  }
  return text.split('\n')[TEACHER.split('\n').length] as string
}

/** What each run of a page reads best. */
function shiftedIn(page: string): string[] {
  const { patches } = shift.run(page, contextOf(page, { lexicon: full }))
  return Array.from({ length: patches.count }, (_, i) => changeAt(patches, i).replacement)
}

describe('runs are restored', () => {
  const cases: [written: string, shown: string, restored: string][] = [
    ['山區變為經濟強鎮', '山區(qū)變?yōu)榻?jīng)濟強鎮', '山區(qū)變為經濟強鎮'],
    ['鼓勵企業家帶頭創新', '鼓勵企業(yè)家?guī)ь^創(chuàng)新', '鼓勵企業(yè)家帶頭創(chuàng)新'],
    [
      '辦好“職工學校”，讓大家就近學技術，村村都有職工學校',
      '辦好“職工學?!?,讓大家就近學技術(shù),村村都有職工學校',
      '辦好“職工學校”,讓大家就近學技術(shù),村村都有職工學校',
    ],
    ['沿海口岸聯系密切', '沿??诎堵?lián)系密切', '沿海口岸聯系密切'],
    ['會議下發了通知。《茶園管理辦法》', '會議下發(fā)了通知?!恫鑸@管理辦法》', '會議下發(fā)了通知。《茶園管理辦法》'],
    [
      '阿婆常說：“灶火要空心，人心要實心。”這話我記到今天',
      '阿婆常說:“灶火要空心,人心要實心?!边@話我記到今天',
      '阿婆常說:“灶火要空心,人心要實心。”這話我記到今天',
    ],
  ]
  test.each(cases)('%s', (written, shown, restored) => {
    const page = pageOf(written)
    expect(page.split('\n')[TEACHER.split('\n').length]).toBe(shown)
    expect(restoredLine(page, { lexicon: full })).toBe(restored)
  })

  test('that are cut twice, within a character and behind it', () => {
    const page = pageOf('這樣的人生多好啊！')
    expect(page).toContain('多好??!')
    expect(shiftedIn(page)).toEqual(['啊'])
  })

  test('whose last byte vanishes alone before a gloss', () => {
    const glosses = new Map([...GLOSSES, ['個', 'gè']])
    const teacher = `${TEACHER}\n這個村、那個鎮，一個比一個好，個個都有一個計劃。`
    const page = damage([teacher, '請大家帶個頭，把院子掃干凈', teacher].join('\n'), { glosses })
    expect(page).toContain('大家?guī)(gè)頭')
    expect(shiftedIn(page)).toEqual(['帶個'])
  })

  test('with the quotations in front of them read as they are restored', () => {
    const page = pageOf('辦好“職工學校”，優先保工資、保運轉、保基本民生，不留缺口')
    expect(shiftedIn(page)).toEqual(['校”', '保基本民生'])
  })

  test('whatever an open run close in front of them may read', () => {
    const page = pageOf('要做勤快的種茶人。“根不立，山上沒有能活之苗。”要把個人的力氣用到修渠上')
    expect(page).toContain('?!案涣?,山上沒有能活之苗?!币褌人')
    const { findings } = shift.run(page, contextOf(page, { lexicon: full }))
    expect(findings?.map(({ expected }) => expected?.length)).toEqual([5, 2])
    expect(shiftedIn(page)[1]).toBe('。”要把個')
  })

  test('with what they rest on', () => {
    const page = pageOf('山區變為經濟強鎮')
    const { patches } = shift.run(page, contextOf(page))
    const { grounds } = changeAt(patches, 0)
    expect(grounds.rule).toBe('shift')
    expect(grounds.certainty).toBe('likely')
    expect(grounds.evidence?.readings).toBeGreaterThan(1)
    expect(grounds.evidence?.margin).toBeGreaterThan(1)
  })
})

test('a swallowed digit is reported, never guessed', () => {
  const page = pageOf('他榮獲五一勞動獎章20枚')
  expect(page).toContain('獎?wù)?0枚')
  const { findings } = shift.run(page, contextOf(page, { lexicon: full }))
  const lost = findings?.filter(({ id }) => id === 'lost-characters')
  expect(lost).toHaveLength(1)
  expect(page.slice(lost?.[0]?.start, lost?.[0]?.end)).toBe('?')
  expect(restoredLine(page, { lexicon: full })).toContain('獎章?0枚')
})

describe('what language cannot decide', () => {
  const written = '灘頭那座小廟叫“蘆海”，香火很旺'
  const page = pageOf(written)

  test('stands as it was, with its readings listed', () => {
    expect(restoredLine(page)).toContain('叫“蘆?!')
    const { patches, findings = [] } = shift.run(page, contextOf(page))
    expect(patches.count).toBe(1)
    expect(changeAt(patches, 0).grounds.certainty).toBe('unsure')
    const uncertain = findings.filter(({ id }) => id === 'uncertain-restoration')
    expect(uncertain).toHaveLength(1)
    expect(uncertain[0]?.start).toBe(patches.starts[0])
    expect(uncertain[0]?.expected).toContain('海”')
  })

  test('is decided by an intact copy', () => {
    const context = { witnesses: [`村志上說：${written}，求子的人尤其多。`] }
    expect(restoredLine(page, context)).toBe(written.replace('，', ','))
    const { patches } = shift.run(page, contextOf(page, context))
    expect(changeAt(patches, 0).grounds.evidence?.witness).toContain('蘆海”')
  })

  test('is decided by a copy that goes on otherwise', () => {
    const short = pageOf('灘頭那座小廟叫“蘆海”')
    expect(restoredLine(short)).toContain('?')
    expect(restoredLine(short, { witnesses: ['村東那座小廟叫“蘆海”的年頭不短了。'] })).toBe('灘頭那座小廟叫“蘆海”')
  })

  test('is decided by a copy in simplified characters', () => {
    const witnesses = ['村志上说：滩头那座小庙叫“芦海”，香火很旺。']
    expect(restoredLine(page, { witnesses })).toBe(written.replace('，', ','))
  })

  test('is left where copies differ', () => {
    const witnesses = ['灘頭那座小廟叫“蘆海”，香火很旺。', '灘頭那座小廟叫“蘆校”，香火很旺。']
    expect(restoredLine(page, { witnesses })).toContain('叫“蘆?!')
  })
})

test('a word that a page repeats is restored more often than in its sentences one by one', () => {
  const frames = [
    ...['大家都知道{}的分量，誰也不敢馬虎。', '要把{}放在心上、抓在手上。', '今天重點講一講{}，請大家認真聽。'],
    ...['說到底，{}是我們的看家本領。', '沒有{}，再好的計劃也是一張紙。'],
  ]
  const restoredOf = (lines: string[]): number => {
    const { text } = restore(pageOf(...lines), { lexicon: full })
    return lines.filter((line) => text.includes(`\n${line}\n`)).length
  }
  let [alone, together] = [0, 0]
  for (const word of ['專款', '變為', '校勘', '獲獎者']) {
    const lines = frames.map((frame) => frame.replace('{}', word))
    alone += lines.reduce((sum, line) => sum + restoredOf([line]), 0)
    together += restoredOf(lines)
  }
  expect(alone).toBeGreaterThan(0)
  expect(together).toBeGreaterThan(alone)
})

describe('sites that print their glosses otherwise', () => {
  const toneless = new Map([...GLOSSES].map(([char, pinyin]) => [char, withoutTone(pinyin)]))
  const ofGbk = new Map([...GLOSSES].map(([char, pinyin]) => [char, pinyin.replaceAll('g', 'ɡ').replaceAll('a', 'ɑ')]))
  const forms: [name: string, form: GlossForm, glosses: ReadonlyMap<string, string>, shown: string][] = [
    ['a blank behind', { before: '(', after: ' )', isTwice: false }, GLOSSES, '山區(qū )變?yōu )榻?jīng )濟強鎮'],
    ['a blank before', { before: ' (', after: ')', isTwice: false }, GLOSSES, '山區 (qū)變?(yōu)榻?(jīng)濟強鎮'],
    ['doubled', { before: '(', after: ')', isTwice: true }, GLOSSES, '山區(qū)(qū)變?yōu)(yōu)榻?jīng)(jīng)濟強鎮'],
    ['the letters of GBK', PLAIN, ofGbk, '山區(qū)變?yōu)榻?jīnɡ)濟強鎮'],
    ['toneless', PLAIN, toneless, '山區(qu)變?you)榻?jing)濟強鎮'],
    [
      'toneless and doubled',
      { before: '(', after: ')', isTwice: true },
      toneless,
      '山區(qu)(qu)變?you)(you)榻?jing)(jing)濟強鎮',
    ],
  ]
  test.each(forms)('%s', (_, form, glosses, shown) => {
    const page = damage([TEACHER, '山區變為經濟強鎮', TEACHER].join('\n'), { glosses, form })
    expect(page).toContain(shown)
    expect(restore(page, { lexicon: full }).text).toContain('山區變為經濟強鎮')
  })
})

describe('healthy text stays', () => {
  const cases = [
    '今天我們為什么要種樹?因為山禿了,水就渾了。你們說對不對?!',
    '刭 咚 楹 榻 毠 這些字都很少見，咚咚的鼓聲里，楹聯掛起來了。',
    '東京では桜が咲きました。本当に?はい、そうです。',
    'Что такое счастье? Это когда тебя понимают?, сказал он.',
    'Is this real (yes)? Or not?; maybe?, who knows.',
    '第一課：媽(mā) 麻(má) 馬(mǎ) 罵(mà)。你會讀嗎?、再讀一遍?。',
    'ㄅㄆㄇㄈ，你會念嗎??真的?!',
  ]
  test.each(cases)('%s', (text) => {
    const { patches, findings = [] } = shift.run(text, contextOf(text))
    expect([patches.count, findings]).toEqual([0, []])
  })

  test.each(cases)('beside the glosses of a site: %s', (text) => {
    const page = `${damage(TEACHER, { glosses: GLOSSES })}\n${text}\n${damage(TEACHER, { glosses: GLOSSES })}`
    expect(restoredLine(page)).toBe(text)
  })
})

describe('whatever is answered is what the channel would damage so', () => {
  const words = [
    ...'變為 經濟 企業家 帶頭 創新 大學校 作用 沿海 口岸 聯系 轉變 方式 農民工 就業 規劃 設計 發展 工作 茶園 海港 模范 學校'.split(
      ' ',
    ),
    ...'， 。 、 “ ” 《 》 ！ ； 的 和 在 是 20 5 個 我們'.split(' '),
  ]
  const sentence = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 30 }).map((list) => list.join(''))

  test('to the character, on any text', () => {
    fc.assert(
      fc.property(sentence, (written) => {
        const page = pageOf(written)
        const { patches, findings = [] } = shift.run(page, contextOf(page))
        const isOpen = findings.length > 0
        const restored = restoredLine(page).replaceAll(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)/g, '')
        if (isOpen || patches.count === 0) return
        expect(showings(widened(restored))).toContain(page.split('\n')[TEACHER.split('\n').length])
      }),
      { numRuns: 150, examples: [['變為！！變為變為變為']] },
    )
  })

  test('and the source comes back by undoing it', () => {
    fc.assert(
      fc.property(sentence, (written) => {
        const page = pageOf(written)
        const { patches } = shift.run(page, contextOf(page))
        for (let i = 1; i < patches.count; i++) {
          expect(patches.starts[i] as number).toBeGreaterThanOrEqual(patches.ends[i - 1] as number)
        }
      }),
      { numRuns: 50 },
    )
  })

  /** What the channel can show of a text: with every cut, and with one that did not happen, as on real pages. */
  function showings(text: string): string[] {
    let cuts = 0
    const whole = damage(text, { glosses: GLOSSES, cuts: () => ++cuts > 0 })
    const missed = Array.from({ length: cuts }, (_, skipped) => {
      let at = 0
      return damage(text, { glosses: GLOSSES, cuts: () => at++ !== skipped })
    })
    return [whole, ...missed]
  }

  /** Marks as they were before the fold. */
  function widened(text: string): string {
    return text.replaceAll(/[!-/:-@[-`{-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
  }
})

describe('budgets', () => {
  const teacher = damage(TEACHER, { glosses: GLOSSES })
  const units = ['?', '?!', '?,', '?yōu)', '變?yōu)榻?jīng)濟', '??', '?!弊饔', '校?!“?jīng)']

  test.each(units)('a page of nothing but %s comes to an end, with every run accounted for', (unit) => {
    const page = `${teacher}\n${unit.repeat(4000)}`
    const { patches, findings = [] } = shift.run(page, contextOf(page))
    expect(patches.count + findings.length).toBeGreaterThan(0)
  })

  test('a long row of ? is one message', () => {
    const page = `${teacher}\n${'?'.repeat(100_000)}\n`
    const { patches, findings = [] } = shift.run(page, contextOf(page))
    expect(patches.count).toBe(0)
    expect(findings).toEqual([
      { id: 'restoration-left-undone', start: teacher.length + 1, end: teacher.length + 100_000 },
    ])
  })

  test('two runs of one page give the same answer', () => {
    const page = `${teacher}\n${'校?!“?jīng)?yōu)?;?!'.repeat(500)}`
    expect(shift.run(page, contextOf(page))).toEqual(shift.run(page, contextOf(page)))
  })
})

test('a broken gloss on a page without glosses is told of, and left', () => {
  const page = '山區變?yōu)榻濟強鎮，誰懂?(不懂)'
  const { patches, findings } = shift.run(page, contextOf(page))
  expect(patches.count).toBe(0)
  expect(findings).toEqual([{ id: 'restoration-left-undone', start: 3, end: 8 }])
})

test('a table that is none is refused with a word', () => {
  const page = pageOf('山區變為經濟強鎮')
  expect(() => restore(page, { lexicon: { words: 3 } as never })).toThrow(TypeError)
})

const founding = process.env.SPEECHES_FOUNDING

describe.skipIf(!founding)('the founding page', () => {
  const source = founding ? readFileSync(founding, 'utf8') : ''
  /** Damaged runs and what was said, as the page’s own intact words and bytes show. */
  const known: [shown: string, said: string, times: number][] = [
    ['?qū)嵎?wù)', '實服務', 2],
    ['?yōu)榻?jīng)', '為經', 1],
    ['?yōu)榉枪髽I(yè)', '為非公企業', 2],
    ['?yōu)榫S', '為維', 1],
    ['?yōu)楹诵?', '為核心', 1],
    ['?yōu)槿后w', '為群體', 2],
    ['?guī)ь^', '帶頭', 2],
    ['?!弊饔?', '校”作用', 2],
    ['??诎堵?lián)', '海口岸聯', 1],
    ['?;I', '。籌', 1],
    ['?!斑M', '模“進', 1],
  ]

  test.each([
    ['small', undefined, 31],
    ['full', full, 31],
  ])('has its runs restored with the %s table', (_, lexicon, least) => {
    const { patches, findings = [] } = shift.run(source, contextOf(source, { lexicon }))
    let answered = 0
    for (let i = 0; i < patches.count; i++) if (changeAt(patches, i).grounds.certainty !== 'unsure') answered++
    expect(answered).toBeGreaterThanOrEqual(least)
    for (const [shown, said, times] of known) {
      let found = 0
      for (let i = 0; i < patches.count; i++) {
        if (source.slice(patches.starts[i], patches.ends[i]) !== shown) continue
        expect(changeAt(patches, i).replacement).toBe(said)
        found++
      }
      expect(found, shown).toBe(times)
    }
    const lost = findings.filter(({ id }) => id === 'lost-characters')
    expect(lost.map(({ end }) => source.slice(end, end + 2))).toEqual(['0名'])
  })
})
