import type { SourceMap } from './source-map.ts'

/** Paragraphs as they are read, and the number of each in its file. */
export interface Paragraphs {
  /** Adds the paragraph of that number, from 1; of empty ones at most one in a row is kept. */
  add(text: string, number: number): void
  /** All paragraphs, one a line, and where they stood. */
  finish(): { text: string; map: SourceMap }
}

export function createParagraphs(): Paragraphs {
  const lines: string[] = []
  const starts: number[] = []
  const places: number[] = []
  let offset = 0
  return {
    add(text, number) {
      const line = text.trimEnd()
      if (line === '' && (lines.length === 0 || lines.at(-1) === '')) return
      lines.push(line)
      starts.push(starts.length === 0 ? 0 : offset)
      places.push(number)
      offset += line.length + 1
    },
    finish() {
      if (lines.at(-1) === '') {
        lines.pop()
        starts.pop()
        places.pop()
      }
      return { text: lines.join('\n'), map: { unit: 'paragraph', starts, places } }
    },
  }
}
