import type { Encoding } from '../reading.ts'

/** How files that begin with a byte order mark are encoded. */
const BYTE_ORDER_MARKS: { mark: number[]; encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
]

const ASCII = (text: string) => [...text].map((char) => char.charCodeAt(0))

/** How files that are not plain text begin. */
const SIGNATURES = [
  { start: [0xff, 0xfe, 0, 0], name: 'UTF-32 text' },
  { start: [0, 0, 0xfe, 0xff], name: 'UTF-32 text' },
  { start: ASCII('%PDF-'), name: 'a PDF document' },
  { start: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], name: 'an old Office document (doc, xls, ppt)' },
  { start: [...ASCII('PK'), 3, 4], name: 'a ZIP archive (docx, xlsx, epub are such)' },
  { start: [...ASCII('PK'), 5, 6], name: 'an empty ZIP archive' },
  { start: ASCII('{\\rtf'), name: 'an RTF document' },
  { start: [0x89, ...ASCII('PNG\r\n'), 0x1a, 0x0a], name: 'a PNG image' },
  { start: [0xff, 0xd8, 0xff], name: 'a JPEG image' },
  { start: ASCII('GIF87a'), name: 'a GIF image' },
  { start: ASCII('GIF89a'), name: 'a GIF image' },
  { start: [0x1f, 0x8b, 8], name: 'a gzip archive' },
  { start: [...ASCII('Rar!'), 0x1a, 7], name: 'a RAR archive' },
  { start: [...ASCII('7z'), 0xbc, 0xaf, 0x27, 0x1c], name: 'a 7z archive' },
  { start: ASCII('SQLite format 3\0'), name: 'an SQLite database' },
  { start: ASCII('MIME-Version: '), name: 'a web archive (MHTML)' },
]

/** The encoding that a byte order mark announces, and the mark's length in bytes. */
export function findByteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  const found = BYTE_ORDER_MARKS.find(({ mark }) => startsWith(bytes, mark))
  return found && { encoding: found.encoding, length: found.mark.length }
}

/** What kind of file this is, where its first bytes say that it is no plain text. */
export function nameBinary(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(({ start }) => startsWith(bytes, start))?.name
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte)
}
