import { parse } from '@speeches/core'
import type { Phrasing } from '@speeches/core/schema'
import { ANNOTATORS, type AnnotatorName, type Mark, type MarkedSentence } from './marks.ts'

/** How often an annotator was right, went too far and missed; a mark is right only with all its fields. */
export interface Score {
  right: number
  /** Found and not marked. */
  extra: string[]
  /** Marked and not found. */
  missed: string[]
}

/** Scores every annotator on marked sentences. */
export function scoreSentences(sentences: readonly MarkedSentence[]): Map<AnnotatorName, Score> {
  const scores = new Map<AnnotatorName, Score>(
    Object.values(ANNOTATORS).map((name) => [name, { right: 0, extra: [], missed: [] }]),
  )
  for (const { text, marks } of sentences) {
    const found = findMarks(text)
    const expected = new Set(marks.map((mark) => spell(mark, text)))
    const actual = new Set(found.map((mark) => spell(mark, text)))
    for (const mark of found) {
      const score = scores.get(mark.type) as Score
      if (expected.has(spell(mark, text))) score.right++
      else score.extra.push(`${spell(mark, text)} in ${text}`)
    }
    for (const mark of marks) {
      if (!actual.has(spell(mark, text)))
        (scores.get(mark.type) as Score).missed.push(`${spell(mark, text)} in ${text}`)
    }
  }
  return scores
}

export function precision({ right, extra }: Score): number {
  return right + extra.length === 0 ? 1 : right / (right + extra.length)
}

export function recall({ right, missed }: Score): number {
  return right + missed.length === 0 ? 1 : right / (right + missed.length)
}

export function f1(score: Score): number {
  const p = precision(score)
  const r = recall(score)
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

function spell({ type, start, end, fields }: Mark, text: string): string {
  return `${type} ${start} ${text.slice(start, end)} [${fields}]`
}

/** What stands before a sentence, so that it is one of a paragraph of a speech. */
const BEFORE = '同志們:\n今天的會很要緊。大家請聽。'
const BEHIND = '\n謝謝大家!'

/** What the annotators find in a sentence. */
export function findMarks(text: string): Mark[] {
  const marks: Mark[] = []
  const { collection } = parse(`${BEFORE}${text}${BEHIND}`, { check: false })
  visit(collection)
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)

  function visit(node: { type: string; children?: readonly unknown[] }): void {
    if (node.type in FIELDS) {
      const annotated = node as Annotated
      const { start, end } = annotated.position as NonNullable<Annotated['position']>
      marks.push({
        type: annotated.type,
        start: start.offset - BEFORE.length,
        end: end.offset - BEFORE.length,
        fields: spellFields(annotated),
      })
    }
    for (const child of node.children ?? []) visit(child as typeof node)
  }
}

type Annotated = Extract<Phrasing, { type: AnnotatorName }>

const FIELDS: Record<AnnotatorName, true> = {
  citation: true,
  quotation: true,
  elision: true,
  enumerator: true,
  date: true,
  quantity: true,
  name: true,
}

function spellFields(node: Annotated): string {
  switch (node.type) {
    case 'elision':
      return node.kind
    case 'enumerator':
      return String(node.ordinal)
    case 'date': {
      const { iso, year, month, day } = node
      if (iso) return iso
      return [year && `y${year}`, month && `m${month}`, day && `d${day}`].filter(Boolean).join(' ')
    }
    case 'quantity': {
      const { number, unit, change, measure } = node
      const sign = change !== undefined && change >= 0 ? '+' : ''
      return [`${number}${unit}`, change !== undefined && `${sign}${change}`, measure && `=${measure}`]
        .filter(Boolean)
        .join(' ')
    }
    case 'name':
      return [node.kind, node.title].filter(Boolean).join(' ')
    default:
      return ''
  }
}
