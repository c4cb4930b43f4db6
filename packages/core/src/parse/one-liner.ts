import type { Line } from './line.ts'

/** Splits the lines of pages that hold a whole speech in one line, where headings stand mid-line. */
export function splitOneLiners(_text: string, lines: Line[]): Line[] {
  return lines
}
