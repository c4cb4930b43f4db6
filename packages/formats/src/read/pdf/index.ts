import { createMessage } from '@speeches/core'
import type { Message } from '@speeches/core/schema'
import { toIsoDate } from '../dates.ts'
import type { Learned, Reading } from '../reading.ts'
import { refuse, Unreadable } from '../refuse.ts'
import { openPdf } from './document.ts'
import { FORMAT } from './format.ts'
import { findFurniture } from './furniture.ts'
import { type Line, toLines } from './lines.ts'
import { pitchOf, toParagraphs } from './paragraphs.ts'
import { weighStreams } from './streams.ts'

/** How far from its start and its end a file has its signature and its end mark, in bytes. */
const HEAD = 1024
const TAIL = 4096

/** Where more than this part of the text has no meaning, the rest is none either. */
const MOST_MEANINGLESS = 0.3

/** How many lines of furniture a message quotes, and how much of each. */
const QUOTED = 3
const QUOTED_LENGTH = 20

/**
 * Reads a PDF that has text: its paragraphs, a line each, put together from the lines as printed. Page numbers, running
 * heads and watermarks are left out, with a message that lists them. The map counts the lines of each page.
 *
 * Refuses what is encrypted, damaged, cut off, without text, or unfolds beyond the limits.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const fault = findFault(bytes)
  if (fault) return refuse('damaged-file', { format: FORMAT, fault })
  try {
    weighStreams(bytes)
    const { getResolvedPDFJS } = await import('unpdf')
    const { pages, info } = await openPdf(bytes, await getResolvedPDFJS())
    return toReading(toLines(pages), info)
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal
    throw error
  }
}

function findFault(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder('latin1')
  if (!decoder.decode(bytes.subarray(0, HEAD)).includes('%PDF-')) return 'it does not begin as such files do'
  if (!decoder.decode(bytes.subarray(-TAIL)).includes('%%EOF')) return 'it breaks off'
  return undefined
}

function toReading(lines: readonly Line[], info: Readonly<Record<string, unknown>>): Reading {
  const pitch = pitchOf(lines)
  const furniture = findFurniture(lines, pitch)
  const body = lines.filter((line) => !furniture.has(line))
  const { text, map } = toParagraphs(body, pitch)
  const lost = text.split('\ufffd').length - 1
  if (!/[\p{L}\p{N}]/u.test(text) || lost > text.length * MOST_MEANINGLESS) {
    return refuse('text-without-characters', { format: FORMAT })
  }
  const messages: Message[] = []
  if (furniture.size > 0) messages.push(furnitureMessage([...furniture]))
  if (lost > 0) messages.push(createMessage('lost-glyphs', undefined, { values: { count: lost, format: FORMAT } }))
  return { ok: true, text, encoding: null, bom: false, invalid: null, map, messages, ...learn(info) }
}

function furnitureMessage(lines: readonly Line[]): Message {
  const sample = lines.slice(0, QUOTED).map(({ text }) => text.slice(0, QUOTED_LENGTH))
  return createMessage('page-furniture', undefined, {
    values: { count: lines.length, sample: sample.join(' · ') + (lines.length > QUOTED ? ' …' : '') },
    actual: lines.map(({ page, number, text }) => `${page}:${number} ${text}`).join('\n'),
  })
}

/** What the document information says (ISO 32000-1, 14.3.3). */
function learn(info: Readonly<Record<string, unknown>>): Learned {
  const learned: Learned = {}
  const text = (key: string) => (typeof info[key] === 'string' ? info[key].trim() : '')
  const put = (name: keyof Learned, value: string | undefined) => {
    if (value) learned[name] = value
  }
  put('title', text('Title'))
  put('author', text('Author'))
  put('created', toIso(text('CreationDate')))
  put('modified', toIso(text('ModDate')))
  return learned
}

/** D:20210309102436+08'00' */
function toIso(date: string): string | undefined {
  const match = /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(Z|[+-]\d{2})?'?(\d{2})?/.exec(date)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, zone = '', minutes = '00'] = match
  const days = [year, month, day].filter(Boolean).join('-')
  if (!hour) return toIsoDate(days)
  const offset = zone === '' || zone === 'Z' ? zone : `${zone}:${minutes}`
  return toIsoDate(`${days}T${[hour, minute ?? '00', second ?? '00'].join(':')}${offset}`)
}
