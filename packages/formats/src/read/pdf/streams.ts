import { Unzlib } from 'fflate'
import { Unreadable } from '../refuse.ts'
import { FORMAT } from './format.ts'

/** What all streams of a file may unfold to, and one of them, in bytes. */
const MOST = 1 << 30
const LARGEST = 128 << 20

/** Streams may be packed twice, or more often where harm is meant. */
const DEEPEST = 4
const CHUNK = 1 << 14

/** `stream` and what follows it on its line (ISO 32000-1, 7.3.8). */
const KEYWORD = [...'stream'].map((char) => char.charCodeAt(0))

/** Unpacks the deflated streams of a file to nowhere, to see that they stay within the limits. Throws Unreadable. */
export function weighStreams(bytes: Uint8Array): void {
  let total = 0
  for (const start of startsOfStreams(bytes)) {
    total += unfoldedSize(bytes, start)
    if (total > MOST) throw oversized('unfolds', MOST)
  }
}

function* startsOfStreams(bytes: Uint8Array): Generator<number> {
  for (let at = bytes.indexOf(KEYWORD[0] as number); at !== -1; at = bytes.indexOf(KEYWORD[0] as number, at + 1)) {
    if (KEYWORD.some((byte, index) => bytes[at + index] !== byte)) continue
    let start = at + KEYWORD.length
    if (bytes[start] === 0x0d) start++
    if (bytes[start] === 0x0a) start++
    if (isZlib(bytes[start], bytes[start + 1])) yield start
  }
}

/** Whether two bytes open deflated data (RFC 1950, 2.2). */
function isZlib(first: number | undefined, second: number | undefined): boolean {
  if (first === undefined || second === undefined) return false
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0
}

/** How many bytes a stream and what is packed in it unfold to; where it is damaged, as far as it goes. */
function unfoldedSize(bytes: Uint8Array, start: number): number {
  let size = 0
  let isOver = false
  const weigh = createScale((length) => {
    size += length
    if (size > LARGEST) throw oversized('unfolds one stream', LARGEST)
  })
  const unpack = new Unzlib((chunk, isLast) => {
    isOver ||= isLast
    weigh(chunk)
  })
  try {
    for (let at = start; at < bytes.length && !isOver; at += CHUNK) unpack.push(bytes.subarray(at, at + CHUNK))
  } catch (error) {
    if (error instanceof Unreadable) throw error
  }
  return size
}

/** Takes what was unpacked, tells its size, and unpacks it further if it is packed again. */
function createScale(onSize: (length: number) => void, depth = 1): (chunk: Uint8Array) => void {
  let inner: Unzlib | undefined
  let isFirst = true
  return (chunk) => {
    onSize(chunk.length)
    if (isFirst && depth < DEEPEST && isZlib(chunk[0], chunk[1])) inner = new Unzlib(createScale(onSize, depth + 1))
    if (chunk.length > 0) isFirst = false
    try {
      inner?.push(chunk.slice())
    } catch (error) {
      if (error instanceof Unreadable) throw error
      inner = undefined
    }
  }
}

function oversized(what: string, limit: number): Unreadable {
  return new Unreadable('oversized-file', { format: FORMAT, what, limit: `${limit >> 20} MiB` })
}
