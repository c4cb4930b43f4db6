import type { Encoding } from '../reading.ts'
import { decodeBig5, isBig5 } from './big5/decode.ts'
import { isAllCommonHanzi, isControl, plausibility } from './plausibility.ts'

/** So many characters beyond ASCII tell one encoding from another. */
const TELLING = 24

/** The points per character beyond ASCII of a Chinese text; read in the wrong encoding, it has at most half of them. */
const LEAST_CHINESE = 2.5

/** In order of preference, where two readings are equally plausible. */
const CANDIDATES: Encoding[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']

/** How many bytes are read in every encoding before one is chosen. */
const SAMPLE = 1 << 16

/** Points per character below which bytes are no UTF-16; a text of ASCII alone has 0.5. */
const LEAST_UTF16 = 0.4

/** The same for bytes that could be ASCII with a NUL or control character here and there. */
const LEAST_UTF16_FOR_ASCII = 1

/**
 * The encoding of bytes without byte order mark; undefined where they are no text.
 *
 * Bytes that are valid UTF-8 are UTF-8: hardly any GBK text is, for its ， and 。 are not. The rest is read in every
 * encoding, and the reading that looks most like Chinese wins.
 */
export function detectEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes.includes(0)) return explainNuls(bytes)
  const text = decodeStrictly(bytes, 'utf-8')
  if (text === undefined) return mostPlausible(bytes, CANDIDATES)
  if (/[\u0800-\uffff]/.test(text)) return 'utf-8'
  if (isGbkWord(bytes, text)) return 'gb18030'
  return (hasControl(text) && asUtf16(bytes, LEAST_UTF16_FOR_ASCII)) || 'utf-8'
}

/** Whether bytes are Chinese in one encoding and nothing like it in another. */
export function isClearlyBetter(bytes: Uint8Array, one: Encoding, other: Encoding): boolean {
  const sample = sampleOf(bytes)
  const [read, misread] = [one, other].map((encoding) => decode(sample, encoding).replace(/[\0-\x7f]+/g, ''))
  if (read === undefined || misread === undefined || read.length < TELLING) return false
  const points = plausibility(read)
  return points >= LEAST_CHINESE && points >= 2 * plausibility(misread)
}

/** The text of `bytes`; undefined where they are not valid in that encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (encoding === 'big5') return isBig5(bytes) ? decodeBig5(bytes) : undefined
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The text of `bytes`, with U+FFFD for what is invalid. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'big5') return decodeBig5(bytes)
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

/** NULs are halves of UTF-16 characters, or the file is binary. */
function explainNuls(bytes: Uint8Array): Encoding | undefined {
  const isUtf8 = decodeStrictly(bytes, 'utf-8') !== undefined
  const isMostlyText = countNuls(bytes) < bytes.length / 3
  return asUtf16(bytes, isUtf8 && isMostlyText ? LEAST_UTF16_FOR_ASCII : LEAST_UTF16)
}

/** The byte order that makes a text of at least so many points, if either does. */
function asUtf16(bytes: Uint8Array, least: number): Encoding | undefined {
  const encoding = mostPlausible(bytes, ['utf-16le', 'utf-16be'])
  return plausibility(decode(sampleOf(bytes), encoding)) < least ? undefined : encoding
}

function countNuls(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) count++
  return count
}

function mostPlausible(bytes: Uint8Array, candidates: Encoding[]): Encoding {
  const sample = sampleOf(bytes)
  let best: Encoding = 'utf-8'
  let most = Number.NEGATIVE_INFINITY
  for (const encoding of candidates) {
    const points = plausibility(decode(sample, encoding))
    if (points <= most) continue
    best = encoding
    most = points
  }
  return best
}

/** Where encodings begin to differ: in a long file from the first byte beyond ASCII on, at an even place for UTF-16. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes
  let from = 0
  while (from < bytes.length && (bytes[from] as number) < 0x80) from++
  if (from === bytes.length) from = 0
  from -= from % 2
  return bytes.subarray(from, from + SAMPLE)
}

/** Valid UTF-8 that is written as such: three Greek or Cyrillic letters and no others, or accents next to Latin letters. */
const ALPHABETS = [
  /^[\0-\x7f]*(?:[\u0370-\u03ff][\0-\x7f]*){3,}$/,
  /^[\0-\x7f]*(?:[\u0400-\u04ff][\0-\x7f]*){3,}$/,
  /[a-z][^\0-\x7f]|[^\0-\x7f][a-z]/i,
]

/**
 * Whether the few bytes beyond ASCII in valid UTF-8 are a word or two in GBK: 模 is C4 A3, which is ģ in UTF-8.
 * By the seventh character chance has run out.
 */
function isGbkWord(bytes: Uint8Array, utf8: string): boolean {
  const pairs = bytes.length - utf8.length
  if (pairs === 0 || pairs > 6 || ALPHABETS.some((alphabet) => alphabet.test(utf8))) return false
  return isAllCommonHanzi(decode(bytes, 'gb18030').replace(/[\0-\x7f]/g, ''))
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) return true
  return false
}
