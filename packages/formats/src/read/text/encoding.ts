import type { Encoding } from '../reading.ts'
import { isAllCommonHanzi, isControl, plausibility } from './plausibility.ts'

/** In order of preference, where two readings are equally plausible. */
const CANDIDATES: Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']

/** How many bytes are read in every encoding before one is chosen. */
const SAMPLE = 1 << 16

/** Points per character below which bytes are no UTF-16; traditional text has 0.5 and more. */
const LEAST_UTF16 = 0.4

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
  if (isShortGbk(bytes, text)) return 'gb18030'
  return (hasControl(text) && asUtf16(bytes)) || 'utf-8'
}

/** The text of `bytes`; undefined where they are not valid in that encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The text of `bytes`, with U+FFFD for what is invalid. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

/** NULs are halves of UTF-16 characters, or the file is binary. */
function explainNuls(bytes: Uint8Array): Encoding | undefined {
  const isUtf8 = decodeStrictly(bytes, 'utf-8') !== undefined
  if (isUtf8 && countNuls(bytes) < bytes.length / 3) return undefined
  return asUtf16(bytes)
}

/** The byte order that makes a Chinese text of the bytes, if either does. */
function asUtf16(bytes: Uint8Array): Encoding | undefined {
  const encoding = mostPlausible(bytes, ['utf-16le', 'utf-16be'])
  return plausibility(decode(sampleOf(bytes), encoding)) < LEAST_UTF16 ? undefined : encoding
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

/** Where encodings begin to differ: from the first byte beyond ASCII on, at an even place for UTF-16. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  let from = 0
  while (from < bytes.length && (bytes[from] as number) < 0x80) from++
  if (from === bytes.length) from = 0
  from -= from % 2
  return bytes.subarray(from, from + SAMPLE)
}

/**
 * Whether a few bytes that happen to be valid UTF-8 are a word or two in GBK: 摸 is C3 FE, no UTF-8, but 模 is C4 A3,
 * ģ in UTF-8. By the fourth character chance has run out.
 */
function isShortGbk(bytes: Uint8Array, utf8: string): boolean {
  if (bytes.length > 16 || /[\0-\x7f]*$/.exec(utf8)?.[0] === utf8 || /[a-z]/i.test(utf8)) return false
  const words = decode(bytes, 'gb18030').replace(/[\0-\x7f]/g, '')
  return words.length < 4 && isAllCommonHanzi(words)
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) return true
  return false
}
