import type { Run } from './document.ts'

/**
 * Puts signs where they stand that were drawn late: a letter that a font lacks is taken from another one and drawn
 * behind the run that it belongs to, which has a gap in its place.
 *
 *     (l ng) ǐ   →   (lǐng)
 */
export function placeLateGlyphs(runs: readonly Run[]): Run[] {
  const placed: Run[] = []
  for (const run of runs) {
    const host = lastWithText(placed)
    const end = host ? host.x + host.width : Number.NEGATIVE_INFINITY
    const overlap = Math.min(end, run.x + run.width) - run.x
    if (!host || overlap <= run.width / 2) placed.push(run)
    else if (run.text !== ' ') placed[placed.lastIndexOf(host)] = filled(host, run)
    else if (run.x + run.width - end > run.size * LEAST_GAP)
      placed.push({ ...run, x: end, width: run.x + run.width - end })
  }
  return placed
}

/** What is left of a gap must be so wide, as a part of the font's size, to be one. */
const LEAST_GAP = 0.1

function lastWithText(runs: readonly Run[]): Run | undefined {
  return runs.findLast(({ text }) => text.trim() !== '')
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
