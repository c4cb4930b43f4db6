import { neededLetters } from './needed-letters.ts'

/** A rule that is told by a pattern. */
interface Rule {
  /** Without the flags `g` and `y`. */
  pattern: RegExp
}

/**
 * A table of rules of which a text is looked at by those alone whose letters it has: one look at each letter says
 * which rules can fit, and most lines are left with few.
 */
export interface Sieve<R extends Rule> {
  /** The first rule of the table whose pattern matches. */
  first(text: string): R | undefined
  /** All rules whose patterns match, in the order of the table. */
  all(text: string): readonly R[]
}

/** @param rules at most 64 */
export function createSieve<R extends Rule>(rules: readonly R[]): Sieve<R> {
  let masks: Masks | undefined
  /** Bits of the rules that can still fit, in two words. */
  let low = 0
  let high = 0

  function pour(text: string): void {
    masks ??= masksOf(rules)
    const { groupOf, lows, highs } = masks
    low = lows[0] as number
    high = highs[0] as number
    for (let at = 0; at < text.length; at++) {
      const group = groupOf[text.charCodeAt(at)] as number
      low |= lows[group] as number
      high |= highs[group] as number
    }
  }

  /** The next rule that matches, taken out of those that can; undefined where none is left. */
  function next(text: string): R | undefined {
    while ((low | high) !== 0) {
      const rule = rules[low !== 0 ? lowestBit(low) : BITS + lowestBit(high)] as R
      if (low !== 0) low &= low - 1
      else high &= high - 1
      if (rule.pattern.test(text)) return rule
    }
    return undefined
  }

  return {
    first(text) {
      pour(text)
      return next(text)
    },
    all(text) {
      pour(text)
      let fitting: R[] | undefined
      for (let rule = next(text); rule; rule = next(text)) {
        fitting ??= []
        fitting.push(rule)
      }
      return fitting ?? NONE
    },
  }
}

const NONE: readonly never[] = []

/** Bits of a word. */
const BITS = 32

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word)
}

/** Which rules each letter lets pass. Letters that let the same rules pass are one group; group 0 lets those that any text may fit. */
interface Masks {
  /** The group of each UTF-16 code unit. */
  groupOf: Uint8Array
  /** For each group, the bits of the first 32 rules, and of the others. */
  lows: Int32Array
  highs: Int32Array
}

function masksOf(rules: readonly Rule[]): Masks {
  const passed = new Map<number, [low: number, high: number]>()
  const always: [number, number] = [0, 0]
  for (const [index, { pattern }] of rules.entries()) {
    const letters = neededLetters(pattern)
    if (letters) for (const letter of letters) mark(passed, letter.charCodeAt(0), index)
    else setBit(always, index)
  }
  const groups = new Map<string, number>([[String(always), 0]])
  const groupOf = new Uint8Array(0x10000)
  for (const [code, mask] of passed) {
    const key = String(mask)
    const group = groups.get(key) ?? groups.size
    groups.set(key, group)
    groupOf[code] = group
  }
  const words = [...groups.keys()].map((key) => key.split(',').map(Number))
  return {
    groupOf,
    lows: Int32Array.from(words, ([low = 0]) => low),
    highs: Int32Array.from(words, ([, high = 0]) => high),
  }
}

function mark(passed: Map<number, [number, number]>, code: number, index: number): void {
  const mask = passed.get(code)
  if (mask) setBit(mask, index)
  else passed.set(code, setBit([0, 0], index))
}

function setBit(mask: [number, number], index: number): [number, number] {
  if (index < BITS) mask[0] |= 1 << index
  else mask[1] |= 1 << (index - BITS)
  return mask
}
