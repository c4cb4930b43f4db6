import type { Marker, Noise, Phrasing } from '../schema/phrasing.ts'
import type { Paragraph } from '../schema/speech.ts'
import { codeSet } from '../source/code-set.ts'
import type { MarkerMatch } from './constructs/marker.ts'
import { createIdentifier, type Identifier } from './identity.ts'
import { findFigures, findNotices } from './inline-noise.ts'
import { createLeaves, type Leaves, spanOf } from './leaves.ts'
import { LETTERS } from './letters.ts'
import type { Line } from './line.ts'
import type { Page } from './page.ts'

/** Makes the nodes of one page. Nodes must be made in the order of the text. */
export interface Writer {
  /** The restored text of the page. */
  text: string
  leaves: Leaves
  /** Lines that were found to be noise. */
  noise: ReadonlyMap<Line, Noise['kind']>
  slice(start: number, end: number): string
  /** The id of what stands between two offsets, from the mark at the first. */
  identify: Identifier['identify']
  /** The state of the text's hash at an offset; offsets must not go back. */
  mark: Identifier['mark']
  /** A paragraph of the restored units `start`–`end` of a line, markup around it from `from` to `to`. */
  paragraph(line: Line, start: number, end: number, from: number, to: number): Paragraph
  /** A paragraph whose lines are cut apart by noise. */
  cutParagraph(lines: readonly Line[]): Paragraph
  /** A line as a parent of nothing but its text. */
  phrased<Type extends string>(type: Type, line: Line): { type: Type; children: Phrasing[] }
  /** The marker of a line, if it has one, and its text up to `end`; markup reaches to `to`. */
  marked(line: Line, marker: MarkerMatch | undefined, end: number, to: number): Phrasing[]
  noiseLine(line: Line, kind: Noise['kind']): Noise
}

export function createWriter(page: Page, noise: ReadonlyMap<Line, Noise['kind']>): Writer {
  const { text, units } = page
  const leaves = createLeaves(page)
  const { identify, mark } = createIdentifier(units)
  const slice = (start: number, end: number) => text.slice(start, end)

  /** Text with the site's notices in it as noise. */
  function spoken(line: Line, start: number, end: number, from: number, to: number): Phrasing[] {
    const figures = line.holds & LETTERS.digit ? findFigures(page, start, end) : []
    const boxed = line.holds & LETTERS.bracket ? findNotices(text, start, end) : []
    const notices = [...figures, ...boxed].sort((a, b) => a.start - b.start)
    if (notices.length === 0) return leaves.text(start, end, from, to)
    const children: Phrasing[] = []
    let at = start
    for (const notice of notices) {
      if (notice.start > at) children.push(...leaves.text(at, notice.start, at === start ? from : at, notice.start))
      const value = slice(notice.start, notice.end)
      const { kind } = notice
      children.push({ type: 'noise', kind, value, position: leaves.place(notice.start, notice.end) })
      at = notice.end
    }
    if (at < end) children.push(...leaves.text(at, end, at, to))
    return children
  }

  return {
    text,
    leaves,
    noise,
    slice,
    identify,
    mark,
    paragraph(line, start, end, from, to) {
      const at = skipBlanks(units, start, end)
      const id = identify(mark(at), at, end)
      const children = spoken(line, at, end, start === from ? at : from, to)
      return { type: 'paragraph', id, children, position: spanOf(children) }
    },
    cutParagraph(lines) {
      const first = lines[0] as Line
      const last = lines.at(-1) as Line
      const children = lines.flatMap((line): Phrasing[] => {
        const kind = noise.get(line)
        return kind ? [this.noiseLine(line, kind)] : spoken(line, line.start, line.end, line.from, line.to)
      })
      const id = identify(mark(first.start), first.start, last.end)
      return { type: 'paragraph', id, children, position: spanOf(children) }
    },
    phrased(type, { start, end, from, to }) {
      const children = leaves.text(start, end, from, to)
      return { type, children, position: spanOf(children) }
    },
    marked(line, marker, end, to) {
      if (!marker) return leaves.text(line.start, end, line.from, to)
      const rest = line.start + marker.rest
      const border = delimits(text, line.start + marker.length - 1) ? line.start + marker.length : Math.min(rest, end)
      const printed: Marker = {
        type: 'marker',
        value: slice(line.start, border),
        position: leaves.place(line.from, border),
      }
      if (rest >= end) return [printed]
      const children = leaves.text(rest, end, rest, to)
      children.unshift(printed)
      return children
    },
    noiseLine({ start, end, from, to }, kind) {
      return { type: 'noise', kind, value: slice(start, end), position: leaves.place(from, to) }
    },
  }
}

/** Whether a mark delimits a marker; where none does, the blank behind it is what parts it from its text: 第一部分 去年的工作 */
function delimits(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[at] as string)
}

function skipBlanks(units: Uint16Array, start: number, end: number): number {
  let at = start
  while (at < end && isIndent(units[at] as number)) at++
  return at
}

const isIndent = codeSet(' \u3000\t')
