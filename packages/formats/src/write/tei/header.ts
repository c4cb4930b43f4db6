import type { Collection, Edit } from '@speeches/core/schema'
import { element, escapeXml } from '../xml.ts'
import { choiceXml, REPAIRER } from './repairs.ts'

/**
 * The header: what the page is, who repaired it and how. `left` are the repairs that stand outside the text, `tree` is
 * what TEI has no words for, as JSON that needs no escapes.
 */
export function headerXml({ title, metadata, children }: Collection, left: readonly Edit[], tree?: string): string {
  const { published, editor, author, source } = metadata
  const fields = children.flatMap((child) => (child.type === 'header' ? child.children : []))
  return `<teiHeader>
<fileDesc>
<titleStmt>
<title>${escapeXml(title ?? '')}</title>
<respStmt xml:id="${REPAIRER}"><resp>restoration and structure</resp><name>Speeches</name></respStmt>
</titleStmt>
<publicationStmt><p>Made from a page of the web; nothing is said of its rights.</p></publicationStmt>
<sourceDesc>
<bibl>
${element('title', {}, escapeXml(title ?? ''))}
${optional('author', author)}${optional('editor', editor)}${optional('publisher', source)}${published === null ? '' : dateXml(published)}
${fields.map((field) => (field.type === 'field' ? fieldXml(field) : '')).join('')}</bibl>
</sourceDesc>
</fileDesc>
<encodingDesc>
<editorialDecl>
<correction method="markup">
<p>Each repair is a choice: sic is what the page said, corr what it says as restored, its type the kind of damage. cert is high where the bytes leave one reading, medium where language decided, low where it was applied on request.</p>
${left.length === 0 ? '' : `<p>Repairs of what stands outside the text, by line and column of the page: ${left.map((edit) => choiceXml(edit, placeOf(edit))).join(' ')}</p>\n`}</correction>
</editorialDecl>
</encodingDesc>
<profileDesc><langUsage><language ident="zh">Chinese</language></langUsage></profileDesc>
${tree === undefined ? '' : `<xenoData>${tree}</xenoData>\n`}</teiHeader>`
}

function optional(name: string, value: string | null): string {
  return value === null ? '' : element(name, {}, escapeXml(value))
}

function fieldXml({ name, value }: { name: string; value: string }): string {
  return `${element('note', { type: 'field', n: name === '' ? undefined : name }, escapeXml(value))}\n`
}

/** ISO local time; `when` wants it whole, so the day stands for it where seconds are missing. */
function dateXml(published: string): string {
  const isWhole = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2})?)?)?$/.test(published)
  const when = isWhole ? published : published.slice(0, 10)
  const isDate = !Number.isNaN(Date.parse(when))
  return element('date', { when: isDate ? when : undefined }, escapeXml(published))
}

function placeOf({ position }: Edit): string {
  return `${position.start.line}:${position.start.column}`
}
