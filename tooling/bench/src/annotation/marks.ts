/** The annotators that sentences are marked for, by the letter that opens their marks. */
export const ANNOTATORS = {
  c: 'citation',
  q: 'quotation',
  e: 'elision',
  n: 'enumerator',
  d: 'date',
  f: 'quantity',
  m: 'name',
} as const

export type AnnotatorName = (typeof ANNOTATORS)[keyof typeof ANNOTATORS]

/** One annotation: UTF-16 offsets in the sentence, and its fields as `fields` spells them. */
export interface Mark {
  type: AnnotatorName
  start: number
  end: number
  fields: string
}

/** A sentence without its marks, and the marks. */
export interface MarkedSentence {
  text: string
  marks: Mark[]
}

/**
 * Reads a marked sentence (see `tooling/fixtures/sentences/README.md`).
 *
 *     我們讀了{c|《河道管理條例》}。
 *
 * @throws {SyntaxError} where a brace has no partner or a mark is of no known kind
 */
export function readMarks(line: string): MarkedSentence {
  const marks: Mark[] = []
  const open: Mark[] = []
  let text = ''
  for (let at = 0; at < line.length; at++) {
    const char = line[at]
    if (char === '{') {
      const bar = line.indexOf('|', at)
      const [letter = '', ...fields] = line.slice(at + 1, bar).split(' ')
      const type = ANNOTATORS[letter as keyof typeof ANNOTATORS]
      if (bar === -1 || !type) throw new SyntaxError(`No mark is ${line.slice(at, at + 12)}`)
      open.push({ type, start: text.length, end: 0, fields: fields.join(' ') })
      at = bar
    } else if (char === '}') {
      const mark = open.pop()
      if (!mark) throw new SyntaxError(`A } too many: ${line}`)
      marks.push({ ...mark, end: text.length })
    } else text += char
  }
  if (open.length > 0) throw new SyntaxError(`A { too many: ${line}`)
  return { text, marks }
}
