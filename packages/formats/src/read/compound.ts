import { Unreadable } from './refuse.ts'

/** How a compound file begins ([MS-CFB] 2.2); DOC, XLS, PPT and encrypted DOCX are such. */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const LAST_SECTOR = 0xfffffffa
const ENTRY_SIZE = 128
const HEADER_SIZE = 512
const MINI_SECTOR_SHIFT = 6
/** Streams smaller than this lie in the mini stream, in bytes. */
const MINI_CUTOFF = 4096
const STREAM = 2
const ROOT = 5

/** A file of streams, like a small file system. */
export interface Compound {
  names: readonly string[]
  /** A stream's bytes; undefined where there is none of that name. Throws Unreadable. */
  read(name: string): Uint8Array | undefined
}

interface Stream {
  type: number
  start: number
  size: number
}

export function isCompound(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte)
}

/** Whether a file is an Office document that was encrypted whole ([MS-OFFCRYPTO] 2.3.2). */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  if (!isCompound(bytes)) return false
  try {
    return openCompound(bytes, '').names.includes('EncryptedPackage')
  } catch {
    return false
  }
}

/**
 * Opens a compound file ([MS-CFB]). No chain is followed further than the file has sectors, whatever it claims.
 *
 * @param format what messages call the file
 */
export function openCompound(bytes: Uint8Array, format: string): Compound {
  const damaged = (fault: string) => new Unreadable('damaged-file', { format, fault })
  if (!isCompound(bytes) || bytes.length < HEADER_SIZE) throw damaged('it does not begin as such files do')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw damaged('its sectors have a size that does not exist')
  const size = 1 << shift
  const sectors = Math.floor(bytes.length / size)

  const at = (sector: number) => (sector + 1) * size
  const sectorsOf = (first: number, nextOf: (sector: number) => number, most: number) => {
    const chain: number[] = []
    for (let sector = first; sector < LAST_SECTOR; sector = nextOf(sector)) {
      if (chain.length >= most) throw damaged('its sectors run in a circle')
      chain.push(sector)
    }
    return chain
  }
  const joined = (source: Uint8Array, chain: readonly number[], place: (sector: number) => number, length: number) => {
    const result = new Uint8Array(chain.length * length)
    for (const [index, sector] of chain.entries()) {
      const start = place(sector)
      if (start >= source.length) throw damaged('it breaks off')
      result.set(source.subarray(start, start + length), index * length)
    }
    return result
  }

  const numbers = fatSectors()
  const next = (sector: number) => {
    const place = numbers[Math.floor(sector / (size / 4))]
    const cell = place === undefined ? -1 : at(place) + (sector % (size / 4)) * 4
    if (cell < 0 || cell + 4 > bytes.length) throw damaged('it breaks off')
    return view.getUint32(cell, true)
  }
  const chainOf = (first: number) => joined(bytes, sectorsOf(first, next, sectors), at, size)

  const streams = readDirectory(chainOf(view.getUint32(48, true)))
  const root = [...streams.values()].find(({ type }) => type === ROOT)
  let mini: { bytes: Uint8Array; fat: DataView } | undefined

  return {
    names: [...streams.keys()],
    read(name) {
      const stream = streams.get(name)
      if (stream?.type !== STREAM) return undefined
      const content = stream.size < MINI_CUTOFF ? readMini(stream.start) : chainOf(stream.start)
      if (content.length < stream.size) throw damaged('it breaks off')
      return content.subarray(0, stream.size)
    },
  }

  /** The sectors of the allocation table: 109 in the header, the rest in a chain of their own. */
  function fatSectors(): number[] {
    const found: number[] = []
    const take = (place: number, count: number) => {
      for (let index = 0; index < count; index++) {
        if (place + index * 4 + 4 > bytes.length) throw damaged('it breaks off')
        const sector = view.getUint32(place + index * 4, true)
        if (sector < LAST_SECTOR) found.push(sector)
      }
    }
    take(76, 109)
    const perSector = size / 4 - 1
    const lastOf = (sector: number) => {
      take(at(sector), perSector)
      const link = at(sector) + perSector * 4
      if (link + 4 > bytes.length) throw damaged('it breaks off')
      return view.getUint32(link, true)
    }
    sectorsOf(view.getUint32(68, true), lastOf, sectors)
    return found
  }

  function readMini(first: number): Uint8Array {
    mini ??= openMini()
    const { bytes: source, fat } = mini
    const nextMini = (sector: number) => {
      if (sector * 4 + 4 > fat.byteLength) throw damaged('it breaks off')
      return fat.getUint32(sector * 4, true)
    }
    const chain = sectorsOf(first, nextMini, source.length >> MINI_SECTOR_SHIFT)
    return joined(source, chain, (sector) => sector << MINI_SECTOR_SHIFT, 1 << MINI_SECTOR_SHIFT)
  }

  function openMini(): { bytes: Uint8Array; fat: DataView } {
    const fat = chainOf(view.getUint32(60, true))
    return { bytes: chainOf(root?.start ?? LAST_SECTOR), fat: new DataView(fat.buffer) }
  }
}

/** An entry of the directory ([MS-CFB] 2.6): siblings form a binary tree, a storage names its root. */
interface Entry extends Stream {
  name: string
  left: number
  right: number
  child: number
}

/** The root itself and what lies in it by name; what lies in storages below belongs to embedded objects. */
function readDirectory(directory: Uint8Array): Map<string, Stream> {
  const entries = readEntries(directory)
  const streams = new Map<string, Stream>()
  const root = entries[0]
  if (!root) return streams
  streams.set(root.name, root)
  const seen = new Set<number>()
  const waiting = [root.child]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index]
    if (!entry || seen.has(index)) continue
    seen.add(index)
    streams.set(entry.name, entry)
    waiting.push(entry.left, entry.right)
  }
  return streams
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer)
  const decoder = new TextDecoder('utf-16le')
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_SIZE <= directory.length; at += ENTRY_SIZE) {
    const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62)
    entries.push({
      name: decoder.decode(directory.subarray(at, at + length)),
      type: directory[at + 66] as number,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return entries
}
