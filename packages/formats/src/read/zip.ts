import { Inflate } from 'fflate'
import { Unreadable } from './refuse.ts'

/** The parts of a ZIP archive, inflated one by one when they are asked for. */
export interface Archive {
  names: readonly string[]
  /** A part's bytes; undefined where there is none of that name. Throws Unreadable. */
  read(name: string): Uint8Array | undefined
}

/** What an archive's directory says of a part (APPNOTE 4.3.12). */
interface Entry {
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  offset: number
}

/** No part of a document that holds text is larger, in bytes; a book of a million characters takes some 30 MiB. */
const LARGEST_PART = 64 << 20
const MOST_PARTS = 20_000

const END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
/** The end record with the longest comment, in bytes. */
const FARTHEST_END = 22 + 0xffff
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1
const CHUNK = 1 << 14

/**
 * Opens a ZIP archive. Nothing is inflated but what is read, and that never beyond what the directory claims for it
 * and the limit for a part: the directory is not believed, the bytes are counted.
 *
 * @param format what messages call the file
 */
export function openZip(bytes: Uint8Array, format: string): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(view, bytes, format)
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      return entry && inflate(view, bytes, entry, format)
    },
  }
}

function readDirectory(view: DataView, bytes: Uint8Array, format: string): Map<string, Entry> {
  const end = findEnd(view)
  if (end === undefined) throw damaged(format, 'it breaks off')
  const count = view.getUint16(end + 10, true)
  if (count > MOST_PARTS) {
    throw new Unreadable('oversized-file', { format, what: `claims ${count} parts`, limit: `${MOST_PARTS}` })
  }
  const decoder = new TextDecoder()
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged(format, 'its directory is broken')
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/')
    entries.set(name, {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Where the end record begins: it is the last thing in the file but for a comment. */
function findEnd(view: DataView): number | undefined {
  const farthest = Math.max(0, view.byteLength - FARTHEST_END)
  for (let at = view.byteLength - 22; at >= farthest; at--) if (view.getUint32(at, true) === END) return at
  return undefined
}

function inflate(view: DataView, bytes: Uint8Array, entry: Entry, format: string): Uint8Array {
  if (entry.flags & ENCRYPTED) throw new Unreadable('encrypted-file', { format })
  if (entry.size > LARGEST_PART) {
    const what = `claims ${Math.round(entry.size / (1 << 20))} MiB for one part`
    throw new Unreadable('oversized-file', { format, what, limit: `${LARGEST_PART >> 20} MiB` })
  }
  const packed = packedBytes(view, bytes, entry, format)
  const part = entry.method === STORED ? packed : unpack(packed, entry, format)
  if (part.length !== entry.size || crcOf(part) !== entry.crc) throw damaged(format, 'its bytes are not those packed')
  return part
}

function packedBytes(view: DataView, bytes: Uint8Array, { offset, packed }: Entry, format: string): Uint8Array {
  const isThere = offset + 30 <= bytes.length && view.getUint32(offset, true) === LOCAL_ENTRY
  const start = isThere ? offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true) : 0
  if (!isThere || start + packed > bytes.length) throw damaged(format, 'it breaks off')
  return bytes.subarray(start, start + packed)
}

/** Inflates bit by bit, and stops as soon as there is more than was claimed. */
function unpack(packed: Uint8Array, { method, size }: Entry, format: string): Uint8Array {
  if (method !== DEFLATED) throw damaged(format, `a part is packed by method ${method}, which no office program uses`)
  const part = new Uint8Array(size)
  let done = 0
  const inflater = new Inflate((chunk) => {
    if (done + chunk.length > size) {
      throw new Unreadable('oversized-file', { format, what: 'unfolds beyond what it claims', limit: `${size} bytes` })
    }
    part.set(chunk, done)
    done += chunk.length
  })
  try {
    for (let at = 0; at < packed.length; at += CHUNK) {
      inflater.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length)
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged(format, 'its bytes cannot be unpacked')
  }
  return part.subarray(0, done)
}

function damaged(format: string, fault: string): Unreadable {
  return new Unreadable('damaged-file', { format, fault })
}

let table: Uint32Array | undefined

/** CRC-32 as ZIP has it (ISO 3309). */
function crcOf(bytes: Uint8Array): number {
  table ??= crcTable()
  let crc = 0xffffffff
  for (let at = 0; at < bytes.length; at++) {
    crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] as number)) & 0xff] as number)
  }
  return ~crc >>> 0
}

function crcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    return crc
  })
}
