import type { Compound } from '../compound.ts'
import type { Learned } from '../reading.ts'

/** Properties of the summary ([MS-OLEPS] 3.1.2), by number. */
const NAMES: Readonly<Record<number, keyof Learned>> = { 2: 'title', 4: 'author', 12: 'created', 13: 'modified' }
const CODE_PAGE = 1

/** How values are typed ([MS-OLEPS] 2.15). */
const BYTES = 30
const WIDE = 31
const TIME = 64

/** Decoders by code page. */
const DECODERS: Readonly<Record<number, string>> = {
  936: 'gbk',
  950: 'big5',
  1200: 'utf-16le',
  65001: 'utf-8',
  54936: 'gb18030',
}

/** From 1601 to 1970, in milliseconds. */
const EPOCH = 11_644_473_600_000

/** What a document's summary says of it; a summary that is damaged says nothing. */
export function readProperties(file: Compound): Learned {
  try {
    const summary = file.read('\x05SummaryInformation')
    return summary ? readSummary(new DataView(summary.buffer, summary.byteOffset, summary.byteLength)) : {}
  } catch {
    return {}
  }
}

function readSummary(view: DataView): Learned {
  const section = view.getUint32(44, true)
  const count = Math.min(view.getUint32(section + 4, true), 64)
  const values = new Map<number, number>()
  for (let index = 0; index < count; index++) {
    const row = section + 8 + index * 8
    values.set(view.getUint32(row, true), section + view.getUint32(row + 4, true))
  }
  const codePage = values.get(CODE_PAGE)
  const decoder = DECODERS[codePage === undefined ? 0 : view.getUint16(codePage + 4, true)] ?? 'windows-1252'
  const learned: Learned = {}
  for (const [number, name] of Object.entries(NAMES)) {
    const at = values.get(Number(number))
    const value = at === undefined ? '' : readValue(view, at, decoder)
    if (value !== '') learned[name] = value
  }
  return learned
}

function readValue(view: DataView, at: number, decoder: string): string {
  const type = view.getUint16(at, true)
  if (type === TIME) return readTime(view, at + 4)
  if (type !== BYTES && type !== WIDE) return ''
  const size = view.getUint32(at + 4, true) * (type === WIDE ? 2 : 1)
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 8, size)
  const text = new TextDecoder(type === WIDE ? 'utf-16le' : decoder).decode(bytes)
  return text.replace(/\0[\s\S]*$/, '').trim()
}

function readTime(view: DataView, at: number): string {
  const milliseconds = (view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true)) / 10_000 - EPOCH
  return milliseconds > 0 ? `${new Date(Math.floor(milliseconds)).toISOString().slice(0, 19)}Z` : ''
}
