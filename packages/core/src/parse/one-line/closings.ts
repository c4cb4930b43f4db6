import type { Closing } from '../../schema/speech.ts'
import { firstAtLeast } from '../../source/search.ts'
import { matchAddress } from '../constructs/address.ts'
import { classifyClosing } from '../constructs/closing.ts'
import { HEAD } from '../line.ts'
import { startsSentence } from './sentences.ts'
import { isLastOfSeries } from './series.ts'

/** A speech closes in at most so many sentences. */
const CLOSING_SENTENCES = 5

/** Blanks and colons start something too; so many starts back, the sentences are found or there are none. */
const CLOSING_STARTS = 40

/** Where the closings of the speech from `from` to `end` begin: thanks stay with the closing they are glued to, other kinds stand apart. */
export function findClosings(folded: string, starts: readonly number[], end: number, from = 0): number[] {
  const begin = findClosing(folded, starts, end, from)
  if (begin === undefined) return []
  const sentences = lastSentences(folded, starts, end, from).filter((at) => at >= begin)
  const closings: number[] = []
  let last: Closing['kind'] | undefined
  sentences.forEach((at, i) => {
    const kind = closingOf(folded.slice(at, sentences[i + 1] ?? end), i === sentences.length - 1)
    const isApart = (kind === 'completion' || kind === 'wish') && kind !== last
    if (i > 0 && !isApart) return
    closings.push(at)
    last = kind
  })
  return closings
}

/**
 * Where the closing before `end` begins: with the last sentences that each read like one,
 * or with one that opens a peroration, which goes on to the end.
 */
function findClosing(folded: string, starts: readonly number[], end: number, from: number): number | undefined {
  const sentences = lastSentences(folded, starts, end, from)
  let begin: number | undefined
  let unbroken = true
  /** How the first sentence of the closings found so far closes. */
  let first: Closing['kind'] | undefined
  /** Whether the listeners are addressed where the appeal begins. */
  let isAddressed = false
  for (let i = sentences.length - 1; i >= 0; i--) {
    const at = sentences[i] as number
    const alone = closingOf(folded.slice(at, sentences[i + 1] ?? end), i === sentences.length - 1)
    if (isLastOfSeries(folded, at)) return begin
    unbroken &&= alone !== undefined
    // What is wished or thanked for behind it makes no appeal of a sentence.
    const appeals = closingOf(folded.slice(at, first === 'peroration' ? end : begin)) === 'peroration'
    if (!unbroken && (isAddressed || !appeals)) continue
    begin = at
    first = alone ?? 'peroration'
    isAddressed ||= appeals && matchAddress(folded.slice(at, at + HEAD)) !== undefined
  }
  return begin
}

/** The starts of the last sentences before `end`, in the speech that opens at `from`. */
export function lastSentences(folded: string, starts: readonly number[], end: number, from: number): number[] {
  const sentences: number[] = []
  const last = firstAtLeast(starts, starts.length, end) - 1
  const first = Math.max(0, last - CLOSING_STARTS)
  for (let i = last; i >= first && sentences.length < CLOSING_SENTENCES; i--) {
    const at = starts[i] as number
    if (at <= from && from > 0) break
    if (startsSentence(folded, at)) sentences.unshift(at)
  }
  return sentences
}

function closingOf(said: string, isLast = false): Closing['kind'] | undefined {
  const trimmed = said.trimEnd()
  return classifyClosing({ head: trimmed.slice(0, HEAD), tail: trimmed.slice(-40), length: trimmed.length, isLast })
}
