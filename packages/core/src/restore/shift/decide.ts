import type { Finding } from '../../messages/finding.ts'
import type { Grounds } from '../../source/patches.ts'
import { cp936 } from '../cp936.ts'
import type { Copies } from './copies.ts'
import { isOnlyReading } from './one-reading.ts'
import { LOST, type Reading } from './reading.ts'
import { type Region, rangeOf, regionsOf, shownAs, textIn } from './regions.ts'
import type { Tokens } from './tokens.ts'
import type { Workshop } from './workshop.ts'

/** The readings of a window that the forward channel confirmed, best first; at least one. */
export interface Confirmed {
  tokens: Tokens
  /** The first token read, and the one behind the last. */
  from: number
  end: number
  readings: readonly Reading[]
}

/** What becomes of one region. UTF-16 offsets in the page. */
export interface Repaired {
  start: number
  end: number
  text: string
  grounds: Grounds
}

/**
 * The least lead, in nats, that a reading must have on all others together. Set so that about one answer in a hundred is
 * wrong on texts that the word pairs were not counted in. What opens and ends a region tells no more than the lead does.
 */
const LEAST = 2.6
/** What is asked for on top with a word table of few nodes. */
const MORE = 0.4
const FEW_WORDS = 150_000
/** The lead of a reading that is the only one found, which does not mean that there is no other. */
const ALONE = 6
/**
 * The share of that which is asked for where a page has `to` characters or more; all of it where it has `from`. Up to
 * there a longer page made no lead surer; what is asked for beyond was set by one page of some 60,000 characters.
 */
const ON_LONG_PAGE = { from: 20_000, to: 80_000, share: 0.45 }
/** How many readings a finding lists. */
const LISTED = 5
/** What becomes of a window. */
export interface Decision {
  repairs: Repaired[]
  findings: Finding[]
  /** What its regions read, and what the unsure ones may read, each text with the character on either side. */
  texts: string[]
  doubts: string[]
  /** What can be learned from it, as UTF-16 code units: what now stands there, and `LOST` where that is not known. */
  passage: number[]
}

/** Decides each region of a window on its own: certain, likely, or unsure with the best readings listed. */
export function decide(confirmed: Confirmed, workshop: Workshop): Decision {
  const { tokens, from, end, readings } = confirmed
  const { copies } = workshop
  const best = bestOf(confirmed, copies)
  const isOnly = isOnlyReading(best, confirmed, workshop)
  const least = leastLead(workshop)
  const passage = [...best.units]
  const decision: Decision = { repairs: [], findings: [], texts: [], doubts: [], passage: [] }
  for (const region of regionsOf(best, from, end)) {
    const start = region.left < 0 ? (tokens.starts[0] as number) : (tokens.ends[region.left] as number)
    const stop = region.right < tokens.length ? (tokens.starts[region.right] as number) : (tokens.ends.at(-1) as number)
    const text = textIn(best, region)
    const lags = lagsIn(region, best, readings)
    const grounds = isOnly
      ? CERTAIN
      : weigh(lags, leadAlone(best, region, workshop), least, onlyCopy(confirmed, best, region, copies))
    const [left, right] = [shownAt(tokens, region.left), shownAt(tokens, region.right)]
    decision.repairs.push({ start, end: stop, text, grounds })
    decision.texts.push(left + text + right)
    if (grounds.certainty === 'unsure') {
      const expected = [...lags.keys()].slice(0, LISTED)
      decision.findings.push({ id: 'uncertain-restoration', start, end: stop, expected })
      for (const other of lags.keys()) decision.doubts.push(left + other + right)
      passage.fill(LOST, ...rangeOf(best, region))
    }
    decision.findings.push(...lostIn(region, best, tokens))
  }
  if (decision.repairs.some(({ grounds }) => grounds.certainty !== 'unsure')) {
    decision.passage = [...tokens.units.slice(Math.max(0, from - FRONT), from), ...passage]
  }
  return decision
}

/** The character a token shows; '' beyond the line. */
function shownAt({ units }: Tokens, at: number): string {
  const unit = units[at]
  return unit === undefined ? '' : shownAs(unit)
}

/** How many characters in front of a window are learned again with what was restored behind them. */
const FRONT = 5

const CERTAIN: Grounds = { rule: 'shift', certainty: 'certain' }

/** The most likely reading; before it, the first one whose regions all stand intact elsewhere. */
function bestOf({ tokens, from, end, readings }: Confirmed, copies: Copies): Reading {
  const copied = readings.find((reading) =>
    regionsOf(reading, from, end).every((region) => copies.around(tokens, from, reading, region) !== undefined),
  )
  return copied ?? (readings[0] as Reading)
}

/** The copy of what the best reading writes in a region, if no other reading has one too. */
function onlyCopy(
  { tokens, from, readings }: Confirmed,
  best: Reading,
  region: Region,
  copies: Copies,
): string | undefined {
  const copy = copies.around(tokens, from, best, region)
  if (copy === undefined) return undefined
  const text = textIn(best, region)
  const isOpen = readings.some(
    (other) => textIn(other, region) !== text && copies.around(tokens, from, other, region) !== undefined,
  )
  return isOpen ? undefined : copy
}

/** What the readings write in a region, each text with how far it falls short of the best one, which comes first. */
function lagsIn(region: Region, best: Reading, readings: readonly Reading[]): Map<string, number> {
  const lags = new Map([[textIn(best, region), 0]])
  for (const reading of readings) {
    const text = textIn(reading, region)
    if (!lags.has(text)) lags.set(text, best.score - reading.score)
  }
  return lags
}

function weigh(lags: ReadonlyMap<string, number>, alone: number, least: number, witness: string | undefined): Grounds {
  const lead = lags.size > 1 ? leadOn(lags) : alone
  const evidence = {
    readings: lags.size,
    ...(lags.size > 1 && { margin: Math.round(lead * 100) / 100 }),
    ...(witness !== undefined && { witness }),
  }
  const isSure = witness !== undefined || lead >= least
  return { rule: 'shift', certainty: isSure ? 'likely' : 'unsure', evidence }
}

/** How far the best text is ahead of all others together, in nats. */
function leadOn(lags: ReadonlyMap<string, number>): number {
  let odds = -1
  for (const lag of lags.values()) odds += Math.exp(-lag)
  return -Math.log(odds)
}

/**
 * What the only text found is worth as a lead: nothing where a cut must have been missed for it to fit, or where it
 * holds what no such text is written with.
 */
function leadAlone(best: Reading, region: Region, { characters }: Workshop): number {
  if (best.missed > 0) return 0
  const { toCode } = cp936()
  const [first, last] = rangeOf(best, region)
  const isStrange = (unit: number) => toCode[unit] !== 0 && !characters.isStandard[toCode[unit] as number]
  return best.units.slice(first, last).some(isStrange) ? 0 : ALONE
}

/** The lead that the best reading needs where a region may read otherwise. */
function leastLead({ learned, lexicon }: Workshop): number {
  const { from, to, share } = ON_LONG_PAGE
  const way = Math.log(learned.length / from) / Math.log(to / from)
  const least = LEAST + (lexicon.own.length < FEW_WORDS ? MORE : 0)
  return least * (1 - (1 - share) * Math.min(Math.max(way, 0), 1))
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
