import { createNumberWriter, type NumberReader, type NumberWriter, readNumber } from '../text/varint.ts'

/**
 * The index of Postgres: which passages have a gram, how often, and what ranking asks of them, packed.
 *
 * A segment covers passages that follow each other. Its grams stand in order, in blocks:
 *
 *     block    gram − gram before   bytes of its postings   postings   …
 *     posting  2 × (passage − passage before) + (1 where times follow)   times   look
 *     look     32 × length + (16 where it has citations) + kind
 */

/** A passage as the index takes it. */
export interface IndexedPassage {
  row: number
  /** An index into PASSAGE_KINDS, which are fewer than 16. */
  kind: number
  /** Code units. */
  length: number
  folded: string
  citations: string | null
}

/** A part of a segment: grams from `gram` on, and their postings. */
export interface Block {
  gram: number
  bytes: Uint8Array
}

/** A gram as a number: one code unit, or two that follow each other. No text has the unit 0. */
function gramNumber(unit: number, next = 0): number {
  return unit * UNITS + next
}

const UNITS = 0x10000

/** As many grams of a term are asked for: a phrase is rare long before its end. */
const MOST_GRAMS = 8

/** The grams that every passage with a text has; of a text of one or two units, no other passage has them. */
export function gramNumbersOf(folded: string): number[] {
  if (isOnePosting(folded)) return [gramNumber(folded.charCodeAt(0), folded.length === 2 ? folded.charCodeAt(1) : 0)]
  const grams = new Set<number>()
  for (let at = 1; at < folded.length && grams.size < MOST_GRAMS; at++) {
    grams.add(gramNumber(folded.charCodeAt(at - 1), folded.charCodeAt(at)))
  }
  return [...grams]
}

/** Whether the postings of a text say all: which passages have it, and how often. */
export function isOnePosting(folded: string): boolean {
  return folded.length <= 2
}

/** So many bytes a block has, unless one gram alone has more: six of them fill a page of Postgres. */
const BLOCK_BYTES = 1300

/**
 * The blocks of a segment, in order.
 *
 * @param passages in order of their rows, `first` or behind it
 * @param first the row that the segment begins with
 */
export function* packBlocks(passages: readonly IndexedPassage[], first: number): Generator<Block> {
  const looks = looksOf(passages, first)
  const block = createNumberWriter()
  const postings = createNumberWriter()
  let start = 0
  let before = 0
  for (const places of placesInTurn(passages, first)) {
    for (let at = 0; at < places.length; ) {
      const gram = Math.floor((places[at] as number) / OFFSETS)
      postings.clear()
      at = writePostings(postings, places, at, gram, looks)
      if (block.length() > 0 && block.length() + postings.length() > BLOCK_BYTES) yield closed()
      if (block.length() === 0) start = before = gram
      block.write(gram - before)
      block.write(postings.length())
      block.append(postings.view())
      before = gram
    }
  }
  if (block.length() > 0) yield closed()

  function closed(): Block {
    const bytes = block.view().slice()
    block.clear()
    return { gram: start, bytes }
  }
}

/** A look's parts: what is left behind KINDS is the kind; the rest is even where there are no citations. */
export const KINDS = 16
export const LOOKS = 2 * KINDS

/** Whether a passage has citations, by its look. */
export function hasCitations(look: number): boolean {
  return (look & KINDS) !== 0
}

/** What ranking asks of each passage, by its place in the segment. */
function looksOf(passages: readonly IndexedPassage[], first: number): Uint32Array {
  const looks = new Uint32Array((passages.at(-1)?.row ?? first) - first + 1)
  for (const { row, kind, length, citations } of passages) {
    looks[row - first] = length * LOOKS + (citations === null ? 0 : KINDS) + kind
  }
  return looks
}

/** A gram and a place in the segment are one number together. */
const OFFSETS = 2 ** 20

/** So many places are sorted at once, about: memory stays small, and others in this process get their turn. */
const AT_ONCE = 400_000

/** Every gram at every place where it stands, as `gram × OFFSETS + place`, in order, some grams at a time. */
function* placesInTurn(passages: readonly IndexedPassage[], first: number): Generator<Float64Array> {
  const counts = new Uint32Array(UNITS)
  for (const { folded } of passages) {
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at)
      counts[unit] = (counts[unit] as number) + 1
    }
  }
  let from = 0
  let count = 0
  for (let unit = 0; unit < UNITS; unit++) {
    count += 2 * (counts[unit] as number)
    if (count < AT_ONCE && unit < UNITS - 1) continue
    if (count > 0) yield placesOf(passages, first, from, unit, count)
    from = unit + 1
    count = 0
  }
}

/** The places of the grams whose first unit is from `from` to `to`; at most `count`. */
function placesOf(
  passages: readonly IndexedPassage[],
  first: number,
  from: number,
  to: number,
  count: number,
): Float64Array {
  const places = new Float64Array(count)
  let end = 0
  for (const { row, folded } of passages) {
    const offset = row - first
    let next = folded.charCodeAt(0)
    let isTaken = false
    for (let at = 0; at < folded.length; at++) {
      const unit = next
      next = at + 1 < folded.length ? folded.charCodeAt(at + 1) : 0
      // 天天天 has 天天 once: pairs are counted as they can be cut out.
      isTaken = unit === next && !isTaken
      if (unit < from || unit > to) continue
      places[end++] = gramNumber(unit) * OFFSETS + offset
      if (next !== 0 && (unit !== next || isTaken)) places[end++] = gramNumber(unit, next) * OFFSETS + offset
    }
  }
  return places.subarray(0, end).sort()
}

/** Writes the postings of a gram, whose places begin at index `from`; the index behind them. */
function writePostings(
  postings: NumberWriter,
  places: Float64Array,
  from: number,
  gram: number,
  looks: Uint32Array,
): number {
  const base = gram * OFFSETS
  let before = 0
  let at = from
  while (at < places.length) {
    const place = places[at] as number
    const offset = place - base
    if (offset >= OFFSETS) break
    const behind = endOfRun(places, at)
    const times = behind - at
    postings.write(2 * (offset - before) + (times > 1 ? 1 : 0))
    if (times > 1) postings.write(times)
    postings.write(looks[offset] as number)
    before = offset
    at = behind
  }
  return at
}

function endOfRun(places: Float64Array, from: number): number {
  let end = from + 1
  while (places[end] === places[from]) end++
  return end
}

/** The postings of a gram, as the block in which they would stand has them; undefined where it has none. */
export function postingsIn({ gram: start, bytes }: Block, gram: number): Uint8Array | undefined {
  const reader: NumberReader = { bytes, at: 0 }
  for (let at = start; reader.at < bytes.length; ) {
    at += readNumber(reader)
    const length = readNumber(reader)
    if (at === gram) return bytes.subarray(reader.at, reader.at + length)
    if (at > gram) return undefined
    reader.at += length
  }
  return undefined
}

/** Goes through postings: `offset` is a passage's place in the segment, `look` says what kind it is, and how long. */
export function eachPosting(
  postings: Uint8Array | undefined,
  visit: (offset: number, times: number, look: number) => void,
): void {
  if (!postings) return
  const reader: NumberReader = { bytes: postings, at: 0 }
  for (let offset = 0; reader.at < postings.length; ) {
    const head = readNumber(reader)
    offset += head >>> 1
    const times = (head & 1) === 1 ? readNumber(reader) : 1
    visit(offset, times, readNumber(reader))
  }
}
