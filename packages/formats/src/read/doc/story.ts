import type { Compound } from '../compound.ts'
import { Unreadable } from '../refuse.ts'
import { FORMAT } from './format.ts'

/** The file information block ([MS-DOC] 2.5): offsets of what is needed of it, in bytes. */
const FIB = { magic: 0, version: 2, flags: 10, lengths: 76, pieces: 418, end: 426 }
const MAGIC = 0xa5ec
/** The version of Word 97; older files keep their text otherwise. */
const WORD_97 = 0xc1
const ENCRYPTED = 0x0100
const TABLE_ONE = 0x0200

/** The parts of the text in their order ([MS-DOC] 2.4.1), and whether they are read. */
const PARTS: readonly [offset: number, isRead: boolean][] = [
  [FIB.lengths, true], // the text itself
  [FIB.lengths + 4, true], // footnotes
  [FIB.lengths + 8, false], // headers and footers
  [FIB.lengths + 16, false], // comments
  [FIB.lengths + 20, true], // endnotes
  [FIB.lengths + 24, true], // text boxes
]

const PROPERTIES = 1
const PIECES = 2
/** A piece with this flag has a byte a character, and its place is twice what it is. */
const COMPRESSED = 0x40000000

/** The text of a Word document, part by part, with its control characters. Throws Unreadable. */
export function readStory(document: Uint8Array, file: Compound): string[] {
  const view = viewOf(document)
  if (document.length < FIB.end || view.getUint16(FIB.magic, true) !== MAGIC) throw damaged('it has no head')
  const flags = view.getUint16(FIB.flags, true)
  if (flags & ENCRYPTED) throw new Unreadable('encrypted-file', { format: FORMAT })
  if (view.getUint16(FIB.version, true) < WORD_97) {
    throw new Unreadable('other-kind', { kind: 'a document of Word 95 or older' })
  }
  const table = file.read(flags & TABLE_ONE ? '1Table' : '0Table')
  if (!table) throw damaged('its table of pieces is missing')
  const text = joinPieces(document, pieceTable(table, view))

  const stories: string[] = []
  let start = 0
  for (const [offset, isRead] of PARTS) {
    const end = start + view.getUint32(offset, true)
    if (end > text.length) throw damaged('it breaks off')
    if (isRead) stories.push(text.slice(start, end))
    start = end
  }
  return stories
}

/** The table of pieces ([MS-DOC] 2.9.38), behind properties of paragraphs. */
function pieceTable(table: Uint8Array, fib: DataView): DataView {
  const start = fib.getUint32(FIB.pieces, true)
  const end = start + fib.getUint32(FIB.pieces + 4, true)
  if (end > table.length) throw damaged('it breaks off')
  const view = viewOf(table)
  let at = start
  while (at + 5 <= end && table[at] === PROPERTIES) at += 3 + view.getUint16(at + 1, true)
  if (at + 5 > end || table[at] !== PIECES) throw damaged('its table of pieces is missing')
  const length = view.getUint32(at + 1, true)
  if (at + 5 + length > end) throw damaged('it breaks off')
  return viewOf(table.subarray(at + 5, at + 5 + length))
}

/**
 * The text in the order of its pieces: n + 1 places in the text, then n descriptions of 8 bytes. Pieces do not overlap
 * in the file, so that all of them together are no longer than it.
 */
function joinPieces(document: Uint8Array, pieces: DataView): string {
  const count = Math.floor((pieces.byteLength - 4) / 12)
  const narrow = new TextDecoder('windows-1252')
  const wide = new TextDecoder('utf-16le', { ignoreBOM: true })
  let left = document.length
  let text = ''
  for (let index = 0; index < count; index++) {
    const length = pieces.getUint32(index * 4 + 4, true) - pieces.getUint32(index * 4, true)
    const place = pieces.getUint32((count + 1) * 4 + index * 8 + 2, true)
    const isNarrow = (place & COMPRESSED) !== 0
    const start = isNarrow ? (place & ~COMPRESSED) >>> 1 : place
    const size = isNarrow ? length : length * 2
    left -= size
    if (length < 0 || left < 0 || start + size > document.length) throw damaged('it breaks off')
    text += (isNarrow ? narrow : wide).decode(document.subarray(start, start + size))
  }
  return text
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function damaged(fault: string): Unreadable {
  return new Unreadable('damaged-file', { format: FORMAT, fault })
}
