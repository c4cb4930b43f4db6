/** What stands between two pieces of text on a line: nothing, a blank, a line end of the file, a new cell. */
type Gap = '' | ' ' | '\n' | '\t'

/** A place that a sheet can go back to. */
export interface Mark {
  lines: number
  line: string
  /** The code of the line's last character. */
  last: number
  gap: Gap
  prefix: string
}

/** The lines of a page as they are written. */
export interface Sheet {
  /** Adds text without blanks of the file's own. */
  add(text: string): void
  /** Adds a blank of the file: a run of them counts as one. */
  addBlank(blank: string): void
  /** Begins a new cell on the same line. */
  addCell(): void
  /** Ends the line if anything is on it. */
  endLine(): void
  /** Ends the line, empty or not. */
  breakLine(): void
  /** What goes before the next line, unless that has a number or bullet of its own. */
  setPrefix(prefix: string): void
  mark(): Mark
  /** Takes back everything behind a mark. */
  goBackTo(mark: Mark): void
  /** All lines, of empty ones at most one in a row. */
  finish(): string
}

export function createSheet(): Sheet {
  const lines: string[] = []
  let line = ''
  let last = 0
  let gap: Gap = ''
  let prefix = ''

  function push(): void {
    const text = line.trimEnd()
    lines.push(text !== '' && !OWN_MARKER.test(text) ? prefix + text : text)
    if (text !== '') prefix = ''
    line = ''
    gap = ''
  }

  return {
    add(text) {
      if (line !== '') line += fillGap(gap, last, text.charCodeAt(0))
      gap = ''
      line += text
      last = text.charCodeAt(text.length - 1)
    },
    addBlank(blank) {
      if (gap === '') gap = blank.includes('\n') ? '\n' : ' '
    },
    addCell() {
      if (line !== '') gap = '\t'
    },
    endLine() {
      if (line.trim() !== '') push()
      line = ''
      gap = ''
    },
    breakLine: push,
    setPrefix(text) {
      prefix = text
    },
    mark: () => ({ lines: lines.length, line, last, gap, prefix }),
    goBackTo(mark) {
      lines.length = mark.lines
      line = mark.line
      last = mark.last
      gap = mark.gap
      prefix = mark.prefix
    },
    finish() {
      this.endLine()
      const kept = lines.filter((text, index) => text !== '' || (index > 0 && lines[index - 1] !== ''))
      if (kept.at(-1) === '') kept.pop()
      return kept.join('\n')
    },
  }
}

/** A number or bullet at the start of a line: 1. (2) 三、 第四 ① • - */
const OWN_MARKER = /^\s*(?:[(（]?[\d一二三四五六七八九十百]+[、.．)）,，]|第[\d一二三四五六七八九十]|[①-⑳•·●○■◆▪*–—-])/

/** A line end of the file between two hanzi is none of the page (CSS Text 3, 4.1.3). */
function fillGap(gap: Gap, before: number, after: number): string {
  if (gap !== '\n') return gap
  return isWide(before) && isWide(after) ? '' : ' '
}

function isWide(code: number): boolean {
  return code >= 0x2e80 || code === 0x2014 || code === 0x2026 || (code >= 0x2018 && code <= 0x201d)
}
