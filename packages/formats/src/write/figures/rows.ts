import type { Collection, ParseResult, Phrasing, SectionContent, SpeechContent } from '@speeches/core/schema'
import { plain } from '../plain.ts'
import { changeOf, countedBy } from './indicator.ts'

/** One figure of a speech, as a researcher would enter it in a table. */
export interface FigureRow {
  /** What is measured: 地區生產總值. */
  indicator: string
  /** 萬 and 億 multiplied out; null, as its unit, where only the change is said: 勞動生產率提高15%. */
  value: number | null
  unit: string | null
  /** Percentage by which it rose (+) or fell (−); of a percentage, the points. Null where none is named. */
  change: number | null
  /**
   * The date before it in the sentence, ISO where it is whole, else as printed: 去年; or the year that a sentence before
   * it began with. Null where there is none.
   */
  period: string | null
  /** The id of the speech. */
  speech: string
  /** Place of the item on the page, from 1. */
  item: number
  /** Where the figure stands in the source, from 1; null where the tree has no positions. */
  line: number | null
  column: number | null
  /** The figure as restored. */
  text: string
}

/** The figures of a page that give an indicator a value or say how it changed, in order. */
export function figureRows({ collection }: ParseResult): FigureRow[] {
  const rows: FigureRow[] = []
  for (const { item, speech, line } of spokenLines(collection)) {
    const reading: Reading = { period: null, topic: null, sentence: '', clause: '', changes: [] }
    readFigures(line, reading, (figure) => rows.push({ ...figure, speech, item }))
  }
  return rows
}

type Quantity = Extract<Phrasing, { type: 'quantity' }>
type Figure = Omit<FigureRow, 'speech' | 'item'>

/** What has been read of a line so far. */
interface Reading {
  /** The last period of the sentence. */
  period: string | null
  /** A period that a sentence began with, which holds for those behind it: 去年,…。財政收入… */
  topic: string | null
  /** The words of the sentence, and of its last clause. */
  sentence: string
  clause: string
  /** Changes of figures that have been read; each is printed as a percentage of its own behind them. */
  changes: number[]
}

function readFigures(nodes: readonly Phrasing[], reading: Reading, give: (figure: Figure) => void): void {
  for (const [i, node] of nodes.entries()) {
    if (node.type === 'text') readWords(node.value, reading, nodes[i - 1]?.type === 'quantity')
    else if (node.type === 'date') readDate(node, reading)
    else if (node.type === 'enumerator' || node.type === 'marker') reading.clause = ''
    else if (node.type === 'quantity') {
      const figure = toFigure(node, reading, nodes[i + 1])
      if (figure) give(figure)
    } else if (node.type !== 'noise') {
      const { clause } = reading
      if ('children' in node) readFigures(node.children, reading, give)
      reading.clause = clause + plain([node])
    }
  }
}

/** A year or a part of one can be what a paragraph is about, a day is not. What stands behind 比 is only compared with. */
function readDate(node: Extract<Phrasing, { type: 'date' }>, reading: Reading): void {
  if (/[比较較]$/.test(reading.clause)) {
    reading.clause += plain([node])
    return
  }
  const isDay = node.iso !== undefined || node.month !== undefined || node.day !== undefined
  reading.period = node.iso ?? plain([node])
  if (!isDay && reading.sentence === '') reading.topic = reading.period
  reading.clause = ''
}

/** Periods that are no dates: 過去的一年, 五年來. */
const PERIOD =
  /(?:[过過]去|近|最近)的?(?:[一两兩二三四五六七八九十]|\d{1,2})年|(?:[两兩二三四五六七八九十]|\d{1,2})年[来來]/
/** What the figures of a sentence are of today for, whatever the sentences before it were about. */
const NOW = /[现現][有在]|目前|如今|截至/
/** What ends a clause; 、 and 和 do so behind a figure, where words follow. */
const CLAUSE_END = /^.*[，,。；;：:！!？?\r\n]/s

function readWords(words: string, reading: Reading, isBehindFigure: boolean): void {
  if (isBehindFigure && /^[、和及]$/.test(words)) return
  const said = isBehindFigure ? words.replace(/^[、和及]/, '，') : words
  for (const piece of said.split(/(?<=[。！？!?])/)) {
    const period = PERIOD.exec(piece)?.[0]
    if (period !== undefined) reading.period = period
    if (period !== undefined && reading.sentence === '' && piece.startsWith(period)) reading.topic = period
    if (NOW.test(piece)) Object.assign(reading, { period: null, topic: null })
    reading.sentence += piece
    if (/[。！？!?]$/.test(piece)) Object.assign(reading, { period: reading.topic, sentence: '', changes: [] })
  }
  reading.clause = (reading.clause + said).replace(CLAUSE_END, '')
}

function toFigure(node: Quantity, reading: Reading, next: Phrasing | undefined): Figure | undefined {
  const { period, clause, changes } = reading
  const { number, unit, change = null, measure } = node
  const place = { clause, next }
  if (change !== null) changes.push(Math.abs(change))
  if (measure === undefined && changes.includes(number) && /%|百分[点點]/.test(unit)) return undefined
  const changed = changeOf(node, place)
  const indicator = measure ?? changed?.indicator ?? countedBy(node, place)
  if (indicator === undefined) return undefined
  const value = changed ? { value: null, unit: null, change: changed.change } : { value: number, unit, change }
  const { line = null, column = null } = node.position?.start ?? {}
  return { indicator, ...value, period, line, column, text: plain([node]) }
}

interface SpokenLine {
  item: number
  speech: string
  line: Phrasing[]
}

function spokenLines({ children }: Collection): SpokenLine[] {
  return children.flatMap((item) =>
    item.type !== 'item'
      ? []
      : item.children.flatMap((speech) =>
          speech.type !== 'speech'
            ? []
            : speech.children.flatMap(linesOf).map((line) => ({ item: item.ordinal, speech: speech.id, line })),
        ),
  )
}

function linesOf(part: SpeechContent | SectionContent): Phrasing[][] {
  if (part.type === 'noise') return []
  if (part.type === 'section') return part.children.flatMap(linesOf)
  if (part.type === 'list') return part.children.map(({ children }) => children)
  return [part.children]
}
