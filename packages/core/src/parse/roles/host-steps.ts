import { codeSet } from '../../source/code-set.ts'
import type { MarkerMatch } from '../constructs/marker.ts'
import { callsAct, callsStep } from '../constructs/recital.ts'
import { LETTERS } from '../letters.ts'
import { type Line, lengthOf } from '../line.ts'
import { type Entry, tally } from './entries.ts'
import { RUN_IN_LIMIT } from './heading-end.ts'

/** Between two guests, a single number that a host says counts the acts, and heads nothing. */
export function settleHost(entries: Entry[]): void {
  const numbered = entries.filter(({ marker }) => marker)
  const [only] = numbered
  if (only && numbered.length === 1 && isFull(only.line)) only.role = 'text'
}

/** A host whose numbered paragraphs call the next act again and again counts acts, and heads nothing. */
export function settleCalls(entries: Entry[]): void {
  const calls = tally(entries, ({ line, role }) => role !== 'text' && mayCall(line) && callsAct(line.tail))
  if (calls.size === 0) return
  for (const entry of entries) {
    if (entry.marker && (calls.get(entry.marker.system) ?? 0) >= 2 && isFull(entry.line)) entry.role = 'text'
  }
}

/** So many numbered calls are the steps of a ceremony. */
const STEPS = 3

/** A host whose numbered paragraphs open with a call to act counts the steps of a ceremony, and heads nothing. */
export function settleSteps(entries: Entry[]): void {
  const runIns = tally(entries, ({ role }) => role === 'run-in')
  if (![...runIns.values()].some((count) => count >= STEPS)) return
  const steps = tally(
    entries,
    ({ line, marker, role }) => role === 'run-in' && callsStep(line.head, marker as MarkerMatch),
  )
  for (const entry of entries) {
    const { line, marker } = entry
    if (!marker || !(entry.role === 'run-in' || (entry.role === 'heading' && callsStep(line.head, marker)))) continue
    const count = steps.get(marker.system) ?? 0
    if (count >= STEPS && count * 2 > (runIns.get(marker.system) ?? 0)) entry.role = 'text'
  }
}

/** Whether 請 or 掌 stands near the end of a line. */
function mayCall({ units, start, end }: Line): boolean {
  for (let at = Math.max(start, end - CALL); at < end; at++) if (isCalling(units[at] as number)) return true
  return false
}

const CALL = 40

const isCalling = codeSet('请請掌')

function isFull(line: Line): boolean {
  return (line.lastHolds & LETTERS.stop) !== 0 && lengthOf(line) > RUN_IN_LIMIT / 2
}
