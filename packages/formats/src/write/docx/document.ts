import type { Collection, Item, Phrasing, SectionContent, Speech, SpeechContent } from '@speeches/core/schema'
import { plain } from '../plain.ts'
import { element, escapeXml } from '../xml.ts'
import { LINE_PITCH, sectionXml } from './page.ts'
import { headingStyle, runXml, type StyleId } from './styles.ts'

/** A paragraph of the document: text in the style of its paragraph, or in that of another. */
interface Line {
  style: StyleId
  runs: { text: string; style?: StyleId }[]
  /** What sets it off from what stands before. */
  before?: 'page' | 'line'
}

/** The speeches, as the body of a document: numbers as text, noise and the site's own words left out. */
export function bodyXml(collection: Collection): string {
  const paragraphs = linesOf(collection).map(paragraphXml)
  return [...(paragraphs.length === 0 ? ['<w:p/>'] : paragraphs), sectionXml()].join('\n')
}

function linesOf({ title, children }: Collection): Line[] {
  const items = children.filter((child) => child.type === 'item').map(itemLines)
  const rest = items.map((lines, index) => (index === 0 ? lines : setOff(lines, 'page')))
  return [...(title === null ? [] : lineOf('Title', title)), ...rest.flat()]
}

function itemLines({ children }: Item): Line[] {
  let speeches = 0
  return children.flatMap((child) => {
    if (child.type === 'heading') return lineOf('Title', plain(child.children))
    if (child.type !== 'speech') return []
    return speeches++ === 0 ? speechLines(child) : setOff(speechLines(child), 'line')
  })
}

function speechLines({ children }: Speech): Line[] {
  return children.flatMap((child) => contentLines(child))
}

function contentLines(node: SpeechContent | SectionContent, depth = 0): Line[] {
  const line = (style: StyleId) => ('children' in node ? lineOf(style, plain(node.children as Phrasing[])) : [])
  switch (node.type) {
    case 'noise':
      return []
    case 'section': {
      const lines = node.children.map((child) => contentLines(child, node.depth))
      const runsIn = node.kind !== 'heading' && node.children[0]?.type === 'heading'
      return (runsIn && node.children[1]?.type === 'paragraph' ? runIn(lines) : lines).flat()
    }
    case 'heading':
      return line(headingStyle(depth))
    case 'list':
      return node.children.flatMap((point) => lineOf('Normal', plain(point.children)))
    case 'salutation':
    case 'readdress':
      return line('Salutation')
    case 'byline':
      return line('Byline')
    case 'stage':
      return line('Stage')
    case 'closing':
      return line(node.kind === 'signature' || node.kind === 'date' ? 'Signature' : 'Normal')
    default:
      return line('Normal')
  }
}

/**
 * A heading and its paragraph on one line, as they were printed:
 *
 *     1.要看渠道。去年修的三里渠，……
 *     ^^^^^^^^^^ in the characters of a heading
 */
function runIn([head = [], body = [], ...rest]: Line[][]): Line[][] {
  const [heading] = head
  const [paragraph] = body
  if (!heading || !paragraph) return [head, body, ...rest]
  const runs = heading.runs.map(({ text }) => ({ text, style: heading.style }))
  return [[{ style: paragraph.style, runs: [...runs, ...paragraph.runs] }], ...rest]
}

function lineOf(style: StyleId, text: string): Line[] {
  return text === '' ? [] : [{ style, runs: [{ text }] }]
}

function setOff([first, ...rest]: Line[], before: 'page' | 'line'): Line[] {
  return first ? [{ ...first, before }, ...rest] : []
}

const BEFORE = {
  page: '<w:pageBreakBefore/>',
  line: `<w:spacing w:beforeLines="100" w:before="${LINE_PITCH}"/>`,
}

function paragraphXml({ style, runs, before }: Line): string {
  const properties = `<w:pStyle w:val="${style}"/>${before ? BEFORE[before] : ''}`
  const text = runs.map((run) => {
    const look = run.style ? element('w:rPr', {}, runXml(run.style)) : ''
    return element('w:r', {}, `${look}<w:t xml:space="preserve">${escapeXml(run.text)}</w:t>`)
  })
  return element('w:p', {}, element('w:pPr', {}, properties) + text.join(''))
}
