import { makeCompound } from '../compound.fixture.ts'

/** What a document is made of. */
export interface DocParts {
  /** The text, `\r` at the end of each paragraph. */
  text: string
  footnotes?: string
  headers?: string
  endnotes?: string
  /** Whether the text is stored in pieces, those of Latin letters with a byte a character. */
  inPieces?: boolean
  flags?: number
  version?: number
  streams?: Record<string, Uint8Array>
}

const TEXT_START = 2048
const COMPRESSED = 0x40000000

/** The bytes of a document of Word 97 to 2003 ([MS-DOC]), with nothing in it but its text. */
export function makeDoc(parts: DocParts): Uint8Array {
  const { text, footnotes = '', headers = '', endnotes = '', inPieces = false, flags = 0, version = 0xc1 } = parts
  const all = text + footnotes + headers + endnotes
  const pieces = inPieces ? all.split(/(?<=[^\0-\xff])(?=[\0-\xff])|(?<=[\0-\xff])(?=[^\0-\xff])/) : [all]

  const document = new Uint8Array(TEXT_START + all.length * 2)
  const view = new DataView(document.buffer)
  view.setUint16(0, 0xa5ec, true)
  view.setUint16(2, version, true)
  view.setUint16(10, flags, true)
  for (const [at, value] of [
    [76, text.length],
    [80, footnotes.length],
    [84, headers.length],
    [96, endnotes.length],
  ] as const) {
    view.setUint32(at, value, true)
  }

  const table = new Uint8Array(5 + 4 + pieces.length * 12)
  const clx = new DataView(table.buffer)
  table[0] = 2
  clx.setUint32(1, table.length - 5, true)
  let place = TEXT_START
  let start = 0
  for (const [index, piece] of pieces.entries()) {
    const isNarrow = inPieces && piece.charCodeAt(0) < 0x100
    clx.setUint32(9 + index * 4, start + piece.length, true)
    clx.setUint32(5 + (pieces.length + 1) * 4 + index * 8 + 2, isNarrow ? (place * 2) | COMPRESSED : place, true)
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at)
      if (isNarrow) document[place + at] = code
      else view.setUint16(place + at * 2, code, true)
    }
    place += piece.length * (isNarrow ? 1 : 2)
    start += piece.length
  }
  view.setUint32(418, 0, true)
  view.setUint32(422, table.length, true)
  return makeCompound({ WordDocument: document, '0Table': table, ...parts.streams })
}

/** A summary of a document ([MS-OLEPS]): texts in that code page, times in milliseconds. */
export function makeSummary(codePage: number, values: Record<number, Uint8Array | number>): Uint8Array {
  const bytes = new Uint8Array(1024)
  const view = new DataView(bytes.buffer)
  const section = 48
  const rows = Object.entries(values)
  view.setUint16(0, 0xfffe, true)
  view.setUint32(24, 1, true)
  view.setUint32(44, section, true)
  view.setUint32(section + 4, rows.length + 1, true)
  let at = 8 + (rows.length + 1) * 8
  const row = (index: number, id: number) => {
    view.setUint32(section + 8 + index * 8, id, true)
    view.setUint32(section + 12 + index * 8, at, true)
    return section + at
  }
  const code = row(0, 1)
  view.setUint16(code, 2, true)
  view.setUint16(code + 4, codePage, true)
  at += 8
  for (const [index, [id, value]] of rows.entries()) {
    const place = row(index + 1, Number(id))
    if (typeof value === 'number') {
      view.setUint16(place, 64, true)
      view.setBigUint64(place + 4, BigInt(value + 11_644_473_600_000) * 10_000n, true)
      at += 12
    } else {
      view.setUint16(place, 30, true)
      view.setUint32(place + 4, value.length + 1, true)
      bytes.set(value, place + 8)
      at += 8 + value.length + 4 - (value.length % 4)
    }
  }
  return bytes
}
