import type { Run } from './document.ts'

/**
 * Puts signs where they stand that were drawn late: a letter that a font lacks is taken from another one and drawn
 * behind the run that it belongs to, which has a gap in its place.
 *
 *     (l ng) ǐ   →   (lǐng)
 */
export function placeLateGlyphs(runs: readonly Run[]): Run[] {
  const placed: Run[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const run of runs) {
    const rest = run.x + run.width - end
    if (rest >= run.width / 2) placed.push(run)
    else if (run.text !== ' ') place(run, placed)
    else if (rest > run.size * LEAST_GAP) placed.push({ ...run, x: end, width: rest })
    end = Math.max(end, run.x + run.width)
  }
  return placed
}

/** What is left of a gap must be so wide, as a part of the font's size, to be one. */
const LEAST_GAP = 0.1

/** Puts a late sign in the gap, or in the text with gaps, that is where its middle is; else behind all. */
function place(late: Run, placed: Run[]): void {
  const middle = late.x + late.width / 2
  const index = placed.findLastIndex(({ x, width }) => x <= middle && middle <= x + width)
  const host = placed[index]
  if (!host) placed.push(late)
  else placed[index] = host.text === ' ' ? late : filled(host, late)
}

/** The run with a late sign in the gap that is nearest to it, or behind it where there is none. */
function filled(host: Run, late: Run): Run {
  const place = ((late.x - host.x) / host.width) * host.text.length
  let nearest = -1
  for (let at = host.text.indexOf(' '); at !== -1; at = host.text.indexOf(' ', at + 1)) {
    if (nearest === -1 || Math.abs(at - place) < Math.abs(nearest - place)) nearest = at
  }
  if (nearest === -1) return { ...host, text: host.text + late.text }
  return { ...host, text: host.text.slice(0, nearest) + late.text + host.text.slice(nearest + 1) }
}
