import type { Grounds } from '../source/patches.ts'
import { noPatches, pushPatch } from '../source/patches.ts'
import { findGlosses } from './gloss/find.ts'
import { acceptGlosses } from './gloss-set.ts'
import type { Layer } from './layer.ts'

const certain: Grounds = { rule: 'gloss', certainty: 'certain' }

/**
 * Takes away the pinyin that a site put behind characters of its gloss set: 企業(yè)家 → 企業家.
 * The set is learned from the page; brackets that a person wrote stay: (街道), (b型), (5g), 吕梁(Lǚliáng).
 */
export const gloss: Layer = {
  rule: 'gloss',
  isNeeded: (survey) => survey.has('(') || survey.has('（'),
  run(text, context) {
    const survey = context.survey()
    const found = findGlosses(text, survey)
    const accepted = acceptGlosses(found, survey, text)
    const patches = noPatches(found.count)
    for (let i = 0; i < found.count; i++) {
      if (!accepted[found.kindOf[i] as number]) continue
      pushPatch(patches, found.starts[i] as number, found.ends[i] as number, '', certain)
    }
    return { patches }
  },
}
