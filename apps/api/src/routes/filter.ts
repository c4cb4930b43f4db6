import { z } from '@hono/zod-openapi'
import type { DocumentFilter } from '@speeches/store'
import { defined } from '../defined.ts'
import { numberIn } from '../openapi.ts'
import { isoTime, line, script } from '../schemas.ts'

/** Which documents: conditions in a query, which must all hold. */
export const filterFields = {
  publishedFrom: isoTime.optional(),
  publishedTo: isoTime.optional().openapi({ description: 'Inclusive, as exact as it is given.' }),
  importedFrom: isoTime.optional(),
  importedTo: isoTime.optional().openapi({ description: 'Inclusive, as exact as it is given; UTC.' }),
  publication: line.optional().openapi({ description: 'As printed; script and letter case are alike.' }),
  editor: line.optional(),
  origin: line.optional(),
  script: script.optional(),
  minSpeeches: numberIn(0, 1_000_000),
  maxSpeeches: numberIn(0, 1_000_000),
  rule: line.optional().openapi({ description: 'Has a message of this rule.', example: 'numbering-gap' }),
  parser: line.optional().openapi({ description: 'Made by this version of the parser.' }),
}

/** All versions of a page, and not only the newest one. */
export const versionsField = { versions: z.enum(['newest', 'all']).optional() }

const filterQuery = z.object({ ...filterFields, ...versionsField })

/** The filter that a query names. */
export function filterOf(query: z.output<typeof filterQuery>): DocumentFilter {
  const { publishedFrom, publishedTo, importedFrom, importedTo, minSpeeches, maxSpeeches, ...plain } = query
  return defined({
    published: span(publishedFrom, publishedTo),
    imported: span(importedFrom, importedTo),
    speeches: defined({ min: minSpeeches, max: maxSpeeches }),
    publication: plain.publication,
    editor: plain.editor,
    origin: plain.origin,
    script: plain.script,
    rule: plain.rule,
    parser: plain.parser,
    versions: plain.versions,
  })
}

function span(from: string | undefined, to: string | undefined) {
  return defined({ from, to })
}
