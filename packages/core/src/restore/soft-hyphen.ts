import type { Grounds } from '../source/patches.ts'
import { noPatches, pushPatch } from '../source/patches.ts'
import { kindOf, letter } from './kinds.ts'
import type { Layer } from './layer.ts'

const certain: Grounds = { rule: 'soft-hyphen', certainty: 'certain' }
const SOFT_HYPHEN = '\u00ad'

/** Takes soft hyphens out of Chinese text, which is never hyphenated. Inside a word of another script they stay. */
export const softHyphen: Layer = {
  rule: 'soft-hyphen',
  isNeeded: (survey) => survey.has(SOFT_HYPHEN),
  run(text) {
    const patches = noPatches()
    for (let at = text.indexOf(SOFT_HYPHEN); at !== -1; at = text.indexOf(SOFT_HYPHEN, at + 1)) {
      const inWord = kindOf(text.charCodeAt(at - 1)) === letter && kindOf(text.charCodeAt(at + 1)) === letter
      if (!inWord) pushPatch(patches, at, at + 1, '', certain)
    }
    return { patches }
  },
}
