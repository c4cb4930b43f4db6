import type { Writer } from '../writer.ts'
import { textXml } from './body.ts'
import { headerXml } from './header.ts'
import { createRepairs } from './repairs.ts'

/**
 * TEI (https://tei-c.org) as Parla-CLARIN has it (https://clarin-eric.github.io/parla-clarin): every repair a choice of
 * sic and corr, elisions as gaps, headings as nested divisions, salutations and closings typed.
 * Without `sic`, the text of a speech's division is the speech as restored; noise is left out.
 */
export const tei: Writer = {
  description: 'TEI for corpora (Parla-CLARIN), every repair a choice of sic and corr',
  mediaType: 'application/tei+xml',
  extension: 'xml',
  write({ collection, edits }) {
    const repairs = createRepairs(edits)
    const text = textXml(collection, repairs)
    return [
      '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="zh">\n',
      headerXml(collection, repairs.left()),
      '\n',
      text,
      '\n</TEI>\n',
    ]
  },
}
