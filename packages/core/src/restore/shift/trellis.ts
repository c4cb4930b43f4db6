import { grown } from '../../source/grown.ts'

/**
 * Readings in progress, as columns: a reading is a number, adds one step to its parent, and shares all steps before.
 * One trellis serves all windows of a page.
 */
export interface Trellis {
  /** How many readings there are. */
  size: number
  /** The natural logarithm of how likely each is. */
  score: Float64Array
  /** The reading it goes on from; -1 for the first. */
  parent: Int32Array
  /** The UTF-16 code unit read last: `LOST`, or `NOTHING` where the step reads no character. */
  unit: Int32Array
  /** The token it was read at. */
  token: Int32Array
  /** What is read of the next character: `WHOLE`, its lead byte, or minus the first byte of a vanished pair. */
  pend: Int16Array
  /** The last byte of the character in front, with `GLOSSED` where a gloss stands behind it; `PARTED`. */
  prev: Int16Array
  /** The language model's state; `UNKNOWN` until it is asked for. */
  state: Int32Array
  /** `MISSED` and `INTACT`. */
  flags: Uint8Array
  /** The code of a character read with a gloss that the site was not known to write; 0 for none. */
  unlisted: Uint16Array
  /** The first of the readings that were given up for it, as the same stands behind them; `NONE` where there is none. */
  rival: Int32Array
  /** The next one that was given up for the same reading. */
  nextRival: Int32Array
}

/** The state of a reading between two characters of the text. */
export const WHOLE = 0
/** A step that reads no character. */
export const NOTHING = -1
/** In place of the last byte: a gloss stands between the lead byte of the next character and its trail byte. */
export const PARTED = -1
/** Added to the last byte: a gloss stands behind it. */
export const GLOSSED = 0x100
/** In place of a reading. */
export const NONE = -1
/** In place of a state of the language model. */
export const UNKNOWN = -1
/** Flags of a reading's last step: how many cuts were missed so far, and whether it took its token as it stands. */
export const MISSED = 3
export const INTACT = 4

/** A reading this many nats behind the best at its token is given up. */
export const HOPELESS = 12

const ROOM = 4096

export function createTrellis(): Trellis {
  return {
    size: 0,
    score: new Float64Array(ROOM),
    parent: new Int32Array(ROOM),
    unit: new Int32Array(ROOM),
    token: new Int32Array(ROOM),
    pend: new Int16Array(ROOM),
    prev: new Int16Array(ROOM),
    state: new Int32Array(ROOM),
    flags: new Uint8Array(ROOM),
    unlisted: new Uint16Array(ROOM),
    rival: new Int32Array(ROOM),
    nextRival: new Int32Array(ROOM),
  }
}

/** Adds a reading that goes on from `parent`. */
export function pushReading(
  trellis: Trellis,
  parent: number,
  unit: number,
  token: number,
  pend: number,
  prev: number,
  state: number,
  score: number,
  flags: number,
): number {
  if (trellis.size === trellis.score.length) grow(trellis)
  const made = trellis.size++
  trellis.parent[made] = parent
  trellis.unit[made] = unit
  trellis.token[made] = token
  trellis.pend[made] = pend
  trellis.prev[made] = prev
  trellis.state[made] = state
  trellis.score[made] = score
  trellis.flags[made] = flags
  trellis.unlisted[made] = 0
  trellis.rival[made] = NONE
  trellis.nextRival[made] = NONE
  return made
}

/** The best readings of a list, best first, without the hopeless ones; of those that are alike the earlier one first. */
export function prune({ score }: Trellis, readings: readonly number[], most: number): number[] {
  const kept: number[] = []
  let least = Number.NEGATIVE_INFINITY
  for (const h of readings) {
    const own = score[h] as number
    if (own <= least) continue
    let place = kept.length
    while (place > 0 && (score[kept[place - 1] as number] as number) < own) place--
    kept.splice(place, 0, h)
    if (kept.length > most) kept.length = most
    const last = kept.length === most ? (score[kept[most - 1] as number] as number) : least
    least = Math.max(last, (score[kept[0] as number] as number) - HOPELESS)
  }
  while (kept.length > 0 && (score[kept.at(-1) as number] as number) <= hopeless(score, kept)) kept.pop()
  return kept
}

function hopeless(score: Float64Array, kept: readonly number[]): number {
  return (score[kept[0] as number] as number) - HOPELESS
}

function grow(trellis: Trellis): void {
  const room = trellis.score.length * 2
  trellis.score = grown(trellis.score, new Float64Array(room))
  trellis.parent = grown(trellis.parent, new Int32Array(room))
  trellis.unit = grown(trellis.unit, new Int32Array(room))
  trellis.token = grown(trellis.token, new Int32Array(room))
  trellis.pend = grown(trellis.pend, new Int16Array(room))
  trellis.prev = grown(trellis.prev, new Int16Array(room))
  trellis.state = grown(trellis.state, new Int32Array(room))
  trellis.flags = grown(trellis.flags, new Uint8Array(room))
  trellis.unlisted = grown(trellis.unlisted, new Uint16Array(room))
  trellis.rival = grown(trellis.rival, new Int32Array(room))
  trellis.nextRival = grown(trellis.nextRival, new Int32Array(room))
}
