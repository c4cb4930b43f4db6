import type { Collection } from '@speeches/core/schema'
import { element, escapeXml } from '../xml.ts'
import { bodyXml } from './document.ts'
import { fontTableXml } from './fonts.ts'
import { FOOTERS } from './page.ts'
import { stylesXml } from './styles.ts'

/** Office Open XML, ECMA-376 (https://ecma-international.org/publications-and-standards/standards/ecma-376/). */
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The parts that the document is beside its text: relation id, and the element it is. */
const BESIDE = [
  { part: 'styles', xml: () => word('w:styles', stylesXml()) },
  { part: 'settings', xml: () => word('w:settings', SETTINGS) },
  { part: 'fontTable', xml: () => word('w:fonts', fontTableXml()) },
  ...FOOTERS.map(({ part, style }) => ({ part, xml: () => word('w:ftr', footerXml(style)) })),
]

const SETTINGS = [
  '<w:evenAndOddHeaders/>',
  '<w:characterSpacingControl w:val="doNotCompress"/>',
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
].join('')

/** Every file of the package, by its name, in order. */
export function partsOf(collection: Collection): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypesXml(),
    '_rels/.rels': relationsXml([
      ['document', `${RELATIONS}/officeDocument`, 'word/document.xml'],
      ['core', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreXml(collection),
    'word/document.xml': word('w:document', element('w:body', {}, `\n${bodyXml(collection)}\n`)),
    'word/_rels/document.xml.rels': relationsXml(
      BESIDE.map(({ part }) => [part, `${RELATIONS}/${kindOf(part)}`, `${part}.xml`]),
    ),
    ...Object.fromEntries(BESIDE.map(({ part, xml }) => [`word/${part}.xml`, xml()])),
  }
}

function word(name: string, content: string): string {
  return `${DECLARATION}<${name} xmlns:w="${WORD}" xmlns:r="${RELATIONS}">${content}</${name}>\n`
}

/** `footer` of `footer1`. */
function kindOf(part: string): string {
  return part.replace(/\d$/, '')
}

/** — 1 — */
function footerXml(style: string): string {
  const text = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
  const page = `<w:fldSimple w:instr=" PAGE ">${text('1')}</w:fldSimple>`
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text('— ')}${page}${text(' —')}</w:p>`
}

function contentTypesXml(): string {
  const overrides = [
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['word/document.xml', `${CONTENT}.document.main+xml`],
    ...BESIDE.map(({ part }) => [`word/${part}.xml`, `${CONTENT}.${kindOf(part)}+xml`]),
  ].map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
${overrides.join('\n')}
</Types>
`
}

function relationsXml(relations: readonly (readonly [id: string, type: string, target: string])[]): string {
  const rows = relations.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">\n${rows.join('\n')}\n</Relationships>\n`
}

function coreXml({ title, metadata }: Collection): string {
  const parts = [
    title === null ? '' : element('dc:title', {}, escapeXml(title)),
    metadata.author === null ? '' : element('dc:creator', {}, escapeXml(metadata.author)),
    '<dc:language>zh-CN</dc:language>',
  ]
  return `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.join('')}</cp:coreProperties>\n`
}
