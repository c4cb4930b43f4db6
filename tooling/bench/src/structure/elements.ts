import { agrees, agreesWithQuote, quote } from './agree.ts'
import { fold } from './letters.ts'
import { factNames, type Outline, type OutlineNode, type OutlineType, print, walk } from './outline.ts'

/** What is counted, in the order it is printed. */
export const elements = [
  'metadata',
  'title lines',
  'header fields',
  'preface',
  'items',
  'speeches',
  'editor notes',
  'announced',
  'bylines',
  'salutations',
  'readdresses',
  'paragraphs',
  'sections',
  'list items',
  'stages',
  'closings',
  'related links',
  'noise',
] as const

export type Element = (typeof elements)[number]

/** One thing that is there or not. */
export interface Thing {
  /** As a line of gold notation. */
  line: string
  offset: number | undefined
  node: OutlineNode
}

const elementOf: Partial<Record<OutlineType, Element>> = {
  heading: 'title lines',
  field: 'header fields',
  item: 'items',
  speech: 'speeches',
  note: 'editor notes',
  announced: 'announced',
  byline: 'bylines',
  salutation: 'salutations',
  readdress: 'readdresses',
  paragraph: 'paragraphs',
  section: 'sections',
  listItem: 'list items',
  stage: 'stages',
  closing: 'closings',
  link: 'related links',
  noise: 'noise',
}

/** Everything that is counted on a page, in page order, by element. */
export function thingsOf({ facts, nodes }: Outline): Map<Element, Thing[]> {
  const things = new Map<Element, Thing[]>(elements.map((element) => [element, []]))
  const add = (element: Element, node: OutlineNode, line = print(node)) =>
    things.get(element)?.push({ line, offset: node.offset, node })
  for (const name of factNames) {
    const value = facts.get(name)
    if (value !== undefined) add('metadata', factNode(name, value), `${name}: ${value}`)
  }
  for (const { node } of walk(nodes)) {
    if (node.type === 'preface')
      for (const child of node.children) if (child.type === 'paragraph') add('preface', child)
    const element = elementOf[node.type]
    if (element && !isPrefaceParagraph(node, things)) add(element, element === 'speeches' ? wholeSpeech(node) : node)
  }
  return things
}

/** Whether a parsed thing is the gold one. */
export function same(gold: Thing, parsed: Thing): boolean {
  if (gold.node.type !== 'speech') return agrees(gold.node, parsed.node)
  return agreesWithQuote(quote(gold.node.text), parsed.node.text)
}

function isPrefaceParagraph(node: OutlineNode, things: Map<Element, Thing[]>): boolean {
  return node.type === 'paragraph' && (things.get('preface') ?? []).some((thing) => thing.node === node)
}

function factNode(name: string, value: string): OutlineNode {
  return { type: 'heading', detail: name, text: fold(value), children: [] }
}

// A speech is known by its borders: the first words it holds and the last.
function wholeSpeech(speech: OutlineNode): OutlineNode {
  const words = [...walk(speech.children)]
    .filter(({ node }) => node.type !== 'announced' && node.type !== 'noise' && node.text !== '')
    .map(({ node }) => node.text)
  const first = words[0]?.split('~~')[0] ?? ''
  const last = words.at(-1)?.split('~~').at(-1) ?? ''
  return { ...speech, text: `${first}~~${last}` }
}
