import { COST, formCost } from './cost.ts'
import { LOST } from './reading.ts'
import { GLOSSED, HOPELESS, MISSED, PARTED, pushReading, UNKNOWN, WHOLE } from './trellis.ts'
import { put, stateOf, type Walk } from './walk.ts'

/**
 * A reading with one more character, whose last byte is `last` and behind which the next character stands as `next`
 * says; -1 where the channel would have shown something else, or below the score `least`.
 */
export function spell(
  walk: Walk,
  h: number,
  at: number,
  code: number,
  next: number,
  last: number,
  cost: number,
  least: number,
  intact = 0,
): number {
  const { trellis, site, model } = walk
  const unit = site.toUnit[code] as number
  if (unit === 0) return -1
  walk.steps++
  const state = stateOf(walk, h)
  const symbol = model.symbolOf[unit] as number
  if (model.isBelow(state, symbol, least - (trellis.score[h] as number) + cost)) return -1
  const missed = missedCuts(walk, h, code, next)
  const misses = ((trellis.flags[h] as number) & MISSED) + missed
  if (misses > 1) return -1
  const chance = model.score(state, symbol)
  const form = formCost(site, walk.characters, code)
  const score = (trellis.score[h] as number) + chance - cost - form - missed * COST.missedCut
  if (score < least) return -1
  return pushReading(trellis, h, unit, at, next, last, UNKNOWN, score, misses | intact)
}

/** How many cuts the page lacks if a reading goes on with `code`; 2 where it lacks a gloss. */
function missedCuts({ trellis, site }: Walk, h: number, code: number, next: number): number {
  const front = trellis.prev[h] as number
  if (trellis.pend[h] !== WHOLE) return next !== WHOLE && site.markOrder[code] !== 0 && front !== PARTED ? 1 : 0
  if (front <= 0 || front >= GLOSSED) return 0
  const straddled = (front << 8) | (code >> 8)
  if (site.isGlossed[straddled]) return 2
  const order = site.markOrder[straddled] as number
  if (order === 0) return 0
  const own = site.markOrder[code] as number
  return own === 0 || own > order ? 1 : 0
}

/** Has a reading with one more character wait before the token at `to`, unless it is hopeless there. */
export function emit(
  walk: Walk,
  h: number,
  at: number,
  code: number,
  next: number,
  last: number,
  to: number,
  cost: number,
  unlisted = 0,
  intact = 0,
): void {
  const made = spell(walk, h, at, code, next, last, cost, (walk.bests[to] as number) - HOPELESS, intact)
  if (made === -1) return
  walk.trellis.unlisted[made] = unlisted
  put(walk, to, made)
}

/** Has a reading with one more character that is no pair of bytes wait before the next token. */
export function say(walk: Walk, h: number, at: number, unit: number, cost: number, intact: number): void {
  const { trellis, model } = walk
  walk.steps++
  const chance = model.score(stateOf(walk, h), model.symbolOf[unit] as number)
  const flags = ((trellis.flags[h] as number) & MISSED) | intact
  const score = (trellis.score[h] as number) + chance - cost
  put(walk, at + 1, pushReading(trellis, h, unit, at, WHOLE, 0, UNKNOWN, score, flags))
}

/** A character, and then an ASCII character that the decoder took for a trail byte. */
export function emitLiteral(walk: Walk, h: number, at: number, code: number, byte: number, cost: number): void {
  const made = spell(walk, h, at, code, WHOLE, 0, cost, Number.NEGATIVE_INFINITY)
  if (made !== -1) say(walk, made, at, byte, COST.literalByte, 0)
}

/** A character, and then one that the decoder swallowed with its last byte. */
export function emitSwallowed(walk: Walk, h: number, at: number, code: number): void {
  const { trellis, bests } = walk
  const made = spell(walk, h, at, code, WHOLE, 0, COST.swallowed, (bests[at + 1] as number) - HOPELESS)
  if (made === -1) return
  const score = trellis.score[made] as number
  put(walk, at + 1, pushReading(trellis, made, LOST, at, WHOLE, 0, UNKNOWN, score, trellis.flags[made] as number))
}

/** Whether the site would have glossed a character whose bytes are not parted by another gloss. */
export function lacksGloss(walk: Walk, h: number, code: number): boolean {
  return walk.site.isGlossed[code] === 1 && walk.trellis.prev[h] !== PARTED
}
