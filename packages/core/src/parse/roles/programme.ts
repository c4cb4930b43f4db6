import type { MarkerMatch } from '../constructs/marker.ts'
import { callsStep, isAgendaStep, isCeremonyStep, isProgrammeItem, isVote, namesAgenda } from '../constructs/recital.ts'
import { LETTERS } from '../letters.ts'
import { type Line, lengthOf } from '../line.ts'
import { type Entry, isSibling, tally } from './entries.ts'
import { settleCalls, settleSteps } from './host-steps.ts'

/** In a script, the turns of its hosts stand between the numbers of a programme, which head nothing. */
export function settleProgramme(entries: Entry[]): void {
  settleCalls(entries)
  settleSteps(entries)
  const isScript = entries.filter(({ line }) => line.turn > 0).length >= 3
  const headings = tally(entries, ({ role }) => role === 'heading')
  const runIns = tally(entries, ({ role }) => role === 'run-in' || role === 'text')
  const isAct = ({ line }: Entry) => isScript || isProgrammeItem(line.head)
  const isStep = ({ line, marker }: Entry) =>
    isCeremonyStep(line.head) || (marker !== undefined && callsStep(line.head, marker))
  const acts = tally(entries, (entry) => entry.role === 'heading' && (isAct(entry) || isStep(entry)))
  for (const [i, entry] of entries.entries()) {
    if (!entry.marker) continue
    const { system } = entry.marker
    const asks = entry.role !== 'text' && isChoice(entries[i + 1]?.marker) && ASKED.test(entry.line.tail)
    if (asks) entry.headingEnd = lengthOf(entry.line)
    if (asks || isChoice(entry.marker)) entry.role = 'item'
    if (entry.role === 'run-in' && isVote(entry.line.head)) entry.role = 'text'
    //  1、快板《一根道釘》 表演者:工務工區
    if (entry.role === 'run-in' && !(entry.line.lastHolds & LETTERS.clauseEnd) && isProgrammeItem(entry.line.head)) {
      entry.role = 'item'
      entry.headingEnd = lengthOf(entry.line)
    }
    if (entry.role !== 'heading' || !acts.has(system)) continue
    const count = headings.get(system) as number
    const isProgramme = (acts.get(system) as number) * 2 > count && (runIns.get(system) ?? 0) <= count
    if (isProgramme || isAct(entry)) entry.role = 'item'
  }
}

/** 1.看見有人落水,你會? and 1.下列說法正確的是( ) — above the choices. */
const ASKED = /[?_]$|\( *\)[。?]?$|(?:是|应该?|哪[一-龥]{1,3}):?$/

/** A、 B、 */
function isChoice(marker: MarkerMatch | undefined): boolean {
  return marker?.series === 'none' && !marker.worded
}

/** Where a host has announced an agenda, its steps head nothing, nor do the other numbers of their system. */
export function settleAgenda(entries: Entry[]): void {
  if (!entries.some(({ line, marker }) => !marker && speaksOfAgenda(line))) {
    for (const entry of entries)
      if (entry.marker && speaksOfAgenda(entry.line) && isAgendaStep(entry.line.head, entry.marker)) entry.role = 'text'
    return
  }
  const isStep = ({ line, marker }: Entry) => marker !== undefined && isAgendaStep(line.head, marker)
  const steps = tally(entries, isStep)
  const all = tally(entries, ({ role }) => role !== 'item')
  entries.forEach((entry, i) => {
    if (!entry.marker || entry.role === 'item' || endsList(entries, i)) return
    const { system } = entry.marker
    const isAgenda = (steps.get(system) ?? 0) * 2 > (all.get(system) ?? 0)
    if (isAgenda || isStep(entry)) entry.role = 'text'
  })
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
