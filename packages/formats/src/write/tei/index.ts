import type { Collection } from '@speeches/core/schema'
import { createRepairs } from '../repairs.ts'
import { type Node, skeletonJson, skeletonOf } from '../skeleton.ts'
import type { Writer } from '../writer.ts'
import { possibleXml } from '../xml.ts'
import { textXml } from './body.ts'
import { headerXml } from './header.ts'

/**
 * TEI (https://tei-c.org) as Parla-CLARIN has it (https://clarin-eric.github.io/parla-clarin): every repair a choice of
 * sic and corr, elisions as gaps, headings as nested divisions, salutations and closings typed.
 * Without `sic`, the text of a speech's division is the speech as restored; noise is left out.
 */
export const tei: Writer = {
  write({ collection, edits }, { tree = true } = {}) {
    const repairs = createRepairs(edits)
    const text = textXml(collection, repairs)
    return [
      '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="zh">\n',
      headerXml(collection, repairs.left(), tree ? treeJson(collection) : undefined),
      '\n',
      text,
      '\n</TEI>\n',
    ]
  },
}

/** What TEI has no words for, so that it can be read back to the same tree. */
function treeJson(collection: Collection): string {
  const { children } = collection
  const heading = children.find(({ type }) => type === 'heading')
  const isWritten = (line: Node) => line === heading || !(children as Node[]).includes(line)
  const givesBack = (words: string, line: Node) =>
    isWritten(line) && !/[\r\n]/.test(words) && possibleXml(words) === words
  return skeletonJson(skeletonOf(collection, givesBack))
}
