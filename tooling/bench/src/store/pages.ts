import { createHash } from 'node:crypto'
import type { ParseResult, Position, SpeechContent } from '@speeches/core'
import type { NewPage } from '@speeches/store'
import { toTraditional, type Writer } from './text.ts'

/** Passages of a page, headings among them. */
export const PASSAGES_A_PAGE = 40
/** Every so many passages, one is a heading. */
const HEADING_EVERY = 8

/** A page of one speech as the parser would hand it in; every other page is in traditional characters. */
export function makePage(writer: Writer, number: number): NewPage {
  const lines = Array.from({ length: PASSAGES_A_PAGE }, (_, i) =>
    i % HEADING_EVERY === 0 ? writer.heading() : writer.paragraph(),
  )
  const joined = `${number}\n${lines.join('\n')}`
  const text = number % 2 === 0 ? joined : toTraditional(joined)
  let start = String(number).length + 1
  const children = text
    .slice(start)
    .split('\n')
    .map((value, i): SpeechContent => {
      const position = positionOf(i + 2, start, value.length)
      start += value.length + 1
      const leaves = [{ type: 'text' as const, value, position }]
      return i % HEADING_EVERY === 0
        ? section(value, position, i)
        : { type: 'paragraph', id: idOf(value), children: leaves, position }
    })
  return {
    source: { bytes: new TextEncoder().encode(text), text, encoding: 'utf-8', format: 'text' },
    origin: `https://example.org/${number}`,
    result: resultOf(children, number),
    parser: '1.0.0',
  }
}

function section(value: string, position: Position, ordinal: number): SpeechContent {
  const heading = { type: 'heading' as const, children: [{ type: 'text' as const, value, position }], position }
  return { type: 'section', depth: 1, marker: '', ordinal, series: 'none', kind: 'heading', children: [heading] }
}

function resultOf(children: SpeechContent[], number: number): ParseResult {
  const published = `20${10 + (number % 14)}-0${1 + (number % 9)}-1${number % 10}`
  const metadata = { published, editor: null, author: null, source: `文庫${number % 7}`, format: null, fields: {} }
  const speech = { type: 'speech' as const, id: idOf(`speech ${number}`), announced: [], children }
  return {
    version: 1,
    collection: {
      type: 'collection',
      title: null,
      titleFrom: null,
      metadata,
      children: [{ type: 'item', ordinal: 1, printedOrdinal: null, children: [speech] }],
    },
    edits: [],
    messages: [],
  }
}

function idOf(text: string): string {
  return createHash('md5').update(text).digest('hex').slice(0, 20)
}

function positionOf(line: number, offset: number, length: number): Position {
  return { start: { line, column: 1, offset }, end: { line, column: length + 1, offset: offset + length } }
}
