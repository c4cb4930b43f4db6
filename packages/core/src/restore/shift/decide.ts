import type { Finding } from '../../messages/finding.ts'
import type { Grounds } from '../../source/patches.ts'
import type { Characters } from './characters.ts'
import type { Copies } from './copies.ts'
import { leavesOneReading } from './one-reading.ts'
import { type Region, regionsOf, shownAs, textIn, unitsIn } from './regions.ts'
import { LOST, type Reading } from './search.ts'
import type { Site } from './site.ts'
import type { Tokens } from './tokens.ts'

/** The readings of a window that the forward channel confirmed, best first; at least one. */
export interface Confirmed {
  tokens: Tokens
  /** The first token read, and the one behind the last. */
  from: number
  end: number
  readings: readonly Reading[]
  /** How many characters the page's own sequences were learned from. */
  learned: number
  /** How many words the word table holds, beginnings of words included. */
  words: number
}

/** What becomes of one region. UTF-16 offsets in the page. */
export interface Repaired {
  start: number
  end: number
  text: string
  grounds: Grounds
}

/**
 * The least lead, in nats, that a reading must have on all others together: on a page of so many characters or fewer,
 * and on one of so many or more. A page that shows more of how it is written is trusted sooner. Set so that about one
 * answer in a hundred is wrong on texts that the word pairs were not counted in.
 */
const ON_SHORT_PAGE = { characters: 500, margin: 3.8 }
const ON_LONG_PAGE = { characters: 80_000, margin: 1.9 }
/** What is asked for on top where the word table is a small one. */
const BY_FEW_WORDS = { words: 150_000, margin: 0.2 }
/** How many readings a finding lists. */
const LISTED = 5
/** How many characters on either side of a region a copy must share. */
const SHARED = 5

/** Decides each region of a window on its own: certain, likely, or unsure with the best readings listed. */
export function decide(
  confirmed: Confirmed,
  site: Site,
  characters: Characters,
  copies: Copies,
): { repairs: Repaired[]; findings: Finding[] } {
  const { tokens, from, end, readings } = confirmed
  const best = bestOf(readings, from, end, copies)
  const isOnly = best.unlisted.size === 0 && best.missed === 0 && leavesOneReading(tokens, from, end, site, characters)
  const least = leastLead(confirmed)
  const repairs: Repaired[] = []
  const findings: Finding[] = []
  for (const region of regionsOf(best, from, end)) {
    const start = region.left < 0 ? (tokens.starts[0] as number) : (tokens.ends[region.left] as number)
    const stop = region.right < tokens.length ? (tokens.starts[region.right] as number) : (tokens.ends.at(-1) as number)
    const text = textIn(best, region)
    const others = othersIn(region, best, readings)
    const grounds = isOnly ? CERTAIN : weigh(others, least, copyOf(best, region, copies))
    repairs.push({ start, end: stop, text, grounds })
    if (grounds.certainty === 'unsure') {
      findings.push({
        id: 'uncertain-restoration',
        start,
        end: stop,
        expected: [text, ...others.keys()].slice(0, LISTED),
      })
    }
    findings.push(...lostIn(region, best, tokens))
  }
  return { repairs, findings }
}

const CERTAIN: Grounds = { rule: 'shift', certainty: 'certain' }

/** The most likely reading; before it, the first one whose regions all stand intact elsewhere. */
function bestOf(readings: readonly Reading[], from: number, end: number, copies: Copies): Reading {
  const copied = readings.find((reading) =>
    regionsOf(reading, from, end).every((region) => copyOf(reading, region, copies) !== undefined),
  )
  return copied ?? (readings[0] as Reading)
}

/** The passage around a region, if it stands intact elsewhere. */
function copyOf(reading: Reading, region: Region, copies: Copies): string | undefined {
  const passage = unitsIn(reading, region, SHARED)
  if (passage.includes(LOST) || !copies.hold(passage)) return undefined
  return passage.map(shownAs).join('')
}

/** What other readings write in a region, with how far they are behind. */
function othersIn(region: Region, best: Reading, readings: readonly Reading[]): Map<string, number> {
  const text = textIn(best, region)
  const others = new Map<string, number>()
  for (const reading of readings) {
    const other = textIn(reading, region)
    if (other !== text && !others.has(other)) others.set(other, best.score - reading.score)
  }
  return others
}

function weigh(others: ReadonlyMap<string, number>, least: number, witness: string | undefined): Grounds {
  const lead = leadOn(others)
  const evidence = {
    readings: others.size + 1,
    ...(others.size > 0 && { margin: Math.round(lead * 100) / 100 }),
    ...(witness !== undefined && { witness }),
  }
  const isSure = witness !== undefined || lead >= least
  return { rule: 'shift', certainty: isSure ? 'likely' : 'unsure', evidence }
}

/** How far the best reading is ahead of all others together, in nats. */
function leadOn(others: ReadonlyMap<string, number>): number {
  let odds = 0
  for (const behind of others.values()) odds += Math.exp(-behind)
  return -Math.log(odds)
}

/** The lead that a reading of a window needs. */
function leastLead({ learned, words }: Confirmed): number {
  const way =
    Math.log(learned / ON_SHORT_PAGE.characters) / Math.log(ON_LONG_PAGE.characters / ON_SHORT_PAGE.characters)
  const margin = ON_SHORT_PAGE.margin + (ON_LONG_PAGE.margin - ON_SHORT_PAGE.margin) * Math.min(Math.max(way, 0), 1)
  return words < BY_FEW_WORDS.words ? margin + BY_FEW_WORDS.margin : margin
}

/** The places in a region where characters are provably lost. */
function lostIn({ left, right }: Region, { units, at }: Reading, tokens: Tokens): Finding[] {
  const findings: Finding[] = []
  units.forEach((unit, i) => {
    const token = at[i] as number
    if (unit !== LOST || token <= left || token >= right) return
    findings.push({ id: 'lost-characters', start: tokens.starts[token] as number, end: tokens.ends[token] as number })
  })
  return findings
}
