import type { Grounds } from '../source/patches.ts'
import { noPatches, type Patches, pushPatch } from '../source/patches.ts'
import type { GlossKind } from './gloss/find.ts'
import type { GlossSet } from './gloss-set.ts'
import type { Layer } from './layer.ts'

const bracket: Grounds = { rule: 'gloss', certainty: 'certain' }
const doubledCharacter: Grounds = { rule: 'gloss', certainty: 'likely', evidence: { readings: 2 } }

/**
 * Takes away the pinyin that a site put behind characters of its gloss set: 企業(yè)家 → 企業家.
 * The set is learned from the page; brackets that a person wrote stay: (街道), (b型), (5g), 吕梁(Lǚliáng).
 */
export const gloss: Layer = {
  rule: 'gloss',
  isNeeded: (survey) => survey.has('(') || survey.has('（'),
  run(_, context) {
    const { count, starts, ends, kindOf, kinds, accepted } = context.brackets()
    const { units } = context
    const doubles = doublesCharacters(kinds)
    if (!doubles && accepted.every((isGloss) => isGloss)) return { patches: allOf(count, starts, ends) }
    const patches = noPatches(count)
    for (let i = 0; i < count; i++) {
      const index = kindOf[i] as number
      if (!accepted[index] && !isIn(context.glosses, kinds[index] as GlossKind)) continue
      const start = starts[i] as number
      const end = ends[i] as number
      const isDoubled = doubles && isDoubledAt(units, start, end, kinds[index] as GlossKind)
      pushPatch(patches, isDoubled ? start - 1 : start, end, '', isDoubled ? doubledCharacter : bracket)
    }
    return { patches }
  },
}

/** Where every bracket is a gloss, the columns of what was found are those of the patches. */
function allOf(count: number, starts: Int32Array, ends: Int32Array): Patches {
  return {
    count,
    starts,
    ends,
    changeOf: new Int32Array(starts.length),
    changes: [{ replacement: '', grounds: bracket }],
  }
}

function isIn(glosses: GlossSet, { code, pinyin }: GlossKind): boolean {
  return glosses.get(String.fromCharCode(code)) === pinyin
}

/** Whether the site doubles the character wherever it doubles the bracket: 会会(hui)(hui). */
function doublesCharacters(kinds: readonly GlossKind[]): boolean {
  const doubled = kinds.reduce((sum, kind) => sum + kind.doubled, 0)
  const withCharacter = kinds.reduce((sum, kind) => sum + kind.doubledBase, 0)
  return withCharacter > 1 && withCharacter === doubled
}

function isDoubledAt(units: Uint16Array, start: number, end: number, { code, pinyin }: GlossKind): boolean {
  return end - start > pinyin.length + 3 && units[start - 2] === code
}
