import type { MarkerMatch } from '../constructs/marker.ts'
import {
  isAgendaStep,
  isCeremonyStep,
  isNamedStep,
  isProgrammeItem,
  isVote,
  namesAgenda,
} from '../constructs/recital.ts'
import { LETTERS } from '../letters.ts'
import { type Line, lengthOf } from '../line.ts'
import { type Entry, isNumbered, isSibling, type Numbered, tally } from './entries.ts'
import { RUN_IN_LIMIT } from './heading-end.ts'
import { isCalled, settleCalls, settleSteps } from './host-steps.ts'

/** In a script, the turns of its hosts stand between the numbers of a programme, which head nothing. */
export function settleProgramme(entries: readonly Entry[], numbered: readonly Numbered[]): void {
  settleCalls(numbered)
  settleSteps(numbered)
  const headings = tally(numbered, ({ role }) => role === 'heading')
  const runIns = tally(numbered, ({ role }) => role === 'run-in' || role === 'text')
  const isScript = headings.size > 0 && entries.filter(({ line }) => line.turn > 0).length >= 3
  const isAct = (entry: Entry, at: number) => isProgrammeItem(entry.line.head) || (isScript && !headsTurns(entries, at))
  const isStep = ({ line, marker }: Numbered) => isCeremonyStep(line.head) || isCalled(line, marker)
  const acts = tally(entries, (entry, at) => entry.role === 'heading' && (isAct(entry, at) || isStep(entry)))
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry
    if (!entry.marker) continue
    const { system } = entry.marker
    const asks = entry.role !== 'text' && isChoice(entries[i + 1]?.marker) && ASKED.test(entry.line.tail)
    if (asks) entry.headingEnd = lengthOf(entry.line)
    if (asks || isChoice(entry.marker)) entry.role = 'item'
    if (entry.role === 'run-in' && entry.line.headHolds & LETTERS.vote && isVote(entry.line.head)) {
      entry.role = votesOn(entries, i) ? 'item' : 'text'
      entry.headingEnd = lengthOf(entry.line)
    }
    //  1、快板《一根道釘》 表演者:工務工區
    if (entry.role === 'run-in' && !(entry.line.lastHolds & LETTERS.clauseEnd) && isProgrammeItem(entry.line.head)) {
      entry.role = 'item'
      entry.headingEnd = lengthOf(entry.line)
    }
    if (entry.role !== 'heading' || !acts.has(system)) continue
    const count = headings.get(system) as number
    const isProgramme = (acts.get(system) as number) * 2 > count && (runIns.get(system) ?? 0) <= count
    if (isProgramme || isAct(entry, i)) entry.role = 'item'
  }
}

/**
 * Whether a line names a part of a script, and no act: its hosts talk below it, and not for one turn.
 *
 *     第一篇章 相逢
 *     甲:七月,你走進了大門。
 *     乙:七月,我在門衛室。
 */
function headsTurns(entries: readonly Entry[], at: number): boolean {
  const entry = entries[at] as Entry
  const { lastHolds, head } = entry.line
  if (lastHolds & LETTERS.clauseEnd || head.includes('《')) return false
  const [first, second] = entries.slice(at + 1, at + 3)
  if (!first?.line.turn || !second) return false
  return second.line.turn > 0 || (second.marker !== undefined && !isSibling(second, entry))
}

/**
 *     2、不同意的,請舉手;
 *     3、棄權的,請舉手。(一票)
 */
function votesOn(entries: readonly Entry[], at: number): boolean {
  const above = entries[at - 1]
  return isSibling(above, entries[at] as Entry) && above?.role !== 'text' && /[);]$/.test(above?.line.tail ?? '')
}

/** 1.看見有人落水,你會? and 1.下列說法正確的是( ) — above the choices. */
const ASKED = /[?_]$|\( *\)[。?]?$|(?:是|应该?|哪[一-龥]{1,3}):?$/

/** A、 B、 */
function isChoice(marker: MarkerMatch | undefined): boolean {
  return marker?.series === 'none' && !marker.worded
}

/** So many steps of a ceremony are none of the speaker's points. */
const STEPS = 2

/** Where a host has announced an agenda, its steps head nothing, nor do the other numbers of their system. */
export function settleAgenda(entries: readonly Entry[], numbered: readonly Numbered[]): void {
  if (!entries.some(({ line, marker }) => !marker && speaksOfAgenda(line))) {
    const named = numbered.filter(({ line, marker }) => marker.worded && isNamedStep(line.head, marker))
    if (named.length >= STEPS) for (const step of named) if (step.role !== 'item') step.role = 'text'
    for (const entry of numbered)
      if (speaksOfAgenda(entry.line) && isAgendaStep(entry.line.head, entry.marker)) entry.role = 'text'
    return
  }
  const isStep = ({ line, marker }: Numbered) => isAgendaStep(line.head, marker)
  const steps = tally(numbered, isStep)
  const all = tally(numbered, ({ role }) => role !== 'item')
  entries.forEach((entry, i) => {
    if (!isNumbered(entry) || (entry.role === 'item' && !isSpokenStep(entry, entries[i - 1])) || endsList(entries, i))
      return
    const { system } = entry.marker
    const isAgenda = (steps.get(system) ?? 0) * 2 > (all.get(system) ?? 0)
    if (isAgenda || isStep(entry)) entry.role = 'text'
  })
}

/** 四、請工會主席宣讀決定,這個獎,每年只發三個人,要自己的班組投票。 — too long for a heading, or right below such a step. */
function isSpokenStep(entry: Numbered, above: Entry | undefined): boolean {
  const { line, marker, headingEnd } = entry
  if (!/[。!]$/.test(line.tail) || !isAgendaStep(line.head, marker)) return false
  return headingEnd - marker.rest > RUN_IN_LIMIT || (isSibling(above, entry) && above?.role === 'text')
}

/**
 * Whether an entry is the last of a list whose other members end in semicolons.
 *
 *     1、會議期間不得中途退場;
 *     2、請帶孩子的家長照看好孩子。
 */
function endsList(entries: readonly Entry[], at: number): boolean {
  const above = entries[at - 1]
  return isSibling(above, entries[at] as Entry) && above?.line.tail.endsWith(';') === true
}

function speaksOfAgenda(line: Line): boolean {
  return ((line.headHolds | line.tailHolds) & LETTERS.agenda) !== 0 && namesAgenda(line.head, line.tail)
}
