import { cp936 } from '../cp936.ts'
import type { Characters } from './characters.ts'
import type { Confirmed } from './decide.ts'
import type { Reading } from './reading.ts'
import type { Searching } from './search.ts'
import type { Site } from './site.ts'
import type { Tokens } from './tokens.ts'

/** Stands for a place where no byte can be. */
const NO_BYTE = 0
/** Added to a lead byte that a gloss parts from its trail byte. */
const PARTED = 0x100

/** Whether the bytes leave nothing but this reading; a second one in standard characters is enough to say no. */
export function isOnlyReading(
  best: Reading,
  { tokens, from, end, readings }: Confirmed,
  { site, characters }: Searching,
): boolean {
  if (!isPlain(best)) return false
  const isSecond = (other: Reading): boolean =>
    other !== best && isPlain(other) && isStandard(other, characters) && !isSame(other, best)
  return !readings.some(isSecond) && leavesOneReading(tokens, from, end, site, characters)
}

function isPlain({ unlisted, missed }: Reading): boolean {
  return unlisted.size === 0 && missed === 0
}

function isStandard({ units, intact }: Reading, characters: Characters): boolean {
  const { toCode } = cp936()
  return units.every((unit, i) => intact[i] || characters.isStandard[toCode[unit] as number] === 1)
}

function isSame(a: Reading, b: Reading): boolean {
  return a.units.length === b.units.length && a.units.every((unit, i) => unit === b.units[i])
}

/**
 * Whether the bytes leave one reading in standard characters, whatever language says. Counts the walks that `search`
 * ranks, and stops at the second; where it cannot tell, it says no.
 *
 * @param from the first token, where the text is whole
 * @param end the token behind the last, where it is whole again
 */
function leavesOneReading(
  tokens: Tokens,
  from: number,
  end: number,
  site: Site,
  { byTrail, all }: Characters,
): boolean {
  const known = new Map<number, number>()
  return whole(from, NO_BYTE) === 1

  /** How many ways there are from token `at` on, 2 meaning more than one; `last` is the byte in front. */
  function whole(at: number, last: number): number {
    if (at >= end) return at === end ? 1 : 0
    return remember(at, last, () => {
      if (tokens.broken[at]) {
        let ways = 0
        for (const code of site.byPinyin(pinyin(at))) {
          if (code >> 8 === last && canBear(code, pinyin(at))) ways += pending(at + 1, (code & 0xff) | PARTED)
        }
        return ways
      }
      const pair = tokens.pairs[at] as number
      let ways = whole(at + 1, pinyin(at) === '' ? pair & 0xff : NO_BYTE)
      if (tokens.bytes[at] === 0x3f && isMark(at + 1)) {
        const mark = tokens.pairs[at + 1] as number
        for (const code of byTrail[mark >> 8] ?? []) {
          if (ways > 1) break
          if (!site.isGlossed[code]) ways += pending(at + 2, mark & 0xff)
        }
      }
      return ways
    })
  }

  /** The same, with the lead byte of the next character read. */
  function pending(at: number, lead: number): number {
    if (at >= end) return 0
    return remember(at, 0x200 + lead, () => closings(at, (code) => code >> 8 === (lead & 0xff), (lead & PARTED) !== 0))
  }

  /** The same, with a vanished pair in front that starts with `first`. */
  function vanished(at: number, first: number): number {
    if (at >= end) return 0
    return remember(at, 0x800 + first, () =>
      closings(at, (code) => site.isHole[(first << 8) | (code >> 8)] === 1, false),
    )
  }

  /** The ways in which the next character can be closed, for the lead bytes that `fits` allows. */
  function closings(at: number, fits: (code: number) => boolean, isParted: boolean): number {
    const pair = tokens.pairs[at] as number
    const byte = tokens.bytes[at] as number
    const gloss = pinyin(at)
    let ways = 0
    const isBare = (code: number): boolean => fits(code) && (isParted || !site.isGlossed[code])
    if (tokens.broken[at]) {
      for (const code of site.byPinyin(gloss)) if (fits(code) && canBear(code, gloss)) ways += whole(at + 1, NO_BYTE)
      return ways + vanishing(at, isBare)
    }
    if (byte === 0x28) return 2
    if (byte === 0x3f) {
      for (const code of all) {
        if (ways > 1) return 2
        if (isBare(code) && (code & 0xff) > 0x80) ways += whole(at + 1, code & 0xff)
      }
    }
    if (byte >= 0x40) {
      for (const code of byTrail[byte] ?? []) {
        if (fits(code) && (gloss === '' ? isBare(code) : canBear(code, gloss)))
          ways += whole(at + 1, gloss === '' ? byte : NO_BYTE)
      }
    }
    if (pair !== 0 && (byte === 0 || gloss === '')) {
      if ((pair & 0xff) < 0x80) return 2
      for (const code of byTrail[pair >> 8] ?? []) {
        if (ways > 1) return 2
        if (isBare(code)) ways += pending(at + 1, (pair & 0xff) | (gloss === '' ? 0 : PARTED))
      }
    }
    return ways > 1 ? 2 : ways + vanishing(at, isBare)
  }

  /** The ways in which a pair vanishes before the token at `at`. */
  function vanishing(at: number, isBare: (code: number) => boolean): number {
    let ways = 0
    for (const code of all) {
      if (ways > 1) return 2
      const trail = code & 0xff
      if (!isBare(code)) continue
      if (trail === 0x80) ways += whole(at, trail)
      else if (site.isHoleTrail[trail]) ways += vanished(at, trail)
    }
    return ways
  }

  function remember(at: number, state: number, count: () => number): number {
    const key = at * 0x1000 + state
    const counted = known.get(key)
    if (counted !== undefined) return counted
    known.set(key, 0)
    const ways = Math.min(2, count())
    known.set(key, ways)
    return ways
  }

  function pinyin(at: number): string {
    return tokens.pinyin[at] as string
  }

  function isMark(at: number): boolean {
    return at < end && site.markOrder[tokens.pairs[at] as number] !== 0
  }

  function canBear(code: number, gloss: string): boolean {
    const written = site.pinyinOf.get(code)
    return written === undefined ? !site.isBare(code) : written === gloss
  }
}
