import { LETTERS } from '../letters.ts'
import { lengthOf } from '../line.ts'
import { type Entry, hasBody, isSibling, type Numbered, tally } from './entries.ts'
import { RUN_IN_LIMIT } from './heading-end.ts'

/**
 * A numbered line of its own that heads nothing is a list item. A row of such lines, one behind the other,
 * is an agenda, an oath, a list; a single one is judged by what its system of numbers does elsewhere in the speech.
 */
export function settleLists(entries: Entry[]): void {
  settleStations(entries)
  if (!entries.some(({ role }) => role === 'heading')) return
  const heads = tally(
    entries,
    (entry, i) => entry.role === 'run-in' || (entry.role === 'heading' && hasBody(entries, i) && !endsRow(entries, i)),
  )
  for (let i = 0; i < entries.length; ) {
    const entry = entries[i] as Entry
    let end = i + 1
    if (entry.role === 'heading' && entry.marker) {
      while (isSibling(entries[end], entry) && entries[end]?.role === 'heading' && !startsAnew(entries, end)) end++
      if (end - i > 1 && startsAnew(entries, end)) for (const listed of entries.slice(i, end)) listed.role = 'item'
      else settleRow(entries, i, end, heads.get(entry.marker.system) ?? 0)
    }
    i = end
  }
}

/**
 * Behind a colon, what a semicolon parts from the next number is no section's body.
 *
 *     1.尋泉之旅:玉泉洞—洗心村,兩天一夜;
 *     2.問茶之旅:雲臺山—老茶園,兩天一夜。
 */
function settleStations(entries: Entry[]): void {
  const isStation = (entry: Entry | undefined) =>
    entry?.role === 'run-in' && lengthOf(entry.line) <= STATION && entry.line.head.charAt(entry.headingEnd - 1) === ':'
  const goesOn = (entry: Entry | undefined) => entry?.line.tail.endsWith(';') === true
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry
    const above = entries[i - 1]
    if (!isStation(entry) || !(goesOn(entry) || (isSibling(above, entry) && goesOn(above)))) continue
    entry.role = 'item'
    entry.headingEnd = lengthOf(entry.line)
  }
}

/** Such a line has at most so many units. */
const STATION = 40

/**
 * Whether an entry starts the numbers anew right below the last of them: what stands above it only told what comes.
 *
 *     (一)老機器怎麼辦;
 *     (二)新機器怎麼辦。
 *     (一)老機器怎麼辦
 */
function startsAnew(entries: readonly Entry[], at: number): boolean {
  const entry = entries[at]
  return entry?.marker?.ordinal === 1 && entry.role === 'heading' && isSibling(entries[at - 1], entry)
}

/** So many numbered lines without a body are a list, whatever stands below the last. */
const ROW = 3

/** Whether an entry is the last of such a row. */
function endsRow(entries: readonly Entry[], at: number): boolean {
  const entry = entries[at] as Entry
  for (let back = 1; back < ROW; back++) {
    const above = entries[at - back]
    if (!isSibling(above, entry) || above?.role !== 'heading') return false
  }
  return true
}

/** Settles the row of headings from `from` up to `to`; `heads` counts the lines of their system that head something. */
function settleRow(entries: Entry[], from: number, to: number, heads: number): void {
  const rows = to - from
  const lastHeads = hasBody(entries, to - 1)
  const elsewhere = heads - (lastHeads && rows < ROW ? 1 : 0)
  if (rows === 1 && ((lastHeads && !isAboveAddress(entries, from)) || elsewhere > 0)) return
  // What has sections below it heads them, and so does its sibling above.
  if (rows === 2 && (elsewhere > 0 || (lastHeads && entries[to]?.marker !== undefined))) return
  const last = lastHeads && elsewhere > 0 && rows < ROW ? to - 1 : to
  for (let k = from; k < last; k++) (entries[k] as Entry).role = 'item'
}

/** (1)記錄儀全程打開。 — the only one of its numbers, a sentence above words to all listeners, heads nothing. */
function isAboveAddress(entries: readonly Entry[], at: number): boolean {
  const { line, marker } = entries[at] as Entry
  return (
    marker?.ordinal === 1 && (line.lastHolds & LETTERS.clauseEnd) !== 0 && entries[at + 1]?.line.address !== undefined
  )
}

/**
 * A long numbered line is a run-in section where its siblings are sections. Otherwise it is an item of a list if it is
 * one sentence, and a paragraph that happens to be numbered if it is more.
 */
export function settleLong(entries: readonly Numbered[]): void {
  const runIns = tally(entries, ({ role }) => role === 'run-in')
  for (const entry of entries) {
    if (entry.role !== 'item' || entry.headingEnd >= lengthOf(entry.line)) continue
    entry.role = runIns.has(entry.marker.system) && entry.headingEnd <= RUN_IN_LIMIT * 1.5 ? 'run-in' : 'text'
  }
}
