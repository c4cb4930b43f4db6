import { PLAIN } from '../gloss/form.ts'
import type { Characters } from './characters.ts'
import type { LanguageModel } from './language-model.ts'
import { LOST, type Reading } from './reading.ts'
import type { Site } from './site.ts'
import type { Tokens } from './tokens.ts'
import { INTACT, MISSED, NOTHING, pushReading, type Trellis, UNKNOWN } from './trellis.ts'

/** A search under way: the tokens it reads, what it knows, and the readings that wait at each token. */
export interface Walk {
  tokens: Tokens
  site: Site
  characters: Characters
  model: LanguageModel
  trellis: Trellis
  /** The readings that have come to each token. */
  waiting: (number[] | undefined)[]
  /** The best score among them. */
  bests: Float64Array
  /** The last token that a reading has come to. */
  furthest: number
  /** How many candidates were weighed. */
  steps: number
  /** Codes that `siftCodes` found worth a closer look. */
  sifted: Uint16Array
}

/** Room for all codes; what one sifting left in it is used up before the next. */
const SIFTED = new Uint16Array(0x10000)

export function startWalk(
  tokens: Tokens,
  site: Site,
  characters: Characters,
  model: LanguageModel,
  trellis: Trellis,
  from: number,
): Walk {
  trellis.size = 0
  return {
    tokens,
    site,
    characters,
    model,
    trellis,
    waiting: [],
    bests: new Float64Array(tokens.length + 1).fill(Number.NEGATIVE_INFINITY),
    furthest: from,
    steps: 0,
    sifted: SIFTED,
  }
}

/** Has a reading wait before the token at `at`. */
export function put(walk: Walk, at: number, h: number): void {
  const { waiting, bests } = walk
  const score = walk.trellis.score[h] as number
  if (at > walk.furthest) walk.furthest = at
  if (score > (bests[at] as number)) bests[at] = score
  const others = waiting[at]
  if (others) others.push(h)
  else waiting[at] = [h]
}

/** The language model's state behind a reading. */
export function stateOf(walk: Walk, h: number): number {
  const { trellis, model } = walk
  const known = trellis.state[h] as number
  if (known !== UNKNOWN) return known
  const unit = trellis.unit[h] as number
  const symbol = model.symbolOf[unit === LOST ? SWALLOWED : unit] as number
  const made = model.advance(stateOf(walk, trellis.parent[h] as number), symbol)
  trellis.state[h] = made
  return made
}

/**
 * Leaves in `sifted` which codes may bring a reading to a score of `least` or more, and gives how many they are. Those
 * that it drops are weighed with that.
 */
export function siftCodes(walk: Walk, h: number, codes: readonly number[], least: number): number {
  const { model, trellis, sifted } = walk
  const count = model.sift(stateOf(walk, h), codes, least - (trellis.score[h] as number), sifted)
  walk.steps += codes.length - count
  return count
}

/** What the language model takes a swallowed character for: 0. */
const SWALLOWED = 0x30

/** A reading as it was, but for what it expects next. */
export function expectNext(walk: Walk, h: number, at: number, pend: number, prev: number, cost: number): number {
  const { trellis } = walk
  const score = (trellis.score[h] as number) - cost
  return pushReading(
    trellis,
    h,
    NOTHING,
    at,
    pend,
    prev,
    stateOf(walk, h),
    score,
    (trellis.flags[h] as number) & MISSED,
  )
}

/**
 * A reading from its first step to the step `h`.
 *
 * @param detours steps in whose place others are taken, with all that led to those
 */
export function unwind({ trellis, tokens, site }: Walk, h: number, detours?: ReadonlyMap<number, number>): Reading {
  const unlisted = new Map<number, string>()
  const reading: Reading = {
    units: [],
    at: [],
    intact: [],
    score: trellis.score[h] as number,
    unlisted,
    missed: (trellis.flags[h] as number) & MISSED,
  }
  for (let step = h; step !== -1; step = trellis.parent[step] as number) {
    while (detours?.has(step)) step = detours.get(step) as number
    const i = step
    if ((trellis.parent[i] as number) === -1) break
    const token = trellis.token[i] as number
    const code = trellis.unlisted[i] as number
    if (code !== 0) unlisted.set(code, (tokens.pinyin[token] as string) || looseGloss(tokens, token, site))
    if (trellis.unit[i] === NOTHING) continue
    reading.units.push(trellis.unit[i] as number)
    reading.at.push(token)
    reading.intact.push(((trellis.flags[i] as number) & INTACT) !== 0)
  }
  reading.units.reverse()
  reading.at.reverse()
  reading.intact.reverse()
  return reading
}

/**
 * The pinyin of a whole gloss that starts at `at` and belongs to no token: its character's last byte, 80, vanished.
 *
 *     粋(gè)   has the first byte of 個 (8280) as its second
 *       ^
 */
export function looseGloss(tokens: Tokens, at: number, site: Site): string {
  if (tokens.bytes[at] !== 0x28 || site.form !== PLAIN) return ''
  let pinyin = ''
  let i = at + 1
  while (i < tokens.length && pinyin.length < 7 && tokens.bytes[i] !== 0x29) {
    pinyin += String.fromCharCode(tokens.units[i++] as number)
  }
  return tokens.bytes[i] === 0x29 && site.byPinyin(pinyin).length > 0 ? pinyin : ''
}
