import type { Encoding, InvalidBytes, Reading } from '../reading.ts'
import { refuse } from '../refuse.ts'
import { IDENTITY } from '../source-map.ts'
import { decode, decodeStrictly, detectEncoding, isClearlyBetter } from './encoding.ts'
import { findInvalidBytes } from './invalid.ts'
import { isControl } from './plausibility.ts'
import { findByteOrderMark, nameBinary } from './signatures.ts'

/** One control character in so many is more than any text holds. */
const CONTROLS_IN_BINARY = 1 / 20

/**
 * Reads a plain text file: UTF-8, GB18030 (GBK, GB 2312), Big5 or UTF-16, with byte order mark or without.
 * Refuses what is empty, blank or no text.
 *
 * @param declared the encoding that the file itself names; its bytes may belie it
 */
export function readText(bytes: Uint8Array, declared?: Encoding): Reading {
  if (bytes.length === 0) return refuse('empty-input')
  const kind = nameBinary(bytes)
  if (kind) return refuse('other-kind', { kind })

  const mark = findByteOrderMark(bytes)
  const content = mark ? bytes.subarray(mark.length) : bytes
  const encoding = mark?.encoding ?? chooseEncoding(content, declared)
  if (!encoding) return refuse('binary-input', { what: 'NUL bytes' })
  const strict = decodeStrictly(content, encoding)
  const text = strict ?? decode(content, encoding)

  if (isBlankText(text)) return refuse('blank-input')
  const what = findOddity(text)
  if (what) return refuse('binary-input', { what })

  const invalid = strict === undefined ? locateInvalid(bytes, content, encoding) : null
  return { ok: true, text, encoding, bom: mark !== undefined, invalid, map: IDENTITY, messages: [] }
}

/**
 * What the file names is right unless its bytes are invalid in it, are UTF-8 that no other encoding makes, or are a
 * Chinese text in another encoding and a jumble of rare characters in this one.
 */
function chooseEncoding(content: Uint8Array, declared: Encoding | undefined): Encoding | undefined {
  const detected = detectEncoding(content)
  if (!declared || !detected || detected === 'utf-8') return detected
  if (detected === declared || decodeStrictly(content, detected) === undefined) return declared
  const isBelied = decodeStrictly(content, declared) === undefined || isClearlyBetter(content, detected, declared)
  return isBelied ? detected : declared
}

/** What shows that a text is none: a NUL, or many control characters. */
function findOddity(text: string): string | undefined {
  if (text.includes('\0')) return 'NUL bytes'
  let controls = 0
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) controls++
  if (controls > text.length * CONTROLS_IN_BINARY) return 'control characters'
  return undefined
}

function isBlankText(text: string): boolean {
  return !/[^\s\u0085]/.test(text)
}

function locateInvalid(bytes: Uint8Array, content: Uint8Array, encoding: Encoding): InvalidBytes | null {
  const found = findInvalidBytes(content, encoding)
  if (!found) return null
  return {
    count: found.count,
    offset: found.offset + bytes.length - content.length,
    index: decode(content.subarray(0, found.offset), encoding).length,
  }
}
