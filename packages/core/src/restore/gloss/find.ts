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
  /** Where the bracket opens (or the blank before it). */
  starts: number[]
  /** Behind the closing bracket; behind the second one where the bracket is doubled. */
  ends: number[]
  /** Index into `kinds`. */
  kindOf: number[]
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
export function findGlosses(text: string): FoundGlosses {
  const found: FoundGlosses = { starts: [], ends: [], kindOf: [], kinds: [] }
  const seen: Seen = new Map()
  findBrackets(text, '(', found, seen)
  if (text.indexOf('（') === -1) return found
  const wide: FoundGlosses = { ...found, starts: [], ends: [], kindOf: [] }
  findBrackets(text, '（', wide, seen)
  return merged(found, wide)
}

/** The kinds a character was seen with; `printed` is the whole bracket, so that a second look is one comparison. */
type Seen = Map<number, { printed: string; kind: number }[]>

function findBrackets(text: string, open: string, found: FoundGlosses, seen: Seen): void {
  for (let at = text.indexOf(open); at !== -1; at = text.indexOf(open, at + 1)) {
    const end = known(text, at, found, seen) || newcomer(text, at, found, seen)
    if (end !== 0) at = end - 1
  }
}

/** A bracket that was seen behind this character before; 0 when it was not. */
function known(text: string, at: number, found: FoundGlosses, seen: Seen): number {
  const forms = seen.get(text.charCodeAt(at - 1))
  if (forms === undefined) return 0
  for (const { printed, kind } of forms) {
    if (text.startsWith(printed, at)) return push(text, at, at + printed.length, kind, found)
  }
  return 0
}

/** A bracket seen for the first time, read letter by letter; 0 when it holds no syllable. */
function newcomer(text: string, at: number, found: FoundGlosses, seen: Seen): number {
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

  const kind = kindFor(code, pinyin, found)
  if (start === at) {
    const forms = seen.get(code) ?? []
    forms.push({ printed: text.slice(at, end + 1), kind })
    seen.set(code, forms)
  }
  return push(text, start, end + 1, kind, found)
}

function push(text: string, start: number, end: number, index: number, found: FoundGlosses): number {
  const kind = found.kinds[index] as GlossKind
  const behind = behindDoubles(text, start, end)
  if (behind > end) {
    kind.doubled++
    if (text.charCodeAt(start - 2) === kind.code) kind.doubledBase++
  }
  kind.count++
  found.starts.push(start)
  found.ends.push(behind)
  found.kindOf.push(index)
  return behind
}

/** Behind the same bracket printed again, however often. */
function behindDoubles(text: string, start: number, end: number): number {
  const next = text.charCodeAt(end)
  if (next !== OPEN && next !== WIDE_OPEN) return end
  const printed = text.slice(start, end)
  let behind = end
  while (text.startsWith(printed, behind)) behind += printed.length
  return behind
}

function kindFor(code: number, pinyin: string, { kinds }: FoundGlosses): number {
  const old = kinds.findIndex((kind) => kind.code === code && kind.pinyin === pinyin)
  if (old !== -1) return old
  return kinds.push({ code, pinyin, toned: toneMarks(pinyin) > 0, count: 0, doubled: 0, doubledBase: 0 }) - 1
}

/** Both lists as one, in order. */
function merged(a: FoundGlosses, b: FoundGlosses): FoundGlosses {
  const order = [...a.starts.keys()]
    .map((i) => ({ from: a, i }))
    .concat([...b.starts.keys()].map((i) => ({ from: b, i })))
  order.sort((x, y) => (x.from.starts[x.i] as number) - (y.from.starts[y.i] as number))
  return {
    starts: order.map(({ from, i }) => from.starts[i] as number),
    ends: order.map(({ from, i }) => from.ends[i] as number),
    kindOf: order.map(({ from, i }) => from.kindOf[i] as number),
    kinds: a.kinds,
  }
}

/** Whether a code unit is a Chinese character of the Basic Multilingual Plane. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xf900 && code <= 0xfaff)
}

function isBlankInLine(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0
}
