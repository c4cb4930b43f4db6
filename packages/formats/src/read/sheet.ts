import type { SourceMap } from './source-map.ts'

/** What stands between two pieces of text on a line: nothing, a blank, a line end of the file, a new cell, a joint. */
type Gap = '' | ' ' | '\n' | '\t' | 'joint'

/** A place that a sheet can go back to. */
export interface Mark {
  lines: number
  line: string
  /** The code of the line's last character. */
  last: number
  gap: Gap
  prefix: string
  spots: number
  lineSpots: number
}

/** Where a piece of text begins: its line, its column in UTF-16 code units, its place in the file. */
interface Spot {
  line: number
  column: number
  place: number
}

/** The lines of a page as they are written. */
export interface Sheet {
  /** Adds text without blanks of the file's own, which begins at `place` in the file; none where it is not of the file. */
  add(text: string, place?: number): void
  /** Adds a blank of the file: a run of them counts as one. */
  addBlank(blank: string): void
  /** Begins a new cell on the same line. */
  addCell(): void
  /** Goes on on the same line: words of Latin letters are kept apart. */
  addJoint(): void
  /** Ends the line if anything is on it. */
  endLine(): void
  /** Ends the line, empty or not. */
  breakLine(): void
  /** What goes before the next line, unless that has a number or bullet of its own. */
  setPrefix(prefix: string): void
  mark(): Mark
  /** Takes back everything behind a mark. */
  goBackTo(mark: Mark): void
  /** All lines, of empty ones at most one in a row, and where they stood in the file. */
  finish(): { text: string; map: SourceMap }
}

export function createSheet(): Sheet {
  const lines: string[] = []
  const spots: Spot[] = []
  /** How many spots there were when the line began. */
  let lineSpots = 0
  let line = ''
  let last = 0
  let gap: Gap = ''
  let prefix = ''

  function push(): void {
    const text = line.trimEnd()
    const before = text !== '' && !OWN_MARKER.test(text) ? prefix : ''
    for (let index = lineSpots; index < spots.length; index++) (spots[index] as Spot).column += before.length
    lines.push(before + text)
    if (text !== '') prefix = ''
    begin()
  }

  function begin(): void {
    line = ''
    gap = ''
    lineSpots = spots.length
  }

  return {
    add(text, place) {
      if (line !== '') line += fillGap(gap, last, text.charCodeAt(0))
      gap = ''
      if (place !== undefined) spots.push({ line: lines.length, column: line.length, place })
      line += text
      last = text.charCodeAt(text.length - 1)
    },
    addBlank(blank) {
      if (gap === '') gap = blank.includes('\n') ? '\n' : ' '
    },
    addCell() {
      if (line !== '') gap = '\t'
    },
    addJoint() {
      if (line !== '') gap = 'joint'
    },
    endLine() {
      if (line.trim() !== '') {
        push()
        return
      }
      spots.length = lineSpots
      begin()
    },
    breakLine: push,
    setPrefix(text) {
      prefix = text
    },
    mark: () => ({ lines: lines.length, line, last, gap, prefix, spots: spots.length, lineSpots }),
    goBackTo(mark) {
      lines.length = mark.lines
      spots.length = mark.spots
      lineSpots = mark.lineSpots
      line = mark.line
      last = mark.last
      gap = mark.gap
      prefix = mark.prefix
    },
    finish() {
      this.endLine()
      return join(lines, spots)
    },
  }
}

/** The lines as one text, without empty ones at its ends and more than one in a row between; and its map. */
function join(lines: readonly string[], spots: readonly Spot[]): { text: string; map: SourceMap } {
  const kept: string[] = []
  const starts = [0]
  const places = [spots[0]?.place ?? 0]
  let offset = 0
  let next = 0
  for (const [number, line] of lines.entries()) {
    const isKept = line !== '' || (kept.length > 0 && lines[number - 1] !== '')
    for (; next < spots.length && (spots[next] as Spot).line === number; next++) {
      const { column, place } = spots[next] as Spot
      if (isKept) addStretch(offset + Math.min(column, line.length), place)
    }
    if (!isKept) continue
    kept.push(line)
    offset += line.length + 1
  }
  if (kept.at(-1) === '') kept.pop()
  return { text: kept.join('\n'), map: { unit: 'character', starts, places } }

  /** A stretch that goes on where the one before it arrives is no new one. */
  function addStretch(start: number, place: number): void {
    const index = starts.length - 1
    if (start - (starts[index] as number) === place - (places[index] as number)) return
    if (start === starts[index]) places[index] = place
    else {
      starts.push(start)
      places.push(place)
    }
  }
}

/** A number or bullet at the start of a line: 1. (2) 三、 第四 ① • - */
const OWN_MARKER = /^\s*(?:[(（]?[\d一二三四五六七八九十百]+[、.．)）,，]|第[\d一二三四五六七八九十]|[①-⑳•·●○■◆▪*–—-])/

/** A line end of the file between two hanzi is none of the page (CSS Text 3, 4.1.3). */
function fillGap(gap: Gap, before: number, after: number): string {
  if (gap === 'joint') return isWide(before) || isWide(after) ? '' : ' '
  if (gap !== '\n') return gap
  return isWide(before) && isWide(after) ? '' : ' '
}

function isWide(code: number): boolean {
  return code >= 0x2e80 || code === 0x2014 || code === 0x2026 || (code >= 0x2018 && code <= 0x201d)
}
