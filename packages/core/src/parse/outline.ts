import type { Finding } from '../messages/finding.ts'
import type { Collection } from '../schema/collection.ts'
import type { Noise } from '../schema/phrasing.ts'
import { readEditorRemarks } from './editor-remark.ts'
import { buildFront, buildStamp, readFront } from './front.ts'
import { buildItem } from './item.ts'
import { commonStem } from './items.ts'
import { readLatinTitle } from './latin-title.ts'
import { around } from './leaves.ts'
import type { Line } from './line.ts'
import { scan } from './lines.ts'
import type { Page } from './page.ts'
import { type PostedLines, readPosts } from './posts.ts'
import { isClock } from './stamp.ts'
import { buildTail } from './tail.ts'
import { createWriter, type Writer } from './writer.ts'

/** A page as a tree, and what was noticed while reading it; findings are placed in the restored text. */
export interface Outline {
  collection: Collection
  findings: Finding[]
}

/**
 * Reads a restored page.
 *
 *     text → lines → front, items and blocks of links → speeches → sections, paragraphs, closings
 */
export function readPage(page: Page): Outline {
  const { text } = page
  const scanned = readPosts(readEditorRemarks(readLatinTitle(scan(page))))
  const stem = commonStem(scanned.items.headings)
  const front = readFront(text, scanned)
  const writer = createWriter(page, scanned.noise)
  const findings: Finding[] = []
  const children = buildFront(front, scanned, writer)
  buildRest(front.end, scanned, writer, children, findings)

  const collection: Collection = {
    type: 'collection',
    title: front.title ?? (stem ? text.slice(stem.stemStart, stem.stemEnd) : null),
    titleFrom: front.title !== null ? 'line' : stem ? 'stem' : null,
    metadata: front.metadata,
    children,
    ...around(children),
  }
  coverBlankPage(page, collection, writer)
  writer.leaves.finish(collection)
  return { collection, findings }
}

/** Items, blocks of links and the noise between them, from line `at` on. */
function buildRest(
  from: number,
  scanned: PostedLines,
  writer: Writer,
  children: Collection['children'],
  findings: Finding[],
): void {
  const { lines, items, tails, noise, stamp } = scanned
  let ordinal = 0
  for (let at = from; at < lines.length; ) {
    const tail = tails.get(at)
    if (tail !== undefined) {
      children.push(buildTail(lines.slice(at, tail), writer, findings))
      at = tail
      continue
    }
    if (stamp && lines[at] === stamp) {
      const clock = lines[at + 1]
      const stamps = clock && isClock(clock.head) ? [stamp, clock] : [stamp]
      children.push(buildStamp(stamps, writer))
      at += stamps.length
      continue
    }
    let end = at + 1
    while (end < lines.length && !tails.has(end) && !items.headings.has(lines[end] as Line) && lines[end] !== stamp)
      end++
    const range = lines.slice(at, end)
    at = end
    if (range.every((line) => noise.has(line))) {
      for (const line of range) children.push(writer.noiseLine(line, noise.get(line) as Noise['kind']))
    } else {
      children.push(buildItem(range, scanned, ++ordinal, writer, findings))
    }
  }
}

/** A page of zero-width characters alone holds no line, but they must lie in a leaf. */
function coverBlankPage({ source, text }: Page, collection: Collection, writer: Writer): void {
  if (collection.children.length > 0 || source.trim() === '') return
  const position = writer.leaves.place(0, text.length)
  collection.children.push({ type: 'noise', kind: 'markup', value: '', position })
  collection.position = position
}
