import { noPatches } from '../source/patches.ts'
import { findDebris } from './debris.ts'
import { learnGlosses } from './gloss-set.ts'
import type { Layer } from './layer.ts'

/** Leaves every damaged run as it stands and says so. */
export const shift: Layer = {
  rule: 'shift',
  isNeeded: (survey) => survey.has('?'),
  run(text) {
    const { starts, ends } = findDebris(text, learnGlosses(text).size > 0)
    return {
      patches: noPatches(),
      findings: starts.map((start, i) => ({ id: 'restoration-left-undone', start, end: ends[i] as number })),
    }
  },
}
