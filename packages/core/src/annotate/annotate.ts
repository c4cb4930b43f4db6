import type { Page } from '../parse/page.ts'
import type { Collection, Item } from '../schema/collection.ts'
import type { Phrasing } from '../schema/phrasing.ts'
import type { Announcement, SectionContent, SpeechContent } from '../schema/speech.ts'
import { fold } from '../source/fold.ts'
import { findAnnouncements } from './announced.ts'
import { type Brackets, matchBrackets } from './brackets.ts'
import { citation } from './citation.ts'
import { date } from './date.ts'
import { elision } from './elision.ts'
import { enumerator } from './enumerator.ts'
import { organization } from './organization.ts'
import { person } from './person.ts'
import { place } from './place.ts'
import { quantity } from './quantity.ts'
import { quotation } from './quotation.ts'
import { school } from './school.ts'
import { lookAt, signsOf } from './signs.ts'
import type { Annotator, Said, Span } from './span.ts'
import { split } from './split.ts'
import { stranded } from './stranded.ts'

/** Every annotator there is, one a file. */
const ANNOTATORS: readonly Annotator[] = [
  citation,
  quotation,
  elision,
  stranded,
  date,
  enumerator,
  quantity,
  person,
  organization,
  school,
  place,
]

const BRACKET = signsOf('bracket')
const COUNT = signsOf('count')

const ANY = ANNOTATORS.reduce((needs, annotator) => needs | annotator.needs, COUNT)

/**
 * Says in every speech what it announces, and makes nodes of what its text cites, quotes, leaves out, counts and dates.
 * Works on the tree in place, which nobody else has seen yet. What the site says (preface, editor's notes) is left alone.
 *
 * @param page the page that the tree was read from: its restored text, and the way back to the source
 */
export function annotate(collection: Collection, page: Pick<Page, 'text' | 'map' | 'locator'>): void {
  for (const item of collection.children) if (item.type === 'item') annotateItem(item, page)
}

function annotateItem(item: Item, page: Pick<Page, 'text' | 'map' | 'locator'>): void {
  for (const part of item.children) {
    if (part.type === 'heading') annotatePhrasing(part, page)
    if (part.type === 'speech') {
      part.announced = []
      annotateParts(part.children, part.announced, page)
    }
  }
}

function annotateParts(
  parts: readonly (SpeechContent | SectionContent)[],
  announced: Announcement[],
  page: Pick<Page, 'text' | 'map' | 'locator'>,
): void {
  for (const part of parts) {
    if (part.type === 'section') annotateParts(part.children, announced, page)
    else if (part.type === 'list') for (const entry of part.children) annotatePhrasing(entry, page)
    else if (part.type === 'paragraph') annotatePhrasing(part, page, announced)
    else if (part.type !== 'noise') annotatePhrasing(part, page)
  }
}

/** Annotates one line of text; what a paragraph promises is added to `announced`. */
function annotatePhrasing(
  parent: { children: Phrasing[] },
  page: Pick<Page, 'text' | 'map' | 'locator'>,
  announced?: Announcement[],
): void {
  const text = spokenIn(parent.children)
  const shown = lookAt(text)
  const { signs } = shown
  if ((signs & ANY) === 0) return
  const folded = (signs & ANY) === BRACKET ? text : fold(text)
  if (announced && signs & COUNT) {
    for (const { text: promise, count } of findAnnouncements(text, folded, shown.counts))
      announced.push({ text: promise, count })
  }
  const said: Said = { text, folded, brackets: signs & BRACKET ? matchBrackets(text) : NO_BRACKETS, shown }
  const spans: Span[] = []
  for (const { needs, find } of ANNOTATORS) if (signs & needs) for (const span of find(said)) spans.push(span)
  if (spans.length + said.brackets.lone.length === 0) return
  parent.children = split(parent.children, spans, said.brackets.lone, page)
}

const NO_BRACKETS: Brackets = { pairs: [], lone: [] }

/** The text leaves of a line, one behind the other; its marker and what the site put into it are not read. */
function spokenIn(children: readonly Phrasing[]): string {
  const [first] = children
  if (children.length === 1 && first?.type === 'text') return first.value
  let text = ''
  for (const child of children) if (child.type === 'text') text += child.value
  return text
}
