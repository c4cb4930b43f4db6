import type { Noise } from '../../schema/phrasing.ts'
import type { Line } from '../line.ts'

/**
 * Dots behind an unfinished sentence say that the site has no more of the speech.
 *
 *     我第一次扎針,扎的是我自己的
 *     ……
 */
export function findCut(
  lines: readonly Line[],
  noise: Map<Line, Noise['kind']>,
  opensOther: (line: Line, index: number) => boolean,
): void {
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as Line
    if (!line.isStage || !/^…+$/.test(line.head)) continue
    const next = lines[i + 1]
    const ends = next === undefined || opensOther(next, i + 1) || noise.has(next)
    if (ends && /[一-龥,、…]$/.test((lines[i - 1] as Line).tail)) noise.set(line, 'truncation')
  }
}
