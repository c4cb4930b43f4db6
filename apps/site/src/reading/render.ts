import type { Collection, Edit, Message, Position, Speech } from '@speeches/parser'
import type { Translate } from '../i18n/locale.ts'
import { escapeHtml } from '../text/escape.ts'
import { explain } from '../text/explain.ts'
import { markLeaf } from '../text/marked.ts'

/** What a speech is drawn with. */
export interface Drawing {
  source: string
  edits: readonly Edit[]
  /** Show repairs and gaps. */
  marks: boolean
  t: Translate
  /** The address of a passage. */
  permalink: (id: string) => string
  /** A passage that is meant, by its id. */
  highlighted?: string
}

/** A node of the tree and, beside it, the same node in the script that is shown. */
interface Node {
  type: string
  id?: string
  value?: string
  kind?: string
  depth?: number
  iso?: string
  number?: number
  unit?: string
  position?: Position | undefined
  children?: readonly Node[]
}

/** A heading of a speech, for its outline. */
export interface OutlineEntry {
  anchor: string
  depth: number
  text: string
}

/** What is gathered on the way: the outline, and the level of the last heading, so that none is skipped. */
interface Course {
  outline: OutlineEntry[]
  level: number
}

export interface DrawnSpeech {
  html: string
  outline: OutlineEntry[]
}

/** A speech as HTML, set as a page of a book; and its outline. `shown` is `speech` in the script to show. */
export function drawSpeech(speech: Speech, shown: Speech, drawing: Drawing): DrawnSpeech {
  const course: Course = { outline: [], level: 1 }
  const html = blocks(speech as unknown as Node, shown as unknown as Node, drawing, course)
  return { html, outline: course.outline }
}

/** The children of a parent as HTML. A run-in heading stands at the head of the paragraph behind it. */
function blocks(node: Node, shown: Node, drawing: Drawing, course: Course): string {
  const { children = [] } = node
  let html = ''
  let runIn = ''
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as Node
    const twin = shown.children?.[index] ?? child
    if (child.type === 'heading' && node.type === 'section' && node.kind !== 'heading') {
      runIn = heading(child, twin, node, drawing, course)
      continue
    }
    if (runIn !== '' && child.type !== 'paragraph') {
      html += `<p>${runIn}</p>`
      runIn = ''
    }
    html += block(child, twin, node, drawing, course, runIn)
    runIn = ''
  }
  return runIn === '' ? html : `${html}<p>${runIn}</p>`
}

function block(node: Node, shown: Node, parent: Node, drawing: Drawing, course: Course, runIn: string): string {
  const line = () => phrasing(node, shown, drawing)
  switch (node.type) {
    case 'section': {
      const element = node.kind === 'heading' ? 'section' : 'div'
      return `<${element} class="part depth-${Math.min(node.depth ?? 1, 6)}">${blocks(node, shown, drawing, course)}</${element}>`
    }
    case 'heading': {
      course.level = Math.min((parent.depth ?? 1) + 1, course.level + 1, 6)
      return `<h${course.level} ${anchorOf(node, course, parent, shown)}>${line()}</h${course.level}>`
    }
    case 'list':
      return `<ul class="points">${blocks(node, shown, drawing, course)}</ul>`
    case 'listItem':
      return `<li ${identity(node, drawing)}>${line()}${permalink(node, shown, drawing)}</li>`
    case 'paragraph':
      return `<p ${identity(node, drawing)}>${runIn}${line()}${permalink(node, shown, drawing)}</p>`
    case 'closing':
      return `<p ${identity(node, drawing, `closing ${node.kind ?? ''}`)}>${line()}${permalink(node, shown, drawing)}</p>`
    case 'salutation':
    case 'readdress':
    case 'byline':
    case 'stage':
      return `<p class="${node.type}">${line()}</p>`
    default:
      return ''
  }
}

function heading(node: Node, shown: Node, section: Node, drawing: Drawing, course: Course): string {
  return `<b class="run-in" ${anchorOf(node, course, section, shown)}>${phrasing(node, shown, drawing)}</b>`
}

function anchorOf(node: Node, { outline }: Course, section: Node, shown: Node): string {
  const anchor = `h${node.position?.start.offset ?? outline.length}`
  outline.push({ anchor, depth: section.depth ?? 1, text: plainText(shown) })
  return `id="${anchor}"`
}

function identity({ id }: Node, { highlighted }: Drawing, name = ''): string {
  const classes = [name, id !== undefined && id === highlighted ? 'meant' : ''].filter(Boolean).join(' ')
  return `${id === undefined ? '' : `id="${escapeHtml(id)}"`}${classes === '' ? '' : ` class="${escapeHtml(classes)}"`}`
}

function permalink({ id }: Node, shown: Node, drawing: Drawing): string {
  if (id === undefined) return ''
  const label = drawing.t('permalinkOf', { text: `${plainText(shown).slice(0, 12)}…` })
  return `<a class="permalink" href="${escapeHtml(drawing.permalink(id))}" aria-label="${escapeHtml(label)}">¶</a>`
}

/** Text that stands in a line: its marks as elements, its repairs where they are asked for. */
function phrasing(node: Node, shown: Node, drawing: Drawing): string {
  if (node.value !== undefined) return leaf(node, shown, drawing)
  const { children = [] } = node
  const inner = children.map((child, index) => phrasing(child, shown.children?.[index] ?? child, drawing)).join('')
  switch (node.type) {
    case 'citation':
      return `<cite>${inner}</cite>`
    case 'date':
      return node.iso ? `<time datetime="${escapeHtml(node.iso)}">${inner}</time>` : inner
    case 'quantity':
      return `<data value="${node.number ?? ''}">${inner}</data>`
    default:
      return inner
  }
}

function leaf(node: Node, shown: Node, drawing: Drawing): string {
  const value = node.value ?? ''
  const text = shown.value ?? value
  if (node.type === 'noise') return ''
  if (node.type === 'elision') return elision(text, drawing)
  const html = drawing.marks
    ? markLeaf(drawing.source, drawing.edits, value, node.position, text)
        .map((piece) => (piece.edit ? repair(piece.text, piece.edit, drawing.t) : escapeHtml(piece.text)))
        .join('')
    : escapeHtml(text)
  if (node.type === 'enumerator') return `<b class="enumerator">${html}</b>`
  return node.type === 'marker' ? `<span class="marker">${html}</span>` : html
}

function repair(text: string, edit: Edit, t: Translate): string {
  const number = `r${edit.position.start.offset}`
  return `<a class="repair ${edit.rule} ${edit.certainty}" href="#${number}" title="${escapeHtml(explain(edit, t))}">${escapeHtml(text)}<span class="hidden">（${escapeHtml(t('repairs'))}）</span></a>`
}

function elision(text: string, { marks, t }: Drawing): string {
  if (!marks) return `<span class="gap">${escapeHtml(text)}</span>`
  return `<span class="gap shown" title="${escapeHtml(t('elided'))}">${escapeHtml(text)}<span class="hidden">（${escapeHtml(t('elided'))}）</span></span>`
}

function plainText(node: Node): string {
  if (node.type === 'noise') return ''
  return node.value ?? (node.children ?? []).map(plainText).join('')
}

/** The words of a node. */
export function wordsOf(node: object): string {
  return plainText(node as Node)
}

/** All nodes of a type below a node, in order. */
export function findAll(node: object, type: string): Node[] {
  const one = node as Node
  const below = (one.children ?? []).flatMap((child) => findAll(child, type))
  return one.type === type ? [one, ...below] : below
}

/** A quantity of a text, and the words that state it. */
export interface Figure {
  words: string
  number: number
  unit: string
  measure?: string
  change?: number
}

/** All quantities below a node, in order. */
export function figuresOf(node: object): Figure[] {
  return findAll(node, 'quantity').map((quantity) => ({
    ...(quantity as unknown as Omit<Figure, 'words'>),
    words: wordsOf(quantity),
  }))
}

/** Whether something stands in a stretch of the source. */
export function isWithin(place: Position | undefined, range: Position | undefined): boolean {
  if (!place || !range) return false
  return place.start.offset >= range.start.offset && place.start.offset < range.end.offset
}

/** The messages about a stretch of the source. */
export function messagesIn(messages: readonly Message[], range: Position | undefined): Message[] {
  return messages.filter(({ place }) => isWithin(place, range))
}

/** The related links of a page. */
export function relatedOf(collection: Collection): string[] {
  return findAll(collection, 'relatedLink').map((link) => (link as unknown as { title: string }).title)
}
