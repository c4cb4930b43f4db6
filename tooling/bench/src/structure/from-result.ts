import type { ParseResult } from '@speeches/core'
import type { Outline, OutlineNode, OutlineType } from './outline.ts'

type Collection = ParseResult['collection']
/** Any node of the tree, seen loosely: the outline asks for few things and asks them of all. */
interface TreeNode {
  type: string
  position?: { start: { offset: number } } | undefined
  children?: TreeNode[]
  value?: string
}

/** The outline of a parsed page. */
export function outlineOf({ collection }: Pick<ParseResult, 'collection'>): Outline {
  return { facts: factsOf(collection), nodes: collection.children.flatMap(nodesOf) }
}

function factsOf({ title, titleFrom, metadata }: Collection): Map<string, string> {
  const facts = new Map<string, string>()
  if (title !== null) facts.set(`title ${titleFrom}`, title)
  for (const name of ['published', 'editor', 'author', 'source', 'format'] as const) {
    const value = metadata[name]
    if (value !== null) facts.set(name, value)
  }
  return facts
}

function nodesOf(node: TreeNode): OutlineNode[] {
  const write = writers[node.type]
  return write ? write(node) : []
}

type Writer = (node: TreeNode) => OutlineNode[]

const writers: Record<string, Writer> = {
  header: (node) => childrenOf(node),
  heading: (node) => [worded('heading', node)],
  field: (node) => [{ ...bare('field', node), detail: get(node, 'name'), text: get(node, 'value') }],
  noise: noiseLines,
  preface: (node) => [{ ...bare('preface', node), children: childrenOf(node) }],
  related: (node) => [{ ...bare('related', node), children: childrenOf(node) }],
  relatedLink: (node) => [
    { ...bare('link', node), text: [get(node, 'title'), get(node, 'label'), get(node, 'count')].join(' | ') },
  ],
  item: (node) => [itemOf(node)],
  editorNote: (node) => [worded('note', node)],
  speech: (node) => [{ ...bare('speech', node), children: [...announcements(node), ...childrenOf(node)] }],
  byline: (node) => [worded('byline', node)],
  salutation: (node) => [worded('salutation', node)],
  readdress: (node) => [worded('readdress', node)],
  paragraph: (node) => [worded('paragraph', node)],
  stage: (node) => [worded('stage', node)],
  closing: (node) => [{ ...worded('closing', node), detail: get(node, 'kind') }],
  section: (node) => [sectionOf(node)],
  list: (node) => [{ ...bare('list', node), children: childrenOf(node) }],
  listItem: (node) => [{ ...worded('listItem', node), detail: markerOf(node) }],
}

function itemOf(node: TreeNode): OutlineNode {
  const printed = get(node, 'printedOrdinal')
  const [heading, children] = beheaded(node)
  const text = heading ? wordsOf(heading) : ''
  const detail = printed === '-' && text === '' ? get(node, 'ordinal') : `${get(node, 'ordinal')} printed ${printed}`
  return { ...bare('item', node), detail, text, children: children.flatMap(nodesOf) }
}

function sectionOf(node: TreeNode): OutlineNode {
  const [heading, children] = beheaded(node)
  const [depth, kind, marker, series, ordinal] = ['depth', 'kind', 'marker', 'series', 'ordinal'].map((key) =>
    get(node, key),
  )
  return {
    ...bare('section', node),
    detail: `${depth} ${kind} [${marker}] ${series} ${ordinal}`,
    text: heading ? wordsOf(heading) : '',
    children: [...(heading ? noiseIn(heading) : []), ...children.flatMap(nodesOf)],
  }
}

function beheaded(node: TreeNode): [heading: TreeNode | undefined, rest: TreeNode[]] {
  const children = node.children ?? []
  const heading = children[0]?.type === 'heading' ? children[0] : undefined
  return [heading, heading ? children.slice(1) : children]
}

function announcements(node: TreeNode): OutlineNode[] {
  const { announced } = node as unknown as { announced: { text: string; count: number | null }[] }
  return announced.map(({ text, count }) => ({
    type: 'announced',
    detail: count === null ? '?' : String(count),
    text,
    children: [],
  }))
}

function worded(type: OutlineType, node: TreeNode): OutlineNode {
  return { ...bare(type, node), text: wordsOf(node), children: noiseIn(node) }
}

function bare(type: OutlineType, node: TreeNode): OutlineNode {
  return { type, detail: '', text: '', children: [], offset: node.position?.start.offset }
}

/** The words of a node without its marker and without noise that stands among them. */
function wordsOf(node: TreeNode): string {
  if (node.type === 'noise' || node.type === 'marker') return ''
  return node.value ?? (node.children ?? []).map(wordsOf).join('')
}

function markerOf(node: TreeNode): string {
  const first = node.children?.[0]
  return first?.type === 'marker' ? (first.value ?? '') : ''
}

function noiseIn(node: TreeNode): OutlineNode[] {
  return (node.children ?? []).flatMap((child) => (child.type === 'noise' ? noiseLines(child) : noiseIn(child)))
}

/** One node a line: whether a run of noise lines is one leaf or many is no difference in structure. */
function noiseLines(node: TreeNode): OutlineNode[] {
  return get(node, 'value')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ ...bare('noise', node), detail: get(node, 'kind'), text: line.trim() }))
}

function childrenOf(node: TreeNode): OutlineNode[] {
  return (node.children ?? []).flatMap(nodesOf)
}

/** A field of a node in words; `-` for null. */
function get(node: TreeNode, key: string): string {
  const value = (node as unknown as Record<string, unknown>)[key]
  return value === null || value === undefined ? '-' : String(value)
}
