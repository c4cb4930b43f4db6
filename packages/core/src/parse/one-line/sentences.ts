import { codeSet } from '../../source/code-set.ts'
import { trimBack } from '../line.ts'

/** Whether a sentence ends before an offset: what counts inside of one heads nothing. */
export function endsBefore(folded: string, at: number): boolean {
  return '。!?'.includes(folded[trimBack(folded, at) - 1] ?? '')
}

/** 落實措施(一)明確責任    提幾點要求,一是質量第一。 — a number in brackets and a first word need no full stop before them. */
export const COUNTED = /(?=\([一二三四五六七八九十]{1,2}\)(?!班[^主级]))|(?<=,)(?=一[是要]|第一[,、])/g

/** The starts of sentences, and what else a pattern finds, sorted. */
export function withStarts(folded: string, starts: readonly number[], pattern: RegExp): readonly number[] {
  const more = [...folded.matchAll(pattern)].map(({ index }) => index).filter((at) => at > 0)
  return withPlaces(starts, more)
}

/** Sorted places, and more of them in any order, sorted. */
export function withPlaces(places: readonly number[], more: readonly number[]): readonly number[] {
  return more.length === 0 ? places : [...new Set([...places, ...more])].sort((a, b) => a - b)
}

/** Behind every sentence mark or blank. */
export function sentenceStarts(folded: string): number[] {
  const starts: number[] = []
  for (let at = 1; at < folded.length; at++) {
    if (!mayStand(folded.charCodeAt(at - 1)) || ' ”’)'.includes(folded[at] as string)) continue
    const isClosed = '”’)'.includes(folded[at - 1] as string)
    if (!isClosed || '。!?'.includes(folded[at - 2] ?? '')) starts.push(at)
  }
  return starts
}

/** Whether a mark may stand before a sentence. */
const mayStand = codeSet('。!?;: …”’)')

/** 謝謝!(掌聲)現在散會。 — a direction belongs to the sentence before it. */
export function startsSentence(folded: string, at: number): boolean {
  const end = trimBack(folded, at)
  const stop = '”’'.includes(folded[end - 1] ?? ' ') ? end - 2 : end - 1
  if ('。!?'.includes(folded[stop] ?? '')) return folded[at] !== '(' || !DIRECTED.test(folded.slice(at, at + ACT))
  return folded[end - 1] === ')' && BEHIND_DIRECTION.test(folded.slice(Math.max(0, end - ACT - 1), end))
}

const DIRECTED = /^\([^()]{1,14}\)/

const BEHIND_DIRECTION = /[。!?]\([^()]{1,14}\)$/

/** A direction with its brackets has at most so many units. */
const ACT = 16
