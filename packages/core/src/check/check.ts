import type { Collection } from '../schema/collection.ts'
import type { Message } from '../schema/message.ts'
import { advertised } from './advertised.ts'
import { announced } from './announced.ts'
import { beginning } from './beginning.ts'
import { elision } from './elision.ts'
import { mixedScripts } from './mixed-scripts.ts'
import { nearIdentical } from './near-identical.ts'
import { numbering } from './numbering.ts'
import type { Rule } from './rule.ts'
import { unbalanced } from './unbalanced.ts'

/** Every check there is, one a file. They read the tree; what quotes, elides or announces they know from `annotate`. */
export const RULES: readonly Rule[] = [
  advertised,
  announced,
  beginning,
  elision,
  mixedScripts,
  nearIdentical,
  numbering,
  unbalanced,
]

/** What is wrong with a page, rule by rule. */
export function check(collection: Collection): Message[] {
  return RULES.flatMap((rule) => rule(collection))
}
