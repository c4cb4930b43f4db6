import { toNumeral } from './numerals.ts'

/** How the paragraphs of one level of a list are numbered (ECMA-376, part 1, 17.9.6). */
export interface Level {
  start: number
  /** The name of the numerals: `chineseCounting`. */
  format: string
  /** The label: `（%2）`, where %2 is the number of the second level. */
  label: string
  /** What comes behind the label: `tab`, `space` or `nothing`. */
  suffix: string
  /** Whether all numbers of the label are in figures. */
  isInFigures: boolean
  /** The deepest level, from 1, whose paragraphs make this one begin anew (17.9.10): 0 for none, its own for all above it. */
  restart: number
}

/** A list, and how far it has been counted. */
export interface List {
  levels: Map<number, Level>
  /** How far each level has counted; absent where it begins anew. */
  counts: Map<number, number>
}

/** What Word allows at most; a file could claim anything. */
export const LEVELS = 9
export const LONGEST_LABEL = 31

const BULLET = '- '

export function newLevel(): Level {
  return { start: 1, format: 'decimal', label: '', suffix: 'tab', isInFigures: false, restart: LEVELS }
}

/** Counts the next paragraph of a level; its label with the blank behind it, '' for none. */
export function nextLabel({ levels, counts }: List, at: number): string {
  const level = levels.get(at)
  if (!level) return ''
  counts.set(at, (counts.get(at) ?? level.start - 1) + 1)
  for (const deeper of [...counts.keys()]) {
    if (deeper > at && at < (levels.get(deeper)?.restart ?? LEVELS)) counts.delete(deeper)
  }
  if (level.format === 'bullet') return BULLET
  const label = level.label.replace(/%([1-9])/g, (_, digit: string) => {
    const named = levels.get(Number(digit) - 1) ?? level
    const number = counts.get(Number(digit) - 1) ?? named.start
    return toNumeral(number, level.isInFigures ? 'decimal' : named.format)
  })
  return label + blankBehind(label, level.suffix)
}

/** A tab or space parts 1. from what follows; behind 一、 it is not seen. */
function blankBehind(label: string, suffix: string): string {
  return suffix === 'nothing' || label === '' || /[\u2e80-\uffff]$/.test(label) ? '' : ' '
}
