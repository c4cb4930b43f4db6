import { OTHER_SYMBOLS } from './symbols.ts'

/**
 * How often each sequence of up to `ORDER` symbols stands on a page, in one open table of plain numbers.
 * A sequence is known by a 32-bit hash; its record counts how often it stood, how often a character followed it,
 * and how many different ones did.
 */
export interface PageCounts {
  /** The record of a sequence by its hash; -1 where the page has none. */
  find(hash: number): number
  /** How often the sequence of a record stood. */
  seen: Uint32Array
  /** How often a character followed it. */
  followed: Uint32Array
  /** How many different characters followed it. */
  followers: Uint32Array
  /** Tells each character that followed a symbol somewhere. */
  eachFollower(symbol: number, visit: (follower: number) => void): void
}

/** The longest sequence counted. */
export const ORDER = 6

/** The hash of no sequence at all. */
export const EMPTY = 0x1f3d5b79

/** The hash of a sequence one symbol longer. */
export function longer(hash: number, symbol: number): number {
  const mixed = Math.imul(hash ^ symbol, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) | 1
}

/**
 * Counts the sequences of a page.
 *
 * @param symbols its symbols; 0 is a place that teaches nothing and that no sequence reaches over
 * @param characters the first symbol that is no character: only characters count as followers
 */
export function countPage(symbols: Uint16Array, characters: number): PageCounts {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1024, symbols.length * (ORDER - 1) * 1.6)))
  const mask = size - 1
  const keys = new Int32Array(size)
  const seen = new Uint32Array(size)
  const followed = new Uint32Array(size)
  const followers = new Uint32Array(size)
  /** The followers of each symbol, as chains: where the last one found stands in `chained`, from 1; 0 for none. */
  const lastOf = new Int32Array(characters + OTHER_SYMBOLS)
  const chained = new Uint16Array(symbols.length + 1)
  const before = new Int32Array(symbols.length + 1)
  let links = 0

  const hashes = new Int32Array(ORDER)
  const records = new Int32Array(ORDER)
  let length = 0
  for (let at = 0; at < symbols.length; at++) {
    const symbol = symbols[at] as number
    if (symbol === 0) {
      length = 0
      continue
    }
    const isCharacter = symbol < characters
    const most = Math.min(length + 1, ORDER)
    for (let n = most; n >= 1; n--) {
      const hash = longer(n === 1 ? EMPTY : (hashes[n - 2] as number), symbol)
      const record = place(hash)
      if (n > 1 && isCharacter) {
        const front = records[n - 2] as number
        followed[front] = (followed[front] as number) + 1
        if (seen[record] === 0) followers[front] = (followers[front] as number) + 1
        if (seen[record] === 0 && n === 2) chain(symbols[at - 1] as number, symbol)
      }
      seen[record] = (seen[record] as number) + 1
      if (n <= ORDER - 1) {
        hashes[n - 1] = hash
        records[n - 1] = record
      }
    }
    length = most
  }
  return { find, seen, followed, followers, eachFollower }

  function chain(symbol: number, follower: number): void {
    chained[++links] = follower
    before[links] = lastOf[symbol] as number
    lastOf[symbol] = links
  }

  function eachFollower(symbol: number, visit: (follower: number) => void): void {
    for (let link = lastOf[symbol] as number; link !== 0; link = before[link] as number) visit(chained[link] as number)
  }

  function place(hash: number): number {
    let at = (hash >>> 1) & mask
    while (keys[at] !== 0 && keys[at] !== hash) at = (at + 1) & mask
    keys[at] = hash
    return at
  }

  function find(hash: number): number {
    let at = (hash >>> 1) & mask
    while (keys[at] !== 0) {
      if (keys[at] === hash) return at
      at = (at + 1) & mask
    }
    return -1
  }
}
