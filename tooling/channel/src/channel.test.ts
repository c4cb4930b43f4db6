import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { damagePage, type GlossFormName, glossFamilies, glossForms, glossSet, toTraditional } from './index.ts'

const CLEAN = [
  '各位领导，同志们：',
  '过去一年，山区变为经济强镇，企业家带头创新。筹集资金20万元。',
  '要办好“流动学校”，通知已经下发。《茶园管理办法》沿海口岸联系密切。',
].join('\n')

describe('the text before the channel', () => {
  test('is turned traditional character by character', () => {
    expect(toTraditional('变为经济，发展企业')).toBe('變為經濟，發展企業')
  })

  test('keeps the old forms that sites leave alone', () => {
    expect(toTraditional('后天干部里范于余愿')).toBe('后天干部里范于余愿')
  })

  test('comes out as it is when it is traditional already', () => {
    expect(toTraditional('變為經濟')).toBe('變為經濟')
  })
})

describe('gloss sets', () => {
  test.each(glossFamilies)('%s: one reading a character, the same for the same seed', (family) => {
    const set = glossSet(family, 7)
    expect(set.size).toBeGreaterThanOrEqual(30)
    for (const [char, pinyin] of set) {
      expect(char).toHaveLength(1)
      expect(pinyin).toMatch(/^[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+$/)
    }
    expect([...glossSet(family, 7)]).toEqual([...set])
  })

  test('the small one has 46 characters, the wide one more than 100, the full one nearly all', () => {
    expect(glossSet('founding').size).toBe(46)
    expect(glossSet('wide').size).toBeGreaterThan(100)
    expect(glossSet('full').size).toBeGreaterThan(2000)
    expect([...glossSet('random', 1).keys()]).not.toEqual([...glossSet('random', 2).keys()])
  })
})

describe('damaged pages', () => {
  test('tell their spans', () => {
    const { page, spans } = damagePage(CLEAN)
    expect(page).toContain('變?yōu)榻?jīng)濟')
    expect(spans.find(({ damaged }) => damaged === '?yōu)榻?jīng)')?.original).toBe('為經')
    expect(spans.find(({ damaged }) => damaged === '?;I')?.original).toBe('。籌')
  })

  test.each<[GlossFormName, boolean, string]>([
    ['plain', true, '山區(qū)變?yōu)榻?jīng)濟'],
    ['plain', false, '山區(qu)變?you)榻?jing)濟'],
    ['blank behind', true, '山區(qū )變?yōu )榻?jīng )濟'],
    ['blank before', true, '山區 (qū)變?(yōu)榻?(jīng)濟'],
    ['doubled', false, '山區(qu)(qu)變?you)(you)榻?jing)(jing)濟'],
  ])('print their glosses %s, with tones: %s', (form, tones, shown) => {
    const { page, spans } = damagePage('山区变为经济', { form, tones })
    expect(page).toBe(shown)
    expect(spans.map(({ original }) => original)).toEqual(['為經'])
  })

  const chars = [...new Set(CLEAN)]
  const text = fc.string({ unit: fc.constantFrom(...chars, 'A', '?', '😀', 'é', ' '), maxLength: 80 })
  const family = fc.constantFrom(...glossFamilies)
  const form = fc.constantFrom(...(Object.keys(glossForms) as GlossFormName[]))

  test('putting the originals back into the spans gives the truth, glosses and width aside', () => {
    fc.assert(
      fc.property(text, family, form, fc.boolean(), fc.nat(50), (clean, glosses, form, tones, seed) => {
        const { page, truth, spans } = damagePage(clean, { glosses, seed, form, tones })
        let repaired = ''
        let at = 0
        for (const { damagedStart, damagedEnd, damaged, original } of spans) {
          expect(page.slice(damagedStart, damagedEnd)).toBe(damaged)
          repaired += withoutGlosses(page.slice(at, damagedStart), form) + original
          at = damagedEnd
        }
        repaired += withoutGlosses(page.slice(at), form)
        expect(narrow(repaired)).toBe(narrow(truth))
      }),
      { numRuns: 300 },
    )
  })

  test('are the same for the same seed, and differ in the cuts that are missed', () => {
    fc.assert(
      fc.property(text, fc.nat(50), (clean, seed) => {
        const options = { seed, missedCuts: 0.5 }
        expect(damagePage(clean, options)).toEqual(damagePage(clean, options))
      }),
    )
    expect(damagePage(CLEAN, { missedCuts: 1 }).page).not.toContain('?;I')
  })
})

function withoutGlosses(text: string, form: GlossFormName): string {
  const [before, behind] = [form === 'blank before' ? ' ' : '', form === 'blank behind' ? ' ' : '']
  return text.replaceAll(new RegExp(`${before}\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+${behind}\\)`, 'g'), '')
}

function narrow(text: string): string {
  return text.replaceAll(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
}
