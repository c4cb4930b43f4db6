import { neededLetters } from './needed-letters.ts'

/** A rule that is told by a pattern. */
interface Rule {
  /** Without the flags `g` and `y`. */
  pattern: RegExp
}

/**
 * A table of rules of which a text is looked at by those alone whose letters it has, a single one or two side by side:
 * one look at each letter says which rules can fit, and most lines are left with none.
 */
export interface Sieve<R extends Rule> {
  /** The first rule of the table whose pattern matches. */
  first(text: string): R | undefined
  /** All rules whose patterns match, in the order of the table. */
  all(text: string): readonly R[]
}

/**
 * @param rules at most 64
 * @throws {RangeError} when there are more
 */
export function createSieve<R extends Rule>(rules: readonly R[]): Sieve<R> {
  if (rules.length > 2 * BITS) throw new RangeError(`a sieve holds ${2 * BITS} rules, not ${rules.length}`)
  let masks: Masks | undefined
  /** Bits of the rules that can still fit, in two words. */
  let low = 0
  let high = 0

  function pour(text: string): void {
    masks ??= masksOf(rules)
    const { groupOf, always, alone, opens, closes } = masks
    let group = 0
    low = always.low
    high = always.high
    for (let at = 0; at < text.length; at++) {
      const before = group
      group = groupOf[text.charCodeAt(at)] as number
      low |= (alone.lows[group] as number) | ((opens.lows[before] as number) & (closes.lows[group] as number))
      high |= (alone.highs[group] as number) | ((opens.highs[before] as number) & (closes.highs[group] as number))
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

/** Bits of rules, of the first 32 and of the others. */
interface Mask {
  low: number
  high: number
}

/** The masks of all groups of letters, by the number of the group. */
interface Masks {
  /** The group of each UTF-16 code unit: letters that do the same for the same rules are one. */
  groupOf: Uint16Array
  /** The rules that any text may fit. */
  always: Mask
  /** The rules that a letter lets pass, whatever stands beside it. */
  alone: Columns
  /** The rules that a letter lets pass where one that closes for them stands behind it. */
  opens: Columns
  closes: Columns
}

interface Columns {
  lows: Int32Array
  highs: Int32Array
}

/** What a letter does for the rules. */
interface Letter {
  alone: Mask
  opens: Mask
  closes: Mask
}

function masksOf(rules: readonly Rule[]): Masks {
  const always = noRules()
  const letters = new Map<number, Letter>()
  const letterAt = (letter: string): Letter => {
    const code = letter.charCodeAt(0)
    const known = letters.get(code) ?? idle()
    letters.set(code, known)
    return known
  }
  for (const [index, { pattern }] of rules.entries()) {
    const needs = neededLetters(pattern)
    if (!needs) setBit(always, index)
    for (const { letters, next } of needs ?? []) {
      for (const letter of letters) setBit(next ? letterAt(letter).opens : letterAt(letter).alone, index)
      for (const letter of next ?? []) setBit(letterAt(letter).closes, index)
    }
  }
  const groups = new Map<string, { group: number; does: Letter }>()
  const groupOf = new Uint16Array(0x10000)
  const join = (does: Letter): number => {
    const key = [does.alone, does.opens, does.closes].map(({ low, high }) => `${low} ${high}`).join()
    const known = groups.get(key) ?? { group: groups.size, does }
    groups.set(key, known)
    return known.group
  }
  join(idle())
  for (const [code, does] of letters) groupOf[code] = join(does)
  const all = [...groups.values()].map(({ does }) => does)
  return {
    groupOf,
    always,
    alone: columnsOf(all.map(({ alone }) => alone)),
    opens: columnsOf(all.map(({ opens }) => opens)),
    closes: columnsOf(all.map(({ closes }) => closes)),
  }
}

function idle(): Letter {
  return { alone: noRules(), opens: noRules(), closes: noRules() }
}

function noRules(): Mask {
  return { low: 0, high: 0 }
}

function setBit(mask: Mask, index: number): void {
  if (index < BITS) mask.low |= 1 << index
  else mask.high |= 1 << (index - BITS)
}

function columnsOf(masks: readonly Mask[]): Columns {
  return { lows: Int32Array.from(masks, ({ low }) => low), highs: Int32Array.from(masks, ({ high }) => high) }
}
