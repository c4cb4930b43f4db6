import type { InvalidBytes, Reading, Refusal } from '../reading.ts'
import { decode, decodeStrictly, detectEncoding } from './encoding.ts'
import { findInvalidBytes } from './invalid.ts'
import { isControl } from './plausibility.ts'
import { findByteOrderMark, nameBinary } from './signatures.ts'

/** One control character in so many is more than any text holds. */
const CONTROLS_IN_BINARY = 1 / 20

/**
 * Reads a plain text file: UTF-8, GB18030 (GBK, GB 2312) or UTF-16, with byte order mark or without.
 * Refuses what is empty, blank or no text.
 */
export function readText(bytes: Uint8Array): Reading {
  if (bytes.length === 0) return refuse('The input is empty.', 'Save the page again.')
  const kind = nameBinary(bytes)
  if (kind) return refuse(`This is ${kind}.`, 'Save its text as UTF-8 and read that.')

  const mark = findByteOrderMark(bytes)
  const content = mark ? bytes.subarray(mark.length) : bytes
  const encoding = mark?.encoding ?? detectEncoding(content)
  if (!encoding) return refuse('This is a binary file: it holds NUL bytes.', 'Save its text as UTF-8 and read that.')
  const strict = decodeStrictly(content, encoding)
  const text = strict ?? decode(content, encoding)

  if (isBlankText(text)) return refuse('The input holds only blanks.', 'Save the page again.')
  const odd = findOddity(text)
  if (odd) return refuse(`This is a binary file: it holds ${odd}.`, 'Save its text as UTF-8 and read that.')

  const invalid = strict === undefined ? locateInvalid(bytes, content, encoding) : null
  return { ok: true, text, encoding, bom: mark !== undefined, invalid }
}

function refuse(reason: string, advice: string): Refusal {
  return { ok: false, reason, advice }
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

function locateInvalid(
  bytes: Uint8Array,
  content: Uint8Array,
  encoding: Parameters<typeof decode>[1],
): InvalidBytes | null {
  const found = findInvalidBytes(content, encoding)
  if (!found) return null
  return {
    count: found.count,
    offset: found.offset + bytes.length - content.length,
    index: decode(content.subarray(0, found.offset), encoding).length,
  }
}
