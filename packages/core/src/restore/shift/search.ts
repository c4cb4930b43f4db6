import type { Characters } from './characters.ts'
import { closeCharacter } from './close.ts'
import type { LanguageModel } from './language-model.ts'
import { detoursOf, merge, wholeScore } from './merge.ts'
import type { Reading } from './reading.ts'
import type { Site } from './site.ts'
import { readWhole } from './stand.ts'
import { isCut, type Tokens } from './tokens.ts'
import { HOPELESS, NOTHING, prune, pushReading, type Trellis, WHOLE } from './trellis.ts'
import { vanish } from './vanish.ts'
import { put, startWalk, unwind, type Walk } from './walk.ts'

/** What a search knows beside the tokens it reads. */
export interface Searching {
  site: Site
  characters: Characters
  model: LanguageModel
  trellis: Trellis
}

export interface Found {
  /** The readings found, best first; empty when there is none. */
  readings: Reading[]
  /** Those that were given up for one of them somewhere on its way, best first; to be asked for before the next search. */
  rivalsOf(reading: Reading): Reading[]
  /** The token behind the last one that was read: all readings are whole again there. */
  end: number
  /** How many candidates were weighed. */
  steps: number
}

/** How many readings are carried along, out of how many that come into question. */
const BEAM = 28
const CANDIDATES = 84
/** How many tokens behind the last loss are read before a window can close. */
const LOOKAHEAD = 7
/** No other loss may stand so close ahead. */
const CLOSE = 4
/** A window of more tokens closes where it can. */
const LONG = 80
/** How many finished readings are handed back. */
const FINALS = 24

/**
 * Reads tokens from `from`, where the text is whole, by a walk with two states: between characters, or with the lead
 * byte of the next character read. A vanished pair leaves a third: only its first byte is known.
 *
 * @param state the language model's state in front of `from`
 * @param budget how many candidates may be weighed
 */
export function search(
  tokens: Tokens,
  from: number,
  state: number,
  { site, characters, model, trellis }: Searching,
  budget: number,
): Found {
  const walk = startWalk(tokens, site, characters, model, trellis, from)
  put(walk, from, pushReading(trellis, -1, NOTHING, from, WHOLE, 0, state, 0, 0))
  let lastLoss = from
  for (let at = from; ; at++) {
    let readings = bestOf(walk, walk.waiting[at] ?? [])
    walk.waiting[at] = undefined
    if (at < tokens.length && isLoss(tokens, at, site)) lastLoss = at
    if (walk.steps > budget || (readings.length === 0 && walk.furthest <= at)) return found(walk, [], at)
    if (at >= tokens.length) return found(walk, readings, at)
    if (canClose(walk, from, at, lastLoss) && readings.every((h) => trellis.pend[h] === WHOLE)) {
      return found(walk, readings, at)
    }
    const vanishing = vanish(walk, readings, at)
    if (vanishing.whole.length > 0) readings = prune(trellis, [...readings, ...vanishing.whole], BEAM)
    for (const h of readings) {
      if (trellis.pend[h] === WHOLE) readWhole(walk, h, at)
      else closeCharacter(walk, h, at)
    }
    for (const h of vanishing.open) closeCharacter(walk, h, at)
  }
}

/**
 * The best readings of a list, best first. What a word gains by those in front of it is told one symbol late, and would
 * speak for readings that are a character longer; so it is added to those that come into question.
 *
 *     藏書|，   藏書的|，   that 藏 has 書 behind it is told by ，, and by 的
 */
function bestOf(walk: Walk, readings: readonly number[]): number[] {
  const { trellis } = walk
  const candidates = merge(walk, prune(trellis, readings, CANDIDATES))
  if (candidates.length <= BEAM) return candidates
  const whole = new Map(candidates.map((h) => [h, wholeScore(walk, h)]))
  const kept = candidates.sort((a, b) => (whole.get(b) as number) - (whole.get(a) as number)).slice(0, BEAM)
  return kept.sort((a, b) => (trellis.score[b] as number) - (trellis.score[a] as number))
}

function found(walk: Walk, readings: readonly number[], end: number): Found {
  const whole = readings.filter((h) => walk.trellis.pend[h] === WHOLE).slice(0, FINALS)
  const unwound = new Map(whole.map((h) => [unwind(walk, h), h]))
  return {
    readings: [...unwound.keys()],
    end,
    steps: walk.steps,
    rivalsOf(reading) {
      const h = unwound.get(reading) as number
      const rivals = detoursOf(walk, h, HOPELESS).sort((a, b) => a.cost - b.cost)
      return rivals.slice(0, FINALS).map(({ steps, cost }) => {
        const rival = unwind(walk, h, steps)
        rival.score -= cost
        return rival
      })
    },
  }
}

/** Whether a window may close before the token at `at`: some way behind the last loss, or anywhere in a long one. */
function canClose({ tokens, site, furthest }: Walk, from: number, at: number, lastLoss: number): boolean {
  if (furthest > at) return false
  if (at - from > LONG) return at > lastLoss + 1
  return at > lastLoss + LOOKAHEAD && !isLossAhead(tokens, at, site)
}

function isLossAhead(tokens: Tokens, at: number, site: Site): boolean {
  for (let i = at; i < Math.min(tokens.length, at + CLOSE); i++) if (isLoss(tokens, i, site)) return true
  return false
}

function isLoss(tokens: Tokens, at: number, site: Site): boolean {
  return tokens.broken[at] === true || (tokens.bytes[at] === 0x3f && isCut(tokens, at, site))
}
