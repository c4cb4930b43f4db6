import { type Zippable, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** What a document is made of; each is what stands inside the root element of its part. */
export interface DocxParts {
  body: string
  numbering?: string
  styles?: string
  footnotes?: string
  properties?: string
  /** Parts to add or to put in place of others, by path. */
  extra?: Record<string, Uint8Array | string>
}

/** The bytes of a Word document, packed as Word packs it. */
export function makeDocx({ body, numbering, styles, footnotes, properties, extra = {} }: DocxParts): Uint8Array {
  const part = (root: string, inner: string) => `<?xml version="1.0"?><w:${root} xmlns:w="${W}">${inner}</w:${root}>`
  const related = { numbering, styles, footnotes }
  const relations = Object.entries(related)
    .filter(([, inner]) => inner !== undefined)
    .map(([name], index) => relation(`r${index}`, `${TYPE}/${name}`, `${name}.xml`))
  const parts: Record<string, Uint8Array | string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationsPart(
      relation('d', `${TYPE}/officeDocument`, 'word/document.xml'),
      relation(
        'p',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ),
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationsPart(...relations),
    ...(numbering !== undefined && { 'word/numbering.xml': part('numbering', numbering) }),
    ...(styles !== undefined && { 'word/styles.xml': part('styles', styles) }),
    ...(footnotes !== undefined && { 'word/footnotes.xml': part('footnotes', footnotes) }),
    ...(properties !== undefined && {
      'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${properties}</cp:coreProperties>`,
    }),
    ...extra,
  }
  return pack(parts)
}

/** Packs parts as ZIP. */
export function pack(parts: Record<string, Uint8Array | string>): Uint8Array {
  const files: Zippable = {}
  for (const [path, part] of Object.entries(parts)) files[path] = typeof part === 'string' ? utf8(part) : part
  return zipSync(files)
}

/** A paragraph of that text, in a list and level where they are given. */
export function p(text: string, list?: number, level = 0): string {
  const properties =
    list === undefined ? '' : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

function relationsPart(...relations: string[]): string {
  return `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}">${relations.join('')}</Relationships>`
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
}
