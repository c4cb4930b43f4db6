import { factNames, type Outline, type OutlineNode, type OutlineType, outlineTypes } from './outline.ts'

interface Head {
  type: OutlineType
  detail: string
  text: string
}

/**
 * Reads the gold notation of `tooling/fixtures/pages/README.md`.
 * Throws an error that names the line where it cannot read one.
 */
export function parseGold(source: string): Outline {
  const facts = new Map<string, string>()
  const nodes: OutlineNode[] = []
  const open: OutlineNode[] = []
  for (const [index, line] of source.split('\n').entries()) {
    const words = line.trim()
    if (words === '' || words.startsWith('//')) continue
    const fact = readFact(words)
    if (fact) {
      facts.set(fact.name, fact.value)
      continue
    }
    const depth = (line.length - line.trimStart().length) / 2
    if (!Number.isInteger(depth) || depth > open.length)
      throw new Error(`line ${index + 1} cannot stand this deep: ${words}`)
    const head = readListItem(words) ?? readSection(words) ?? readHead(words)
    if (!head) throw new Error(`line ${index + 1} is of no known kind: ${words}`)
    const node: OutlineNode = { ...head, children: [] }
    open.length = depth
    const siblings = open.at(-1)?.children ?? nodes
    siblings.push(node)
    open.push(node)
  }
  return { facts, nodes }
}

// published: 2021-03-04T08:00
function readFact(words: string): { name: string; value: string } | null {
  const name = factNames.find((name) => words.startsWith(`${name}: `))
  return name ? { name, value: words.slice(name.length + 2) } : null
}

// - [1.] 按時到校
function readListItem(words: string): Head | null {
  const match = /^- (?:\[(.+?)\] )?(.*)$/.exec(words)
  return match ? { type: 'listItem', detail: match[1] ?? '', text: match[2] ?? '' } : null
}

// section 2 run-in [感悟之一:] ordinal-word 1: 陪伴不能代替
function readSection(words: string): Head | null {
  const match = /^section (\d+ (?:heading|run-in|embedded) \[.+?\] [a-z-]+ \d+): (.*)$/.exec(words)
  return match ? { type: 'section', detail: match[1] ?? '', text: match[2] ?? '' } : null
}

// closing peroration: 同志們,讓我們~~勝利!
function readHead(words: string): Head | null {
  const colon = words.indexOf(': ')
  const head = colon === -1 ? words : words.slice(0, colon)
  const type = outlineTypes.find((type) => head === type || head.startsWith(`${type} `))
  if (!type || type === 'section' || type === 'listItem') return null
  return { type, detail: head.slice(type.length + 1), text: colon === -1 ? '' : words.slice(colon + 2) }
}
