import type { Citation } from './citation.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '#': '\\#',
  $: '\\$',
  '&': '\\&',
  _: '\\_',
}

/** A reference as a BibTeX entry, with the fields that biblatex has besides: `urldate`, `langid`. */
export function bibtexEntry(citation: Citation): string {
  const { id, title, container, authors, publisher, published, url, accessed, passage } = citation
  const [year, month] = published?.split('-') ?? []
  const fields: [string, string | null | undefined][] = [
    ['author', authors.map((name) => `{${escapeTex(name)}}`).join(' and ') || null],
    ['title', `{${escapeTex(title)}}`],
    ['booktitle', container && escapeTex(container)],
    ['howpublished', publisher && escapeTex(publisher)],
    ['year', year],
    ['month', month && String(Number(month))],
    ['date', published],
    ['url', url?.replace(/[\\{}\s]/g, encodeURIComponent)],
    ['urldate', accessed],
    ['langid', 'chinese'],
    ['note', passage && escapeTex(`${passage.place}：${passage.text}`)],
  ]
  const rows = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@misc{${id.replace(/[^\w-]/g, '_')},\n${rows.join('')}}\n`
}

function escapeTex(text: string): string {
  return text.replace(/[\\~^{}%#$&_]/g, (char) => ESCAPES[char] ?? char)
}
