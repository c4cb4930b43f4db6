import type { ParseResult } from '@speeches/core/schema'
import type { Skeleton } from '../../write/skeleton.ts'
import { walkXml } from '../xml.ts'
import { fill, type Plan } from './fill.ts'

const LINES: ReadonlySet<string> = new Set(['head', 'p', 'ab', 'item', 'note'])
/** What of a document is not the text as restored: what the page said before, and links to other pages. */
const LEFT_OUT: ReadonlySet<string> = new Set(['teiHeader', 'sic', 'back'])

/** The tree of our own TEI: its lines, and what TEI has no words for from its `xenoData`. */
export function readTei(xml: string): ParseResult | undefined {
  const { lines, json } = linesOf(xml)
  if (json === '') return undefined
  const skeleton = JSON.parse(json)
  return fill(skeleton, planOf(skeleton), lines, () => true)
}

/** TEI puts the preface in the front, and the heading of the page before the items. */
function planOf({ children }: ParseResult['collection']): Plan {
  const all = (wanted: string) => children.filter(({ type }) => type === wanted) as Skeleton[]
  return [...all('preface'), ...all('heading').slice(0, 1), ...all('item')]
}

function linesOf(xml: string): { lines: string[]; json: string } {
  const lines: string[] = []
  let json = ''
  let line: string | undefined
  let leftOut = 0
  let isData = false
  const handler = {
    open(name: string, attribute: (name: string) => string | undefined) {
      if (LEFT_OUT.has(name)) leftOut++
      if (name === 'xenoData') isData = true
      const isEmptyBody = name === 'ab' && attribute('type') === undefined
      if (leftOut === 0 && LINES.has(name) && !isEmptyBody) line = ''
    },
    text(text: string) {
      if (isData) json += text
      else if (leftOut === 0 && line !== undefined) line += text
    },
    close(name: string) {
      if (LEFT_OUT.has(name)) leftOut--
      if (name === 'xenoData') isData = false
      if (leftOut > 0 || !LINES.has(name) || line === undefined) return
      lines.push(line)
      line = undefined
    },
  }
  walkXml(new TextEncoder().encode(xml), {}, handler, 'TEI')
  return { lines, json }
}
