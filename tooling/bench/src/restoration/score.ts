import { type DamagedPage, type DamageOptions, damagePage, type TrueSpan } from '@speeches/channel'
import { type LexiconData, restore } from '@speeches/core'

/** What became of one damaged run. `flagged` is right but for characters that are provably lost, and says so. */
export type Fate = 'right' | 'flagged' | 'refused' | 'wrong'

export interface ScoredRun {
  span: TrueSpan
  fate: Fate
  certainty: string
  /** The lead over the next reading in nats; infinite where there was no other. */
  margin: number
  /** Whether the best reading was the right one, given or not. */
  isBestRight: boolean
}

export interface ScoredPage {
  runs: ScoredRun[]
  /** Characters changed where nothing was damaged. */
  harm: number
  /** How many characters of the truth lie outside damaged runs. */
  healthy: number
  /** Time of the processor. */
  ms: number
}

type Edit = ReturnType<typeof restore>['edits'][number]

/** Damages a clean text, restores it, and compares with the truth, run by run. */
export function scorePage(clean: string, damage: DamageOptions, lexicon?: LexiconData): ScoredPage {
  const damaged = damagePage(clean, damage)
  const started = process.cpuUsage()
  const { edits } = restore(damaged.page, { only: ['shift'], minCertainty: 'unsure', ...(lexicon && { lexicon }) })
  const { user, system } = process.cpuUsage(started)
  const ms = (user + system) / 1000
  const used = new Set<Edit>()
  const runs = damaged.spans.map((span) => scoreRun(span, damaged, edits, used))
  const harm = edits
    .filter((edit) => !used.has(edit) && edit.certainty !== 'unsure')
    .reduce((sum, { original }) => sum + original.length, 0)
  const hurt = damaged.spans.reduce((sum, { start, end }) => sum + end - start, 0)
  return { runs, harm, healthy: damaged.truth.length - hurt, ms }
}

const GLOSS = / ?\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+ ?\)/g

function scoreRun(span: TrueSpan, { page, truth, arrivals }: DamagedPage, edits: Edit[], used: Set<Edit>): ScoredRun {
  const touching = edits.filter(
    ({ position: { start, end } }) => start.offset < span.damagedEnd && end.offset > span.damagedStart,
  )
  for (const edit of touching) used.add(edit)
  const from = Math.min(span.damagedStart, ...touching.map(({ position }) => position.start.offset))
  const to = Math.max(span.damagedEnd, ...touching.map(({ position }) => position.end.offset))

  let first = span.start
  while (first > 0 && !((arrivals[first - 1] as number) >= 0 && (arrivals[first - 1] as number) < from)) first--
  let last = span.end
  while (last < truth.length && !((arrivals[last] as number) >= to)) last++
  const wanted = narrow(truth.slice(first, last))
  const given = applied(page, from, to, touching).replaceAll(GLOSS, '')

  const isGiven = touching.length > 0 && touching.every(({ certainty }) => certainty !== 'unsure')
  const isBestRight = touching.length > 0 && given === wanted
  return {
    span,
    fate: !isGiven ? 'refused' : isBestRight ? 'right' : isFlagged(given, wanted) ? 'flagged' : 'wrong',
    certainty: touching[0]?.certainty ?? 'none',
    margin: Math.min(...touching.map(({ evidence }) => evidence?.margin ?? Number.POSITIVE_INFINITY)),
    isBestRight,
  }
}

function applied(page: string, from: number, to: number, edits: Edit[]): string {
  let text = ''
  let at = from
  for (const { position, replacement } of edits) {
    text += page.slice(at, position.start.offset) + replacement
    at = position.end.offset
  }
  return text + page.slice(at, to)
}

/** Whether the only difference is a `?` where a character was swallowed. */
function isFlagged(given: string, wanted: string): boolean {
  return given.length === wanted.length && [...given].every((char, i) => char === wanted[i] || char === '?')
}

function narrow(text: string): string {
  return text.replaceAll(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
}
