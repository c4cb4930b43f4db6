import type { Collection } from '../schema/collection.ts'
import type { Message } from '../schema/message.ts'
import { advertised } from './advertised.ts'
import { announced } from './announced.ts'
import { beginning } from './beginning.ts'
import { numbering } from './numbering.ts'
import type { Rule } from './rule.ts'

/** Every check there is, one a file. */
const RULES: readonly Rule[] = [advertised, announced, beginning, numbering]

/** What is wrong with a page, rule by rule. */
export function check(collection: Collection): Message[] {
  return RULES.flatMap((rule) => rule(collection))
}
