import type { Page } from '../parse/page.ts'
import type { Collection, Item } from '../schema/collection.ts'
import type { Phrasing, Text } from '../schema/phrasing.ts'
import type { Announcement, SectionContent, SpeechContent } from '../schema/speech.ts'
import { fold, foldUnits } from '../source/fold.ts'
import { unitsOf } from '../source/units.ts'
import { findAnnouncements } from './announced.ts'
import { type Brackets, matchBrackets } from './brackets.ts'
import { citation } from './citation.ts'
import { date, resolveDates } from './date.ts'
import { elision } from './elision.ts'
import { enumerator } from './enumerator.ts'
import { landmark } from './landmark.ts'
import { organization } from './organization.ts'
import { person } from './person.ts'
import { place } from './place.ts'
import { quantity } from './quantity.ts'
import { quotation } from './quotation.ts'
import { school } from './school.ts'
import { lookAt, noSigns, type Shown, signsOf } from './signs.ts'
import type { Annotator, Said, Span } from './span.ts'
import { restoredPlace, split } from './split.ts'
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
  landmark,
]

const BRACKET = signsOf('bracket')
const COUNT = signsOf('count')

const ANY = ANNOTATORS.reduce((needs, annotator) => needs | annotator.needs, COUNT)

/** A page, and what is kept while it is annotated. */
interface Sheet extends Pick<Page, 'text' | 'units' | 'map' | 'locator'> {
  /** The paragraph in which each announcement stands. */
  announcedIn: Map<Announcement, object>
  /** What relative dates are resolved against; null where they are left as they are. */
  published: string | null
  /** The signs of the line at hand. */
  shown: Shown
}

/**
 * Says in every speech what it announces, and makes nodes of what its text cites, quotes, leaves out, counts and dates.
 * Works on the tree in place, which nobody else has seen yet. What the site says (preface, editor's notes) is left alone.
 *
 * @param page the page that the tree was read from: its restored text, and the way back to the source
 * @param isResolved whether relative dates get the fields that they have by the page's `published`
 * @returns the paragraph in which each announcement stands
 */
export function annotate(
  collection: Collection,
  page: Pick<Sheet, 'text' | 'units' | 'map' | 'locator'>,
  isResolved = false,
): ReadonlyMap<Announcement, object> {
  const published = isResolved ? collection.metadata.published : null
  const sheet: Sheet = { ...page, announcedIn: new Map(), published, shown: noSigns() }
  for (const item of collection.children) if (item.type === 'item') annotateItem(item, sheet)
  return sheet.announcedIn
}

function annotateItem(item: Item, sheet: Sheet): void {
  for (const part of item.children) {
    if (part.type === 'heading') annotatePhrasing(part, sheet)
    if (part.type === 'speech') {
      part.announced = []
      annotateParts(part.children, part.announced, sheet)
    }
  }
}

function annotateParts(
  parts: readonly (SpeechContent | SectionContent)[],
  announced: Announcement[],
  sheet: Sheet,
): void {
  for (const part of parts) {
    if (part.type === 'section') annotateParts(part.children, announced, sheet)
    else if (part.type === 'list') for (const entry of part.children) annotatePhrasing(entry, sheet)
    else if (part.type === 'paragraph') annotatePhrasing(part, sheet, announced)
    else if (part.type !== 'noise') annotatePhrasing(part, sheet)
  }
}

/** Annotates one line of text; what a paragraph promises is added to `announced`. */
function annotatePhrasing(parent: { children: Phrasing[] }, sheet: Sheet, announced?: Announcement[]): void {
  const { children } = parent
  const only = onlyText(children)
  const text = only ? only.value : spokenIn(children)
  const place = only && restoredPlace(only, sheet)
  const { shown } = sheet
  if (place === undefined) lookAt(unitsOf(text), 0, text.length, shown)
  else lookAt(sheet.units, place, place + text.length, shown)
  const { signs } = shown
  if ((signs & ANY) === 0) return
  const folded = place === undefined ? fold(text) : foldUnits(sheet.units, place, place + text.length)
  if (announced && signs & COUNT) {
    for (const { text: promise, count } of findAnnouncements(text, folded, shown)) {
      const announcement = { text: promise, count }
      announced.push(announcement)
      sheet.announcedIn.set(announcement, parent)
    }
  }
  const said: Said = {
    text,
    folded,
    brackets: signs & BRACKET ? matchBrackets(text, shown) : NO_BRACKETS,
    shown,
  }
  const spans: Span[] = []
  for (const { needs, find } of ANNOTATORS) if (signs & needs) find(said, spans)
  if (spans.length + said.brackets.lone.length === 0) return
  if (sheet.published !== null) resolveDates(spans, folded, sheet.published)
  parent.children = split(children, spans, said.brackets.lone, sheet, place)
}

const NO_BRACKETS: Brackets = { pairs: [], lone: [] }

/** The text leaf of a line, where there is one and no more. */
function onlyText(children: readonly Phrasing[]): Text | undefined {
  let only: Text | undefined
  for (const child of children) {
    if (child.type !== 'text') continue
    if (only) return undefined
    only = child
  }
  return only
}

/** The text leaves of a line, one behind the other; its marker and what the site put into it are not read. */
function spokenIn(children: readonly Phrasing[]): string {
  let text = ''
  for (const child of children) if (child.type === 'text') text += child.value
  return text
}
