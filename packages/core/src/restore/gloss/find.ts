import { isBlankInLine } from '../../source/blank.ts'
import type { Survey } from '../survey.ts'
import { isPinyinLetter, isSyllable, toneMarks } from './syllable.ts'

/** One way a character is glossed on a page: 業 with yè. */
export interface GlossKind {
  /** The glossed character, as a UTF-16 code unit. */
  code: number
  /** The pinyin as printed. */
  pinyin: string
  toned: boolean
  /** How often the page has it. */
  count: number
  /** How often of these the bracket is doubled: 会(hui)(hui). */
  doubled: number
  /** How often of these the character is, too: 会会(hui)(hui). */
  doubledBase: number
}

/** Every place where one character is followed by one syllable of pinyin in brackets, glosses or not, in order. */
export interface FoundGlosses {
  count: number
  /** Where the bracket opens (or the blank before it). */
  starts: Int32Array
  /** Behind the closing bracket; behind the second one where the bracket is doubled. */
  ends: Int32Array
  /** Index into `kinds`. */
  kindOf: Int32Array
  kinds: GlossKind[]
}

const OPEN = 0x28
const CLOSE = 0x29
const WIDE_OPEN = 0xff08
const WIDE_CLOSE = 0xff09

/**
 * Finds 業(yè), 會(huì ), 會 (huì), 会(hui)(hui), 業（yè）.
 *
 *     企業(yè)家
 *       ^   ^    start, end
 */
export function findGlosses(text: string, survey: Survey): FoundGlosses {
  const { units } = survey
  const brackets = survey.has('（') ? placesOf(text, '(（') : survey.marks
  const finder = createFinder(survey.count(OPEN) + survey.count(WIDE_OPEN))
  let end = 0
  for (let i = 0; i < brackets.length; i++) {
    const at = brackets[i] as number
    const code = units[at] as number
    if (at < end || (code !== OPEN && code !== WIDE_OPEN)) continue
    end = known(units, at, finder) || newcomer(text, units, at, finder)
  }
  return finder
}

/** Where any of `chars` stands, in order. */
function placesOf(text: string, chars: string): number[] {
  const places: number[] = []
  for (let at = 0; at < text.length; at++) if (chars.includes(text.charAt(at))) places.push(at)
  return places
}

interface Finder extends FoundGlosses {
  /** Index into `kinds`, by character and pinyin. */
  indices: Map<string, number>
  /** The bracket last seen behind a character, in a table of places that some characters share: a second look is one comparison. */
  seen: {
    /** Where it opens. */
    at: Int32Array
    /** Its code units; 0 where none was seen. */
    lengths: Int32Array
    /** Index into `kinds`. */
    kinds: Int32Array
  }
}

const PLACES = 4096

function createFinder(capacity: number): Finder {
  return {
    count: 0,
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    kindOf: new Int32Array(capacity),
    kinds: [],
    indices: new Map(),
    seen: { at: new Int32Array(PLACES), lengths: new Int32Array(PLACES), kinds: new Int32Array(PLACES) },
  }
}

/** Behind a bracket that was seen behind this character before; 0 when it was not. */
function known(units: Uint16Array, at: number, finder: Finder): number {
  const { seen } = finder
  const place = placeOf(units, at)
  const length = seen.lengths[place] as number
  // The character before the bracket is compared, too.
  if (length === 0 || !isSame(units, at - 1, (seen.at[place] as number) - 1, length + 1)) return 0
  return push(units, at, at + length, seen.kinds[place] as number, finder)
}

/** The place for the character before a bracket. */
function placeOf(units: Uint16Array, at: number): number {
  return (units[at - 1] as number) & (PLACES - 1)
}

/** Whether the same units stand at two places. */
function isSame(units: Uint16Array, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (units[a + i] !== units[b + i]) return false
  return true
}

/** Behind a bracket seen for the first time, read letter by letter; 0 when it holds no syllable. */
function newcomer(text: string, units: Uint16Array, at: number, finder: Finder): number {
  let from = at + 1
  while (isBlankInLine(text.charCodeAt(from))) from++
  let to = from
  while (to - from < 7 && isPinyinLetter(text.charCodeAt(to))) to++
  let end = to
  while (isBlankInLine(text.charCodeAt(end))) end++
  const close = text.charCodeAt(end)
  if (to === from || (close !== CLOSE && close !== WIDE_CLOSE)) return 0

  const start = isBlankInLine(text.charCodeAt(at - 1)) ? at - 1 : at
  const code = text.charCodeAt(start - 1)
  const pinyin = text.slice(from, to)
  if (!isHan(code) || !isSyllable(pinyin)) return 0

  const kind = kindFor(code, pinyin, finder)
  if (start === at) remember(units, at, end + 1, kind, finder)
  return push(units, start, end + 1, kind, finder)
}

function remember(units: Uint16Array, at: number, end: number, kind: number, { seen }: Finder): void {
  const place = placeOf(units, at)
  seen.at[place] = at
  seen.lengths[place] = end - at
  seen.kinds[place] = kind
}

function push(units: Uint16Array, start: number, end: number, index: number, found: FoundGlosses): number {
  const kind = found.kinds[index] as GlossKind
  const behind = behindDoubles(units, start, end)
  if (behind > end) {
    kind.doubled++
    if (units[start - 2] === kind.code) kind.doubledBase++
  }
  kind.count++
  const place = found.count++
  found.starts[place] = start
  found.ends[place] = behind
  found.kindOf[place] = index
  return behind
}

/** Behind the same bracket printed again, however often. */
function behindDoubles(units: Uint16Array, start: number, end: number): number {
  const next = units[end]
  if (next !== OPEN && next !== WIDE_OPEN) return end
  const length = end - start
  let behind = end
  while (isSame(units, start, behind, length)) behind += length
  return behind
}

function kindFor(code: number, pinyin: string, { kinds, indices }: Finder): number {
  const key = String.fromCharCode(code) + pinyin
  const old = indices.get(key)
  if (old !== undefined) return old
  indices.set(key, kinds.length)
  return kinds.push({ code, pinyin, toned: toneMarks(pinyin) > 0, count: 0, doubled: 0, doubledBase: 0 }) - 1
}

/** Whether a code unit is a Chinese character of the Basic Multilingual Plane. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xf900 && code <= 0xfaff)
}
