/** What our own Markdown calls the fields of a page's header, and what pages call them. */
const FIELDS: Readonly<Record<string, string>> = {
  published: '时间',
  editor: '编辑',
  author: '作者',
  source: '来源',
  format: '文件格式',
}
const KEYS = Object.keys(FIELDS).join('|')

/** A title, if there is one, and a list with nothing but fields. */
const HEADER = new RegExp(`^(?:# .*\\n+)?((?:- (?:${KEYS}): .*(?:\\n|$))+)(?:\\n|$)`)
const FIELD = new RegExp(`^- (${KEYS}): `, 'gm')

/** What our own Markdown heads the links at its end with, and what pages do. */
const RELATED = /(?:^|\n)## (Related)\n\n(?:- .*(?:\n|$))+$/
const RELATED_OF_PAGES = '相关文章'

/** A word of our own Markdown, and the one that pages have for it. */
interface Label {
  own: string
  ofPages: string
}

/** The labels of our own Markdown, by their offsets. */
export function findOwnLabels(markdown: string): Map<number, Label> {
  const labels = new Map<number, Label>()
  const header = HEADER.exec(markdown)
  const list = header?.[1] ?? ''
  const start = header ? header[0].indexOf(list) : 0
  for (const { 1: own = '', index } of list.matchAll(FIELD)) {
    labels.set(start + index + '- '.length, { own, ofPages: FIELDS[own] ?? own })
  }
  const related = RELATED.exec(markdown)
  if (related) {
    const at = related.index + related[0].indexOf('Related')
    labels.set(at, { own: 'Related', ofPages: RELATED_OF_PAGES })
  }
  return labels
}
