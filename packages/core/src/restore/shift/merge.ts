import { MISSED, NONE, type Trellis } from './trellis.ts'
import { stateOf, type Walk } from './walk.ts'

/** Where the last so many characters are the same, nothing in front of them tells what follows. */
const SAME = 6

/**
 * A list of readings, best first, with one for all those behind which the same can stand: the others are its rivals.
 * What one run left open would otherwise crowd out the readings of the next.
 *
 *     “志不了，天下無可成之事?!币…      “志不立，… “志不亮，… are rivals from 下 on
 */
export function merge(walk: Walk, readings: readonly number[]): number[] {
  const { trellis } = walk
  const kept: number[] = []
  const byEnd = new Map<number, number>()
  for (const h of readings) {
    const end = hashOfEnd(trellis, h)
    const other = byEnd.get(end)
    if (other !== undefined && goesOnAlike(walk, other, h)) {
      trellis.nextRival[h] = trellis.rival[other] as number
      trellis.rival[other] = h
      continue
    }
    if (other === undefined) byEnd.set(end, h)
    kept.push(h)
  }
  return kept
}

/** The readings given up for others on the way of a reading, as detours from it, each with what it costs in nats. */
export function detoursOf(walk: Walk, h: number, most: number): Detour[] {
  const { trellis } = walk
  const found: Detour[] = []
  visit(h, { steps: new Map(), cost: 0 })
  return found

  function visit(from: number, { steps, cost }: Detour): void {
    for (let i = from; i !== -1; i = trellis.parent[i] as number) {
      for (let rival = trellis.rival[i] as number; rival !== NONE; rival = trellis.nextRival[rival] as number) {
        const detour = {
          steps: new Map(steps).set(i, rival),
          cost: cost + wholeScore(walk, i) - wholeScore(walk, rival),
        }
        if (detour.cost > most) continue
        found.push(detour)
        visit(rival, detour)
      }
    }
  }
}

/** Steps of a reading, each with the one in whose place it is given up. */
export interface Detour {
  steps: ReadonlyMap<number, number>
  cost: number
}

/** The score of a reading with what its last word gains, which the next symbol tells. */
export function wholeScore(walk: Walk, h: number): number {
  return (walk.trellis.score[h] as number) + walk.model.due(stateOf(walk, h))
}

function goesOnAlike(walk: Walk, a: number, b: number): boolean {
  const { trellis, model } = walk
  return (
    trellis.pend[a] === trellis.pend[b] &&
    trellis.prev[a] === trellis.prev[b] &&
    ((trellis.flags[a] as number) & MISSED) === ((trellis.flags[b] as number) & MISSED) &&
    endsAlike(trellis, a, b) &&
    model.isAlike(stateOf(walk, a), stateOf(walk, b))
  )
}

function endsAlike({ unit, parent }: Trellis, a: number, b: number): boolean {
  for (let n = 0; n < SAME; n++) {
    if (a === b) return true
    if (unit[a] !== unit[b]) return false
    a = parent[a] as number
    b = parent[b] as number
    if (a === -1 || b === -1) return a === b
  }
  return true
}

function hashOfEnd({ unit, parent, pend }: Trellis, h: number): number {
  let hash = pend[h] as number
  for (let n = 0, i = h; n < SAME && i !== -1; n++, i = parent[i] as number) {
    hash = (Math.imul(hash, 0x01000193) ^ (unit[i] as number)) | 0
  }
  return hash
}
