import { cp936, isLead, isTrail } from './cp936.ts'
import { type GlossForm, PLAIN, printGloss } from './gloss/form.ts'

/** What a site does to its pages. */
export interface ByteChannel {
  /** The pinyin the site writes behind each character of its gloss set: 業 → yè. */
  glosses: ReadonlyMap<string, string>
  /** How it prints them: 業(yè) by default. */
  form?: GlossForm
  /**
   * Whether a code that starts with the last byte of a glossed one is glossed too; never by default, as when the site
   * goes through the text once. A site that looks for one character after another glosses both if it looks for `right`
   * first.
   */
  overlaps?: (left: string, right: string) => boolean
  /** The marks whose byte codes the text is cut in front of, in the order the site looks for them; `CUT_MARKS` by default. */
  cutMarks?: string
  /** Whether the cut at a place happens, by how many cuts stood before it on the line; each does by default. */
  cuts?: (ordinal: number) => boolean
}

/** A page as it left the channel, and where its characters came from. */
export interface Transmission {
  text: string
  /** For each UTF-16 code unit of the sent text, the offset in `text` where it arrived whole; -1 where it did not. */
  arrivals: Int32Array
}

/** The marks a text is cut in front of, in an order that explains every page seen: 、 and 。 before ！, ， before 。. */
export const CUT_MARKS = '，、。！？；'

/** Stands for a place between bytes where the text is cut. */
const CUT = -1
/** Added to a code unit that has no bytes in CP936; it goes through as it is. */
const FOREIGN = 0x10000
/** Added to the bytes of a gloss, which belong to no character of the text. */
const GLOSS = 0x20000

/**
 * What a page looks like after its bytes went through the channel: glossed on bytes, cut in front of marks,
 * decoded with losses, full-width ASCII folded. Each line goes alone.
 *
 *     變為   D783 9EE9   with 優 (839E) glossed   D7 83 9E(yōu) E9
 *            ^ ^^  ^                              變   ?yōu) …
 *
 * @param text the page as it was written, full-width marks and all
 */
export function damage(text: string, channel: ByteChannel): string {
  return transmit(text, channel).text
}

/** `damage`, telling which characters arrived whole. */
export function transmit(text: string, channel: ByteChannel): Transmission {
  const arrivals = new Int32Array(text.length).fill(-1)
  const sender = createSender(channel)
  let received = ''
  let from = 0
  while (from <= text.length) {
    const to = lineEnd(text, from)
    received += sender.send(text, from, to, received.length, arrivals)
    if (to < text.length) {
      arrivals[to] = received.length
      received += text[to]
    }
    from = to + 1
  }
  return { text: received, arrivals }
}

/** The channel made ready for many lines. */
export interface Sender {
  /** What `text` from `start` to `end`, part of one line, looks like when it has gone through. */
  send(text: string, start: number, end: number, offset?: number, arrivals?: Int32Array): string
}

/** A sender for `channel`: its gloss codes looked up once. */
export function createSender({ glosses, ...channel }: ByteChannel): Sender {
  const { toCode } = cp936()
  const pinyinOf = new Map<number, string>()
  for (const [char, pinyin] of glosses) pinyinOf.set(toCode[char.charCodeAt(0)] as number, pinyin)
  return createCodeSender({ ...channel, pinyinOf: (code) => pinyinOf.get(code) })
}

/** A channel whose glosses are looked up by two-byte code; the answers may change from one text to the next. */
export interface CodeChannel extends Omit<ByteChannel, 'glosses'> {
  pinyinOf(code: number): string | undefined
}

/** `createSender` for a channel by codes. */
export function createCodeSender(channel: CodeChannel): Sender {
  const { pinyinOf, form = PLAIN, overlaps, cutMarks = CUT_MARKS, cuts } = channel
  const { toCode } = cp936()
  const bytesOf = new Map<string, number[]>()
  const markCodes = [...cutMarks].map((mark) => toCode[mark.charCodeAt(0)] as number)

  return {
    send(text, start, end, offset = 0, arrivals) {
      const sent = encode(text, start, end)
      const glossed = gloss(sent, glossOf, overlaps)
      const cut = cutAll(glossed, markCodes, cuts)
      return decode(cut, offset, arrivals)
    },
  }

  function glossOf(code: number): number[] | undefined {
    const pinyin = pinyinOf(code)
    if (pinyin === undefined) return undefined
    const bytes = bytesOf.get(pinyin) ?? glossBytes(printGloss(pinyin, form))
    bytesOf.set(pinyin, bytes)
    return bytes
  }
}

/** Bytes beside the offset of the character each opens; the second byte of a character has it inverted (`~`). */
interface Stream {
  bytes: number[]
  origins: number[]
}

/** In place of an offset: the byte belongs to no character. */
const NONE = -0x80000000

function encode(text: string, start: number, end: number): Stream {
  const { toCode } = cp936()
  const bytes: number[] = []
  const origins: number[] = []
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    const code = toCode[unit] as number
    origins.push(at)
    if (code !== 0) {
      bytes.push(code >> 8, code & 0xff)
      origins.push(~at)
    } else {
      bytes.push(unit < 0x80 ? unit : unit + FOREIGN)
    }
  }
  return { bytes, origins }
}

function glossBytes(printed: string): number[] {
  const { bytes } = encode(printed, 0, printed.length)
  return bytes.map((byte) => byte + GLOSS)
}

/** Writes the gloss behind the code of each glossed character, wherever its two bytes stand side by side. */
function gloss(
  { bytes, origins }: Stream,
  glossOf: (code: number) => number[] | undefined,
  overlaps: ByteChannel['overlaps'],
): Stream {
  const glossed: Stream = { bytes: [], origins: [] }
  /** The glossed code that ends with the byte before, and its gloss, which is still to be written. */
  let left = -1
  let written: number[] | undefined
  for (let i = 0; i < bytes.length; i++) {
    glossed.bytes.push(bytes[i] as number)
    glossed.origins.push(origins[i] as number)
    const code = pairAt(bytes, i)
    const next = code === -1 ? undefined : glossOf(code)
    const isGlossed = next !== undefined && (left === -1 || (overlaps?.(charOf(left), charOf(code)) ?? false))
    if (written) {
      glossed.bytes.push(...written)
      glossed.origins.push(...new Array<number>(written.length).fill(NONE))
    }
    written = isGlossed ? next : undefined
    left = isGlossed ? code : -1
  }
  return glossed
}

function charOf(code: number): string {
  return String.fromCharCode(cp936().toUnit[code] as number)
}

/** The two-byte code that starts at `i`; -1 where no two bytes stand side by side. */
function pairAt(bytes: number[], i: number): number {
  const lead = bytes[i] as number
  const trail = bytes[i + 1]
  if (trail === undefined || lead < 0x81 || lead > 0xff || trail < 0x40 || trail > 0xff) return -1
  return (lead << 8) | trail
}

function cutAll(stream: Stream, markCodes: number[], cuts: ByteChannel['cuts']): Stream {
  const places: boolean[] = []
  let any = false
  for (const code of markCodes) {
    for (let i = 0; i + 1 < stream.bytes.length; i++) {
      if (pairAt(stream.bytes, i) !== code || places[i + 1]) continue
      places[i] = true
      any = true
      i++
    }
  }
  if (!any) return stream
  const cut: Stream = { bytes: [], origins: [] }
  let ordinal = 0
  for (let i = 0; i < stream.bytes.length; i++) {
    if (places[i] && (cuts?.(ordinal++) ?? true)) {
      cut.bytes.push(CUT)
      cut.origins.push(NONE)
    }
    cut.bytes.push(stream.bytes[i] as number)
    cut.origins.push(stream.origins[i] as number)
  }
  return cut
}

function decode({ bytes, origins }: Stream, offset: number, arrivals: Int32Array | undefined): string {
  const { toUnit } = cp936()
  let text = ''
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte === CUT) continue
    if (byte >= FOREIGN && byte < GLOSS) {
      arrive(i, 1)
      text += String.fromCharCode(byte - FOREIGN)
      continue
    }
    const lead = byte & 0xff
    if (lead < 0x80) {
      if (byte < GLOSS) arrive(i, 1)
      text += String.fromCharCode(lead)
      continue
    }
    if (!isLead(lead)) continue
    const trail = trailAt(i + 1)
    if (trail === undefined) {
      text += '?'
      if (isSwallowed(bytes[i + 1])) i++
      continue
    }
    const unit = toUnit[(lead << 8) | trail] as number
    if (unit !== 0) {
      if (byte < GLOSS) arrive(i, 2)
      text += String.fromCharCode(fold(unit))
    }
    i++
  }
  return text

  /** Whether a byte is lost with the lead byte in front of it, though it cannot close its code. */
  function isSwallowed(next: number | undefined): boolean {
    return next !== undefined && next !== CUT && (next < FOREIGN || next >= GLOSS)
  }

  function trailAt(i: number): number | undefined {
    const next = bytes[i]
    if (next === undefined || next === CUT || (next >= FOREIGN && next < GLOSS)) return undefined
    const trail = next & 0xff
    return isTrail(trail) ? trail : undefined
  }

  /** Notes that the character whose first byte is `i` arrived, if all its `length` bytes are its own. */
  function arrive(i: number, length: number): void {
    if (!arrivals) return
    const origin = origins[i] as number
    if (origin < 0 || (length === 2 && origins[i + 1] !== ~origin)) return
    arrivals[origin] = offset + text.length
  }
}

function fold(unit: number): number {
  return unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return text.length
}
