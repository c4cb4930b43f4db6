import { createMessage } from '../messages/finding.ts'
import { parseNumeral } from '../parse/numeral.ts'
import type { Collection } from '../schema/collection.ts'
import { fold } from '../source/fold.ts'
import { textOf } from '../tree/text.ts'
import type { Rule } from './rule.ts'

/** A title that promises 8 speeches above a page that holds another number of items. */
export const advertised: Rule = (report, collection) => {
  const items = collection.children.filter(({ type }) => type === 'item').length
  const promise = findPromise(collection)
  if (!promise || items < 2 || promise.count === items) return {}
  const values = { advertised: promise.count, found: items }
  report(createMessage('advertised-count-differs', promise.position, { values, actual: promise.text }))
  return {}
}

function findPromise(collection: Collection) {
  for (const child of collection.children) {
    if (child.type !== 'heading' && child.type !== 'preface') continue
    const match = /(\d{1,3}|[二三四五六七八九十][一二三四五六七八九十]{0,2})篇/.exec(fold(textOf(child)))
    const count = match ? parseNumeral(match[1] as string) : undefined
    if (match && count && count > 1) return { text: match[0], count, position: child.position }
  }
  return undefined
}
