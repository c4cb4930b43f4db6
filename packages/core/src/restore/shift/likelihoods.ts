import type { Lexicon } from './lexicon.ts'
import { OTHER_SYMBOLS, symbolsOf } from './symbols.ts'

const known = new WeakMap<Lexicon, Float64Array>()

/**
 * How likely each symbol is at most by its frequency among the words alone, in nats; made for a lexicon once. No such
 * bound holds for what is no character, or is judged by its place.
 *
 * @param placed the characters that are judged by their place
 * @param floor added to every chance
 */
export function likelihoodsOf(lexicon: Lexicon, placed: Uint8Array, floor: number): Float64Array {
  const made = known.get(lexicon) ?? make(lexicon, placed, floor)
  known.set(lexicon, made)
  return made
}

function make(lexicon: Lexicon, placed: Uint8Array, floor: number): Float64Array {
  const { marks } = symbolsOf(lexicon)
  const total = lexicon.sum[0] as number
  const likelihoods = new Float64Array(marks + OTHER_SYMBOLS).fill(Number.POSITIVE_INFINITY)
  for (let symbol = 1; symbol < marks; symbol++) {
    if (!placed[symbol]) likelihoods[symbol] = Math.log((lexicon.sum[symbol] as number) / total + floor)
  }
  return likelihoods
}
