import { expect, test } from 'vitest'
import { unitsOf } from '../../source/units.ts'
import { PLAIN } from '../gloss/form.ts'
import type { LayerContext } from '../layer.ts'
import type { LanguageModel } from './language-model.ts'
import { LINE_START } from './place.ts'
import { LOST } from './reading.ts'
import { teachingsOf } from './teachings.ts'
import { openWorkshop, teach } from './workshop.ts'

const unitsIn = (text: string): number[] => [...unitsOf(text)]

test('passages tell of texts that hold two of their characters side by side', () => {
  const { tellOf } = teachingsOf([unitsIn('要把向導放'), [...unitsIn('海'), LOST, ...unitsIn('港，我')], []])
  expect(tellOf(['是向導的'])).toBe(true)
  expect(tellOf(['不', '', '導向'])).toBe(false)
  expect(tellOf(['海港'])).toBe(false)
  expect(tellOf(['港，', '港我'])).toBe(false)
})

test('what was taught becomes likelier, not across what is lost, and is no copy', () => {
  const page = '業(yè)是根本。農(nóng)業(yè)是根本，要把農(nóng)業(yè)抓好。'
  const context = { witnesses: [], lexicon: undefined } as unknown as LayerContext
  const glosses = new Map([
    ['業', 'yè'],
    ['農', 'nóng'],
  ])
  const workshop = openWorkshop(page, glosses, PLAIN, context)
  const taught = teach(workshop, [unitsIn('請向導帶路'), [...unitsIn('向'), LOST, ...unitsIn('海')]])
  expect(chanceOf(taught.model, '向', '導')).toBeGreaterThan(chanceOf(workshop.model, '向', '導'))
  expect(chanceOf(taught.model, '向', '海')).toBeLessThan(chanceOf(taught.model, '向', '導'))
  expect(chanceOf(taught.model, '農', '業')).toBeCloseTo(chanceOf(workshop.model, '農', '業'), 10)
  expect(taught.copies).toBe(workshop.copies)
})

function chanceOf({ start, advance, score, symbolOf }: LanguageModel, before: string, next: string): number {
  return score(
    advance(start(LINE_START), symbolOf[before.charCodeAt(0)] as number),
    symbolOf[next.charCodeAt(0)] as number,
  )
}
