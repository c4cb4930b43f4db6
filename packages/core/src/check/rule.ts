import type { Collection } from '../schema/collection.ts'
import type { Message } from '../schema/message.ts'

/** One check: reads the tree and says what is wrong with it. */
export type Rule = (collection: Collection) => Message[]
