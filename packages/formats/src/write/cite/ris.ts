import type { Citation } from './citation.ts'

/** A reference in RIS, as citation managers read it: a web page, fields in lines that end in CR LF. */
export function risEntry(citation: Citation): string {
  const { id, title, container, authors, publisher, published, url, accessed, passage } = citation
  const fields: (readonly [string, string | null | undefined])[] = [
    ['TY', 'WEB'],
    ['ID', id],
    ...authors.map((name) => ['AU', name] as const),
    ['TI', title],
    ['T2', container],
    ['PB', publisher],
    ['PY', published?.slice(0, 4)],
    ['DA', published && slashes(published)],
    ['UR', url],
    ['Y2', accessed && slashes(accessed)],
    ['LA', 'zh'],
    ['SE', passage?.place],
    ['N1', passage?.text],
  ]
  const lines = fields.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}\r\n`)
  return `${lines.join('')}ER  - \r\n`
}

/** 2022/05/06, and 2022/05/ where the day is not known. */
function slashes(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}/${month}/${day}`
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}
