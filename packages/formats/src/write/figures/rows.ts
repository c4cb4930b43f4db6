import type { Collection, ParseResult, Phrasing, Position, SectionContent, SpeechContent } from '@speeches/core/schema'
import { plain } from '../plain.ts'

/** One figure of a speech, as a researcher would enter it in a table. */
export interface FigureRow {
  /** What is measured: 地區生產總值. */
  indicator: string
  /** 萬 and 億 multiplied out. */
  value: number
  unit: string
  /** Percentage by which it rose (+) or fell (−); of a percentage, the points. Null where none is named. */
  change: number | null
  /** The date before it in the sentence, ISO where it is whole, else as printed: 去年. Null where there is none. */
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

/** The figures of a page that give an indicator a value, in order. */
export function figureRows({ collection }: ParseResult): FigureRow[] {
  const rows: FigureRow[] = []
  for (const { item, speech, line } of spokenLines(collection)) {
    let period: string | null = null
    walk(line, (node) => {
      if (node.type === 'text' && /[。！？!?]/.test(node.value)) period = null
      if (node.type === 'date') period = node.iso ?? plain([node])
      if (node.type === 'quantity' && node.measure) rows.push(toRow(node, node.measure, { period, speech, item }))
    })
  }
  return rows
}

type Quantity = Extract<Phrasing, { type: 'quantity' }>

function toRow(
  node: Quantity,
  indicator: string,
  { period, speech, item }: Pick<FigureRow, 'period' | 'speech' | 'item'>,
): FigureRow {
  const { number, unit, change, position } = node
  const start: Position['start'] | undefined = position?.start
  return {
    indicator,
    value: number,
    unit,
    change: change ?? null,
    period,
    speech,
    item,
    line: start?.line ?? null,
    column: start?.column ?? null,
    text: plain([node]),
  }
}

/** All nodes of a line, the outer before the inner. */
function walk(nodes: readonly Phrasing[], see: (node: Phrasing) => void): void {
  for (const node of nodes) {
    see(node)
    if ('children' in node) walk(node.children, see)
  }
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
