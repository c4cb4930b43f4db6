import { align } from './align.ts'
import { type Element, elements, same, type Thing, thingsOf } from './elements.ts'
import type { Outline } from './outline.ts'

/** How many things were found, missed and made up. */
export interface Count {
  found: number
  missing: number
  extra: number
}

/** How one page, or a set of pages, was read, by element. */
export type Score = Map<Element, Count>

export interface Comparison {
  score: Score
  missing: Thing[]
  extra: Thing[]
}

/** Compares a parsed outline with the gold one, element by element. */
export function compare(gold: Outline, parsed: Outline): Comparison {
  const [goldThings, parsedThings] = [thingsOf(gold), thingsOf(parsed)]
  const comparison: Comparison = { score: new Map(), missing: [], extra: [] }
  for (const element of elements) {
    const { pairs, onlyLeft, onlyRight } = align(goldThings.get(element) ?? [], parsedThings.get(element) ?? [], same)
    comparison.score.set(element, { found: pairs.length, missing: onlyLeft.length, extra: onlyRight.length })
    comparison.missing.push(...onlyLeft)
    comparison.extra.push(...onlyRight)
  }
  return comparison
}

/** The sum of many scores, by element. */
export function sum(scores: Score[]): Score {
  return new Map(elements.map((element) => [element, total(scores.map((score) => score.get(element)))]))
}

/** All elements of a score counted together: what micro averages rest on. */
export function micro(score: Score): Count {
  return total([...score.values()])
}

export function precision({ found, extra }: Count): number {
  return found + extra === 0 ? 1 : found / (found + extra)
}

export function recall({ found, missing }: Count): number {
  return found + missing === 0 ? 1 : found / (found + missing)
}

export function f1({ found, missing, extra }: Count): number {
  return found + missing + extra === 0 ? 1 : (2 * found) / (2 * found + missing + extra)
}

function total(counts: (Count | undefined)[]): Count {
  const sum: Count = { found: 0, missing: 0, extra: 0 }
  for (const count of counts) {
    sum.found += count?.found ?? 0
    sum.missing += count?.missing ?? 0
    sum.extra += count?.extra ?? 0
  }
  return sum
}
