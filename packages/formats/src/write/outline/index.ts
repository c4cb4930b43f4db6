import type {
  Closing,
  Collection,
  Item,
  Metadata,
  ParseResult,
  Section,
  SectionContent,
  Speech,
  SpeechContent,
} from '@speeches/core/schema'
import { countCharacters, plain, shorten } from '../plain.ts'
import type { Writer } from '../writer.ts'
import { pointsOf } from './enumeration.ts'

/** How many characters of a heading, salutation or closing are shown. */
const SHOWN = 40

/** What the page holds, at a glance: items, speeches, headings by depth, counts. */
export const outline: Writer = {
  write: (result) => [[...summary(result), ...result.collection.children.flatMap(partLines)].join('\n'), '\n'],
}

function summary({ collection, edits, messages }: ParseResult): string[] {
  const speeches = speechesOf(collection)
  const counts = [
    count(itemsOf(collection).length, 'item'),
    count(speeches.length, 'speech', 'speeches'),
    count(
      speeches.reduce((sum, speech) => sum + countCharacters(textOf(speech)), 0),
      'character',
    ),
    count(edits.length, 'edit'),
    `${count(messages.length, 'message')}${severities(messages)}`,
  ]
  return [collection.title ?? '(no title)', ...metadataLine(collection.metadata), counts.join(' · ')]
}

function metadataLine(metadata: Metadata): string[] {
  const known = (['published', 'editor', 'author', 'source', 'format'] as const).filter((key) => metadata[key] !== null)
  return known.length === 0 ? [] : [known.map((key) => `${key} ${metadata[key]}`).join(' · ')]
}

function severities(messages: ParseResult['messages']): string {
  const of = (fatal: boolean | null) => messages.filter((message) => message.fatal === fatal).length
  const counts = [
    [of(true), 'error', 'errors'],
    [of(false), 'warning', 'warnings'],
    [of(null), 'info', 'info'],
  ] as const
  const parts = counts.filter(([number]) => number > 0).map(([number, one, many]) => count(number, one, many))
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

function partLines(part: Collection['children'][number]): string[] {
  if (part.type === 'preface') {
    return ['', `preface · ${count(countCharacters(part.children.map(textOf).join('')), 'character')}`]
  }
  if (part.type === 'item') return ['', ...itemLines(part)]
  if (part.type === 'related') {
    return ['', count(part.children.filter((child) => child.type === 'relatedLink').length, 'related link')]
  }
  return []
}

function itemLines({ ordinal, children }: Item): string[] {
  const title = children.find((child) => child.type === 'heading')
  return [
    `${ordinal}  ${title ? shorten(textOf(title), SHOWN) : '(no heading)'}`,
    ...children.flatMap((child) => {
      if (child.type === 'editorNote')
        return [indent(1, `editor’s note · ${count(countCharacters(textOf(child)), 'character')}`)]
      if (child.type === 'speech') return speechLines(child)
      return []
    }),
  ]
}

function speechLines(speech: Speech): string[] {
  const salutation = speech.children.find((child) => child.type === 'salutation')
  const opening = salutation ? shorten(textOf(salutation), SHOWN) : '(no salutation)'
  return [
    indent(1, counted(opening, textOf(speech))),
    ...announcedLine(speech),
    ...speech.children.flatMap((child) => contentLines(child, 2)),
    ...speech.children.filter((child) => child.type === 'closing').map(closingLine),
  ]
}

/** What the speech promises beside what it holds: the sections of its first level, or else the points it counts. */
function announcedLine({ announced, children }: Speech): string[] {
  if (announced.length === 0) return []
  const promises = announced.map(({ text, count }) => `${text}${count === null ? '' : ` (${count})`}`)
  const sections = children.filter((child) => child.type === 'section').map(({ marker }) => marker)
  const found = sections.length > 0 ? sections : children.flatMap(countingWords)
  const list = found.length > 0 ? `: ${shorten(found.join(' '), SHOWN)}` : ''
  return [indent(2, `announced ${promises.join(', ')} · found ${found.length}${list}`)]
}

function countingWords(node: SpeechContent): string[] {
  if (node.type !== 'paragraph') return []
  return node.children.flatMap((part) => (part.type === 'enumerator' ? part.value : []))
}

/** Sections, and what lies in them a level deeper; points that are counted in running text. */
function contentLines(node: SpeechContent | SectionContent, depth: number): string[] {
  if (node.type === 'section') {
    const inner = node.children.flatMap((child) => contentLines(child, depth + 1))
    return [indent(depth, counted(shorten(titleOf(node), SHOWN), textOf(node))), ...inner]
  }
  if (node.type !== 'paragraph') return []
  return pointsOf(node.children).map(({ text, characters }) =>
    indent(depth, `${shorten(text, SHOWN)} · ${count(characters, 'character')}`),
  )
}

function counted(title: string, text: string): string {
  return `${title} · ${count(countCharacters(text), 'character')}`
}

function titleOf({ marker, children }: Section): string {
  const title = children.find((child) => child.type === 'heading')
  return title ? textOf(title) : marker
}

function closingLine(closing: Closing): string {
  return indent(2, `${closing.kind}: ${shorten(textOf(closing), SHOWN)}`)
}

function itemsOf({ children }: Collection): Item[] {
  return children.filter((child) => child.type === 'item')
}

function speechesOf(collection: Collection): Speech[] {
  return itemsOf(collection).flatMap(({ children }) => children.filter((child) => child.type === 'speech'))
}

function textOf({ children }: { children: Parameters<typeof plain>[0] }): string {
  return plain(children)
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

function indent(depth: number, line: string): string {
  return `${'  '.repeat(depth)} ${line}`
}
