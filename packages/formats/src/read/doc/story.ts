import { firstAtLeast } from '@speeches/core'
import type { Compound } from '../compound.ts'
import { type List, nextLabel } from '../lists.ts'
import { Unreadable } from '../refuse.ts'
import { FORMAT } from './format.ts'
import { readListPlaces } from './list-places.ts'
import { readLists } from './lists.ts'
import { readStyles } from './styles.ts'
import { readUnshown, type Unshown } from './unshown.ts'

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

/** The text of a Word document. */
export interface Story {
  /** Its parts, with their control characters, and where they begin in the whole. */
  parts: { text: string; start: number }[]
  /** The number or bullet of the paragraph that ends at a character of the whole, '' for none; counts it. */
  labelAt(end: number): string
  /** Whether words were taken away by tracked changes. */
  hasChanges: boolean
}

/** A piece of the text: where it begins in the text, and where in the file. */
interface Piece {
  start: number
  length: number
  place: number
  isNarrow: boolean
}

/** Throws Unreadable. */
export function readStory(document: Uint8Array, file: Compound): Story {
  const view = viewOf(document)
  if (document.length < FIB.end || view.getUint16(FIB.magic, true) !== MAGIC) throw damaged('it has no head')
  const flags = view.getUint16(FIB.flags, true)
  if (flags & ENCRYPTED) throw new Unreadable('encrypted-file', { format: FORMAT })
  if (view.getUint16(FIB.version, true) < WORD_97) {
    throw new Unreadable('other-kind', { kind: 'a document of Word 95 or older' })
  }
  const table = file.read(flags & TABLE_ONE ? '1Table' : '0Table')
  if (!table) throw damaged('its table of pieces is missing')
  const pieces = readPieces(pieceTable(table, view), document.length)
  const unshown = readUnshown(document, viewOf(table), view)
  const text = joinPieces(document, pieces, unshown)
  const lists = readLists(viewOf(table), view)
  const listAt = readListPlaces(document, viewOf(table), view, readStyles(viewOf(table), view))
  return {
    parts: partsOf(text, view),
    hasChanges: unshown.hasChanges,
    labelAt: (end) => (lists.length === 0 ? '' : labelOf(lists, listAt(placeOf(pieces, end)))),
  }
}

function labelOf(lists: readonly List[], place: { list: number; level: number } | undefined): string {
  const list = place && lists[place.list - 1]
  return list ? nextLabel(list, place.level) : ''
}

function partsOf(text: string, fib: DataView): Story['parts'] {
  const parts: Story['parts'] = []
  let start = 0
  for (const [offset, isRead] of PARTS) {
    const end = start + fib.getUint32(offset, true)
    if (end > text.length) throw damaged('it breaks off')
    if (isRead) parts.push({ text: text.slice(start, end), start })
    start = end
  }
  return parts
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
 * The pieces in the order of the text: n + 1 places in the text, then n descriptions of 8 bytes. They do not overlap in
 * the file, so that all of them together are no longer than it.
 */
function readPieces(table: DataView, fileLength: number): Piece[] {
  const count = Math.floor((table.byteLength - 4) / 12)
  const pieces: Piece[] = []
  let left = fileLength
  let start = 0
  for (let index = 0; index < count; index++) {
    const length = table.getUint32(index * 4 + 4, true) - table.getUint32(index * 4, true)
    const code = table.getUint32((count + 1) * 4 + index * 8 + 2, true)
    const isNarrow = (code & COMPRESSED) !== 0
    const place = isNarrow ? (code & ~COMPRESSED) >>> 1 : code
    const size = isNarrow ? length : length * 2
    left -= size
    if (length < 0 || left < 0 || place + size > fileLength) throw damaged('it breaks off')
    pieces.push({ start, length, place, isNarrow })
    start += length
  }
  return pieces
}

/** The text; what is not shown stands in it as zeros, which show nothing and end no paragraph. */
function joinPieces(document: Uint8Array, pieces: readonly Piece[], unshown: Unshown): string {
  const narrow = new TextDecoder('windows-1252')
  const wide = new TextDecoder('utf-16le', { ignoreBOM: true })
  return pieces
    .map((piece) => {
      const { length, place, isNarrow } = piece
      const bytes = document.subarray(place, place + (isNarrow ? length : length * 2))
      return withZeros((isNarrow ? narrow : wide).decode(bytes), piece, unshown)
    })
    .join('')
}

function withZeros(text: string, { place, isNarrow }: Piece, { starts, ends }: Unshown): string {
  const size = isNarrow ? 1 : 2
  const end = place + text.length * size
  let shown = ''
  let done = 0
  let index = Math.max(0, firstAtLeast(starts, starts.length, place) - 1)
  for (; index < starts.length && (starts[index] as number) < end; index++) {
    const from = Math.max(done, Math.floor(((starts[index] as number) - place) / size))
    const to = Math.min(text.length, Math.ceil(((ends[index] as number) - place) / size))
    if (to <= from) continue
    shown += text.slice(done, from) + '\0'.repeat(to - from)
    done = to
  }
  return shown + text.slice(done)
}

/** Where a character of the text stands in the file, in bytes. */
function placeOf(pieces: readonly Piece[], index: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle] as Piece).start <= index) low = middle
    else high = middle - 1
  }
  const piece = pieces[low]
  return piece ? piece.place + (index - piece.start) * (piece.isNarrow ? 1 : 2) : 0
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function damaged(fault: string): Unreadable {
  return new Unreadable('damaged-file', { format: FORMAT, fault })
}
