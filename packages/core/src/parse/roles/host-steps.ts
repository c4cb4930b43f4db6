import type { MarkerMatch } from '../constructs/marker.ts'
import { callsAct, callsStep, leadsOn, namesRite } from '../constructs/recital.ts'
import { LETTERS, lettersOf } from '../letters.ts'
import { type Line, lengthOf } from '../line.ts'
import { type Entry, isNumbered, type Numbered, tally } from './entries.ts'
import { RUN_IN_LIMIT } from './heading-end.ts'

/** A host whose numbered paragraphs lead on to the next act, in whatever words, counts acts, and heads nothing. */
export function settlePatter(entries: readonly Entry[]): void {
  const acts = entries.filter(({ line, marker, role }) => role === 'run-in' && !marker?.worded && isFull(line))
  const led = acts.filter(({ line }) => leadsOn(line.head))
  if (led.length >= 2 && led.length * 2 > acts.length) for (const act of acts) act.role = 'text'
}

/** 我是今晚的主持人阿豐。 — one of the first lines tells that a host speaks. */
export function introducesHost(lines: readonly Line[]): boolean {
  return lines.slice(0, FIRST_LINES).some(({ head }) => /我是[^。!?]{0,16}(?:主持|司仪)/.test(head))
}

const FIRST_LINES = 3

/** Between two guests, a single number that a host says counts the acts, and heads nothing. */
export function settleHost(entries: Entry[]): void {
  const numbered = entries.filter(({ marker }) => marker)
  const [only] = numbered
  if (only && numbered.length === 1 && isFull(only.line)) only.role = 'text'
  settleRites(entries)
}

/**
 * What is done at a feast, step by step, heads nothing that its host says of it.
 *
 *     二、鳴放鞭炮。請兩位女婿到院子裏點炮。
 */
function settleRites(entries: readonly Entry[]): void {
  const isRite = ({ line, marker, headingEnd }: Numbered, at: number) =>
    isCalled(line, marker) ||
    namesRite(line.head.slice(marker.rest, headingEnd)) ||
    // 一、請老周念賬。… / (老周念賬)
    (entries[at + 1]?.line.isStage && /^有?请/.test(line.head.slice(marker.rest)))
  const rites = tally(entries, (entry, at) => entry.role === 'run-in' && isRite(entry, at) === true)
  if (rites.size === 0) return
  const all = tally(entries, ({ role }) => role === 'run-in')
  for (const entry of entries.filter(isNumbered)) {
    const { system } = entry.marker
    if (entry.role === 'run-in' && (rites.get(system) ?? 0) * 2 > (all.get(system) ?? 0)) entry.role = 'text'
  }
}

/** A host whose numbered paragraphs call the next act again and again counts acts, and heads nothing. */
export function settleCalls(entries: readonly Numbered[]): void {
  const calls = tally(
    entries,
    ({ line, role }) => role !== 'text' && (line.tailHolds & LETTERS.calling) !== 0 && callsAct(line.tail),
  )
  if (calls.size === 0) return
  for (const entry of entries) {
    if ((calls.get(entry.marker.system) ?? 0) >= 2 && isFull(entry.line)) entry.role = 'text'
  }
}

/** So many numbered calls are the steps of a ceremony. */
const STEPS = 3

/** A host whose numbered paragraphs open with a call to act counts the steps of a ceremony, and heads nothing. */
export function settleSteps(entries: readonly Numbered[]): void {
  const runIns = tally(entries, ({ role }) => role === 'run-in')
  if (![...runIns.values()].some((count) => count >= STEPS)) return
  const steps = tally(entries, ({ line, marker, role }) => role === 'run-in' && isCalled(line, marker))
  for (const entry of entries) {
    const { line, marker } = entry
    if (!(entry.role === 'run-in' || (entry.role === 'heading' && isCalled(line, marker)))) continue
    const count = steps.get(marker.system) ?? 0
    if (count >= STEPS && count * 2 > (runIns.get(marker.system) ?? 0)) entry.role = 'text'
  }
}

/** Whether what a number stands before calls to a step of a ceremony. */
export function isCalled(line: Line, marker: MarkerMatch): boolean {
  const first = lettersOf(line.units, line.start + marker.rest, line.start + marker.rest + 1)
  return (first & LETTERS.stepStart) !== 0 && callsStep(line.head, marker)
}

function isFull(line: Line): boolean {
  return (line.lastHolds & LETTERS.stop) !== 0 && lengthOf(line) > RUN_IN_LIMIT / 2
}
