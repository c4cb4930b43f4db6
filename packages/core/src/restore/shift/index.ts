import { noPatches, pushPatch } from '../../source/patches.ts'
import { glossFormOf } from '../gloss/form.ts'
import type { Layer, LayerOutcome } from '../layer.ts'
import { type Decision, decide } from './decide.ts'
import { fitBefore, LINE_START, placeBehind } from './place.ts'
import type { Reading } from './reading.ts'
import { type Found, search } from './search.ts'
import { teachingsOf } from './teachings.ts'
import { readTokens, type Tokens } from './tokens.ts'
import {
  brokenGlosses,
  mayHoldLosses,
  nextLoss,
  quotingEnd,
  quotingStart,
  rowEnd,
  startsLine,
  type Window,
  windowAt,
} from './windows.ts'
import { openWorkshop, teach, type Workshop } from './workshop.ts'

export type { LexiconData } from './lexicon.ts'

/**
 * Undoes what the byte channel did to characters between glosses and cuts: 變?yōu)榻?jīng)濟 → 變為經濟.
 *
 * Each run is read by a search over what was written, ranked by a language model, and believed only if the forward
 * channel makes of it what the page shows. Where readings are too close the source stands.
 */
export const shift: Layer = {
  rule: 'shift',
  isNeeded: (survey) => survey.has('?'),
  run(text, context) {
    if (!mayHoldLosses(text)) return { patches: noPatches() }
    const glosses = context.glossSet()
    if (glosses.size === 0) return { patches: noPatches(), findings: brokenGlosses(text) }
    const form = glossFormOf(text, context.brackets())
    if (nextLoss(text, 0, form) === -1) return { patches: noPatches() }
    return restoreRuns(text, openWorkshop(text, glosses, form, context))
  },
}

/** A row of more `?` than this is no run that bytes could tell of; its last one may open a run. */
const HOPELESS_ROW = 7

/** A run of a page: where it was read, and what became of it. */
interface Run {
  window: Window
  decision: Decision
}

function restoreRuns(text: string, workshop: Workshop): LayerOutcome {
  const runs = readRuns(text, workshop)
  reread(text, runs, workshop)
  const patches = noPatches()
  for (const { decision } of runs) {
    for (const { start, end, text, grounds } of decision.repairs) pushPatch(patches, start, end, text, grounds)
  }
  return { patches, findings: runs.flatMap(({ decision }) => decision.findings) }
}

/** Reads the runs of a page one after another, each by itself. */
function readRuns(text: string, workshop: Workshop): Run[] {
  const { form } = workshop.site
  const runs: Run[] = []
  let done = 0
  for (let at = nextLoss(text, 0, form); at !== -1; at = nextLoss(text, done, form)) {
    const last = rowEnd(text, at) - 1
    if (last - at >= HOPELESS_ROW) {
      runs.push({ window: { start: at, at, end: last }, decision: leftUndone(at, last) })
      done = last
      continue
    }
    const window = windowAt(text, at, done)
    const run = readRun(text, window, frontOf(text, window.start, runs, runs.length), workshop)
    runs.push(run)
    done = run.window.end
  }
  return runs
}

/** Reads runs that are open once more, where those that were restored tell something of them. */
function reread(text: string, runs: Run[], workshop: Workshop): void {
  if (runs.every(({ decision }) => decision.doubts.length === 0)) return
  const passages = runs.map(({ decision }) => decision.passage)
  const teachings = teachingsOf(passages)
  const open = [...runs.keys()].filter((i) => teachings.tellOf((runs[i] as Run).decision.doubts))
  if (open.length === 0) return
  const taught = teach(workshop, passages)
  for (const i of open) {
    const { window } = runs[i] as Run
    const run = readRun(text, window, frontOf(text, window.start, runs, i), taught)
    if (teachings.tellOf(run.decision.texts)) runs[i] = run
  }
}

/** The line in front of a window, or the part of it that tells of quotations, with the runs before one as best read. */
function frontOf(text: string, start: number, runs: readonly Run[], before: number): string {
  const from = quotingStart(text, start)
  let front = ''
  let shown = start
  for (let i = before - 1; i >= 0 && (runs[i] as Run).window.end > from; i--) {
    for (const repair of [...(runs[i] as Run).decision.repairs].reverse()) {
      if (repair.start < from) return front
      front = repair.text + text.slice(repair.end, shown) + front
      shown = repair.start
    }
  }
  return text.slice(from, shown) + front
}

/** How many tokens in front of a window the language model reads at least. */
const HEARD = 16

/** Candidates weighed for one run at most; a token counts as so many. */
const STEPS = 160_000
const TOKEN = 8
/** How many readings are tried on the forward channel. */
const VERIFIED = 16

/** Reads the run in a window behind `front`, and says how far it was read. */
function readRun(text: string, window: Window, front: string, workshop: Workshop): Run {
  const { start, at, end } = window
  const { site, model, verifier } = workshop
  if (workshop.budget <= 0) return { window, decision: leftUndone(at, end) }
  const tokens = readTokens(text, start, end, site)
  const from = Math.max(0, tokens.starts.indexOf(at) - 1)
  model.reset()
  const heard = readTokens(front, 0, front.length, site)
  const silent = Math.max(0, heard.length - HEARD)
  const place = placeBehind(LINE_START, saidIn(heard, 0, silent))
  let state = model.start(place, silent === 0 && startsLine(text, quotingStart(text, start)))
  for (let i = silent; i < heard.length; i++)
    state = model.advance(state, model.symbolOf[heard.units[i] as number] as number)
  for (let i = 0; i < from; i++) state = model.advance(state, model.symbolOf[tokens.units[i] as number] as number)

  const found = search(tokens, from, state, workshop, Math.min(STEPS, workshop.budget))
  workshop.budget -= found.steps + TOKEN * tokens.length
  const stop = found.end < tokens.length ? (tokens.starts[found.end] as number) : end
  const read = { start, at, end: Math.max(at + 1, stop) }
  const shown = text.slice(tokens.starts[from], stop)
  const before = placeBehind(place, saidIn(heard, silent) + saidIn(tokens, 0, from))
  const rest = saidIn(readTokens(text, stop, quotingEnd(text, stop), site))
  const readings = confirmed(found)
  if (readings.length === 0) return { window: read, decision: leftUndone(at, read.end) }
  return { window: read, decision: decide({ tokens, from, end: found.end, readings }, workshop) }

  /** The likeliest readings that the forward channel confirms, best first. */
  function confirmed({ readings, rivalsOf }: Found): Reading[] {
    const [first, ...others] = placed(readings)
    if (!first) return []
    const likeliest = verified([first, ...others, ...placed(rivalsOf(first))])
    const [best] = likeliest
    if (!best || !others.includes(best)) return likeliest
    return [...likeliest, ...verified(placed(rivalsOf(best)))].sort(byScore)
  }

  /** Readings weighed where they stand in the line, best first. */
  function placed(readings: readonly Reading[]): Reading[] {
    for (const reading of readings) reading.score += fitBefore(rest, String.fromCharCode(...reading.units), before)
    return [...readings].sort(byScore)
  }

  function verified(readings: Reading[]): Reading[] {
    return readings
      .sort(byScore)
      .slice(0, VERIFIED)
      .filter((reading) => verifier.verify(reading, shown))
  }
}

function byScore(a: Reading, b: Reading): number {
  return b.score - a.score
}

/** What tokens show, without glosses. */
function saidIn({ units }: Tokens, from = 0, to = units.length): string {
  return String.fromCharCode(...units.slice(from, to))
}

function leftUndone(start: number, end: number): Decision {
  return { repairs: [], findings: [{ id: 'restoration-left-undone', start, end }], texts: [], doubts: [], passage: [] }
}
