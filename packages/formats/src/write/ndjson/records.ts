import type {
  Announcement,
  Closing,
  Collection,
  Item,
  ListItem,
  Paragraph,
  Position,
  Section,
  SectionContent,
  Speech,
  SpeechContent,
} from '@speeches/core/schema'
import { speechLines } from '../lines.ts'
import type { WriteOptions } from '../options.ts'
import { countCharacters, plain } from '../plain.ts'

/** The item a speech stands in. */
interface ItemReference {
  /** Place on the page, from 1. */
  ordinal: number
  /** What the page printed, or null. */
  printedOrdinal: number | null
  heading: string | null
}

/** A speech as a record of its own. */
export interface SpeechRecord {
  type: 'speech'
  id: string
  /** Place among the page's speeches, from 1. */
  ordinal: number
  /** The page's title. */
  page: string | null
  published: string | null
  item: ItemReference
  byline: string | null
  salutation: string | null
  announced: Announcement[]
  /** Ids of its paragraphs, points and closings, in order. */
  paragraphs: string[]
  /** Without blanks; a character beyond the BMP counts as one. */
  characters: number
  /** Where it stands in the source, in UTF-16 code units. */
  position: Position | null
  /** As restored, one line a paragraph. */
  text: string
  /** The text in simplified script; null where no converter was handed in. */
  simplified: string | null
  /** The text in traditional script; null where no converter was handed in. */
  traditional: string | null
}

/** The heading of a section around a paragraph. */
interface SectionReference {
  depth: number
  marker: string
  ordinal: number
  /** With its marker. */
  heading: string | null
}

/** A paragraph, point or closing as a record of its own. */
export interface ParagraphRecord {
  type: 'paragraph' | 'listItem' | 'closing'
  id: string
  /** What kind of closing; null for all else. */
  closing: Closing['kind'] | null
  /** The id of its speech. */
  speech: string
  /** The place of its item on the page, from 1. */
  item: number
  /** Place in the speech, from 1. */
  ordinal: number
  /** The sections around it, the outermost first. */
  sections: SectionReference[]
  /** Where it stands in the source, in UTF-16 code units. */
  position: Position | null
  /** As restored. */
  text: string
  /** The text in simplified script; null where no converter was handed in. */
  simplified: string | null
  /** The text in traditional script; null where no converter was handed in. */
  traditional: string | null
}

/** Every speech of a page, in order. */
export function* speechRecords(
  { title, metadata, children }: Collection,
  { scripts }: WriteOptions = {},
): Generator<SpeechRecord> {
  let ordinal = 0
  for (const { item, speech } of speechesIn(children)) {
    const lines = speechLines(speech)
    yield {
      type: 'speech',
      id: speech.id,
      ordinal: ++ordinal,
      page: title,
      published: metadata.published,
      item: referTo(item),
      byline: textOfFirst(speech, 'byline'),
      salutation: textOfFirst(speech, 'salutation'),
      announced: speech.announced,
      paragraphs: [...paragraphsIn(speech.children, [])].map(({ node }) => node.id),
      characters: lines.reduce((sum, line) => sum + countCharacters(line), 0),
      position: speech.position ?? null,
      ...inScripts(lines.join('\n'), scripts),
    }
  }
}

/** Every paragraph, point and closing of a page's speeches, in order. */
export function* paragraphRecords(
  { children }: Collection,
  { scripts }: WriteOptions = {},
): Generator<ParagraphRecord> {
  for (const { item, speech } of speechesIn(children)) {
    let ordinal = 0
    for (const { node, sections } of paragraphsIn(speech.children, [])) {
      yield {
        type: node.type,
        id: node.id,
        closing: node.type === 'closing' ? node.kind : null,
        speech: speech.id,
        item: item.ordinal,
        ordinal: ++ordinal,
        sections,
        position: node.position ?? null,
        ...inScripts(plain(node.children), scripts),
      }
    }
  }
}

function inScripts(text: string, scripts: WriteOptions['scripts']): Pick<SpeechRecord, 'text' | Script> {
  return {
    text,
    simplified: scripts ? scripts.simplified(text) : null,
    traditional: scripts ? scripts.traditional(text) : null,
  }
}

type Script = keyof NonNullable<WriteOptions['scripts']>

function* speechesIn(children: Collection['children']): Generator<{ item: Item; speech: Speech }> {
  for (const item of children) {
    if (item.type !== 'item') continue
    for (const speech of item.children) if (speech.type === 'speech') yield { item, speech }
  }
}

function* paragraphsIn(
  children: readonly (SpeechContent | SectionContent)[],
  sections: SectionReference[],
): Generator<{ node: Paragraph | ListItem | Closing; sections: SectionReference[] }> {
  for (const node of children) {
    if (node.type === 'section') yield* paragraphsIn(node.children, [...sections, referToSection(node)])
    else if (node.type === 'list') for (const point of node.children) yield { node: point, sections }
    else if (node.type === 'paragraph' || node.type === 'closing') yield { node, sections }
  }
}

function referTo({ ordinal, printedOrdinal, children }: Item): ItemReference {
  const heading = children.find((child) => child.type === 'heading')
  return { ordinal, printedOrdinal, heading: heading ? plain(heading.children) : null }
}

function referToSection({ depth, marker, ordinal, children }: Section): SectionReference {
  const heading = children.find((child) => child.type === 'heading')
  return { depth, marker, ordinal, heading: heading ? plain(heading.children) : null }
}

function textOfFirst({ children }: Speech, type: 'byline' | 'salutation'): string | null {
  const node = children.find((child) => child.type === type)
  return node ? plain([node]) : null
}
