import type { WriteOptions } from './options.ts'
import type { Writer } from './writer.ts'

/** What is known of a format before it is loaded. */
export interface Format<Kind extends 'text' | 'bytes' = 'text' | 'bytes'> {
  /** What it is good for, in a few words. */
  description: string
  mediaType: string
  /** How its files' names end, without the first dot, the usual one first: `['md', 'markdown']`. */
  extensions: readonly [string, ...string[]]
  /** Whether it is text, stored as UTF-8, or bytes. */
  content: Kind
  /** Whether many pages can be one file. */
  joins: boolean
  /** The options that it heeds. */
  options: readonly (keyof WriteOptions)[]
  /** Its writer; a library that it needs is loaded with it. */
  load(): Promise<Writer<Kind extends 'text' ? string : Uint8Array>>
}

const text = (format: Omit<Format<'text'>, 'content'>): Format<'text'> => ({ ...format, content: 'text' })
const bytes = (format: Omit<Format<'bytes'>, 'content'>): Format<'bytes'> => ({ ...format, content: 'bytes' })

/** What results are written as; each is loaded when it is used. */
export const formats = {
  json: text({
    description: 'tree, edits and messages, with positions in the source',
    mediaType: 'application/json',
    extensions: ['json'],
    joins: false,
    options: [],
    load: async () => (await import('./json/index.ts')).json,
  }),
  text: text({
    description: 'the speeches as restored, one line a paragraph',
    mediaType: 'text/plain; charset=utf-8',
    extensions: ['txt', 'text'],
    joins: false,
    options: [],
    load: async () => (await import('./text/index.ts')).text,
  }),
  markdown: text({
    description: 'the page as a document, headings by depth',
    mediaType: 'text/markdown; charset=utf-8',
    extensions: ['md', 'markdown'],
    joins: false,
    options: ['tree'],
    load: async () => (await import('./markdown/index.ts')).markdown,
  }),
  outline: text({
    description: 'what the page holds, at a glance',
    mediaType: 'text/plain; charset=utf-8',
    extensions: ['outline.txt'],
    joins: false,
    options: [],
    load: async () => (await import('./outline/index.ts')).outline,
  }),
  ndjson: text({
    description: 'one speech a line, as JSON',
    mediaType: 'application/x-ndjson',
    extensions: ['ndjson', 'jsonl'],
    joins: true,
    options: ['scripts'],
    load: async () => (await import('./ndjson/index.ts')).ndjson,
  }),
  'ndjson-paragraphs': text({
    description: 'one paragraph a line, as JSON',
    mediaType: 'application/x-ndjson',
    extensions: ['paragraphs.ndjson', 'paragraphs.jsonl'],
    joins: true,
    options: ['scripts'],
    load: async () => (await import('./ndjson/index.ts')).ndjsonParagraphs,
  }),
  html: text({
    description: 'the page for reading, in one file',
    mediaType: 'text/html; charset=utf-8',
    extensions: ['html', 'htm'],
    joins: false,
    options: ['edits', 'ruby'],
    load: async () => (await import('./html/index.ts')).html,
  }),
  tei: text({
    description: 'TEI for corpora (Parla-CLARIN), every repair a choice of sic and corr',
    mediaType: 'application/tei+xml',
    extensions: ['xml', 'tei'],
    joins: false,
    options: ['tree'],
    load: async () => (await import('./tei/index.ts')).tei,
  }),
  docx: bytes({
    description: 'the speeches for Word, laid out by GB/T 9704-2012',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    joins: false,
    options: [],
    load: async () => (await import('./docx/index.ts')).docx,
  }),
  parquet: bytes({
    description: 'one speech a row, for DuckDB, pandas and Spark',
    mediaType: 'application/vnd.apache.parquet',
    extensions: ['parquet', 'speeches.parquet'],
    joins: true,
    options: ['scripts'],
    load: async () => (await import('./parquet/index.ts')).parquetSpeeches,
  }),
  'parquet-paragraphs': bytes({
    description: 'one paragraph a row, for DuckDB, pandas and Spark',
    mediaType: 'application/vnd.apache.parquet',
    extensions: ['paragraphs.parquet'],
    joins: true,
    options: ['scripts'],
    load: async () => (await import('./parquet/index.ts')).parquetParagraphs,
  }),
  'parquet-edits': bytes({
    description: 'one repair a row, for DuckDB, pandas and Spark',
    mediaType: 'application/vnd.apache.parquet',
    extensions: ['edits.parquet'],
    joins: true,
    options: [],
    load: async () => (await import('./parquet/index.ts')).parquetEdits,
  }),
  epub: bytes({
    description: 'the page as a book, a chapter for each item',
    mediaType: 'application/epub+zip',
    extensions: ['epub'],
    joins: true,
    options: ['ruby', 'url', 'accessed'],
    load: async () => (await import('./epub/index.ts')).epub,
  }),
  bibtex: text({
    description: 'a reference to each speech, for BibTeX',
    mediaType: 'application/x-bibtex; charset=utf-8',
    extensions: ['bib'],
    joins: true,
    options: ['node', 'url', 'accessed'],
    load: async () => (await import('./cite/index.ts')).bibtex,
  }),
  ris: text({
    description: 'a reference to each speech, for citation managers',
    mediaType: 'application/x-research-info-systems',
    extensions: ['ris'],
    joins: true,
    options: ['node', 'url', 'accessed'],
    load: async () => (await import('./cite/index.ts')).ris,
  }),
  gbt7714: text({
    description: 'a reference to each speech, by GB/T 7714-2015',
    mediaType: 'text/plain; charset=utf-8',
    extensions: ['gbt7714.txt'],
    joins: true,
    options: ['node', 'url', 'accessed'],
    load: async () => (await import('./cite/index.ts')).gbt7714,
  }),
  'messages-csv': text({
    description: 'what an editor should know, as CSV',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extensions: ['messages.csv'],
    joins: true,
    options: ['bom', 'guardFormulas'],
    load: async () => (await import('./messages/index.ts')).messagesCsv,
  }),
  figures: text({
    description: 'indicators with value, unit, change and period, as JSON',
    mediaType: 'application/json',
    extensions: ['figures.json'],
    joins: false,
    options: [],
    load: async () => (await import('./figures/index.ts')).figures,
  }),
  'figures-csv': text({
    description: 'indicators with value, unit, change and period, as CSV',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extensions: ['csv', 'figures.csv'],
    joins: false,
    options: ['bom', 'guardFormulas'],
    load: async () => (await import('./figures/index.ts')).figuresCsv,
  }),
} satisfies Record<string, Format>

export type FormatName = keyof typeof formats

/** The formats that are stored as bytes. */
export type BytesFormatName = {
  [Name in FormatName]: (typeof formats)[Name]['content'] extends 'bytes' ? Name : never
}[FormatName]

/** The format of a file by the end of its name, the longest that fits: `page.figures.csv` before `page.csv`. */
export function formatOf(fileName: string): FormatName | undefined {
  const endings = Object.entries(formats).flatMap(([name, { extensions }]) =>
    extensions.map((extension) => [name as FormatName, `.${extension}`] as const),
  )
  const fitting = endings.filter(([, ending]) => fileName.toLowerCase().endsWith(ending))
  return fitting.sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
}
