import { agrees } from './agree.ts'
import { fold } from './letters.ts'
import { type Outline, type OutlineNode, print, walk } from './outline.ts'

/** Where two trees first part: the gold line and the parsed one; null where a tree has ended. */
export interface Difference {
  expected: string | null
  actual: string | null
  /** UTF-16 offset in the source, where either of the two stands on the page. */
  offset: number | undefined
}

/**
 * The first difference between two trees, nesting included, or null where they agree.
 * Noise is compared apart, by place and kind: in which parent it hangs is no difference.
 */
export function firstDifference(gold: Outline, parsed: Outline): Difference | null {
  return (
    differenceOfFacts(gold, parsed) ??
    differenceOfLines(linesOf(gold, isNoise), linesOf(parsed, isNoise)) ??
    differenceOfLines(linesOf(gold, isNotNoise), linesOf(parsed, isNotNoise))
  )
}

interface Line {
  node: OutlineNode
  depth: number
}

function isNoise(node: OutlineNode): boolean {
  return node.type === 'noise'
}

// A block of links that holds none but noise is noise.
function isNotNoise(node: OutlineNode): boolean {
  return node.type !== 'noise' && !(node.type === 'related' && node.children.every(isNoise))
}

function linesOf({ nodes }: Outline, keep: (node: OutlineNode) => boolean): Line[] {
  const lines = [...walk(nodes)].filter(({ node }) => keep(node))
  return lines.map(({ node, depth }) => ({ node, depth: node.type === 'noise' ? 0 : depth }))
}

function differenceOfFacts(gold: Outline, parsed: Outline): Difference | null {
  for (const name of new Set([...gold.facts.keys(), ...parsed.facts.keys()])) {
    const [expected, actual] = [gold.facts.get(name), parsed.facts.get(name)]
    if (expected === actual || fold(expected ?? '') === fold(actual ?? '')) continue
    const write = (value: string | undefined) => (value === undefined ? null : `${name}: ${value}`)
    return { expected: write(expected), actual: write(actual), offset: undefined }
  }
  return null
}

function differenceOfLines(gold: Line[], parsed: Line[]): Difference | null {
  for (let index = 0; index < Math.max(gold.length, parsed.length); index++) {
    const [expected, actual] = [gold[index], parsed[index]]
    if (expected && actual && expected.depth === actual.depth && agrees(expected.node, actual.node)) continue
    return { expected: write(expected), actual: write(actual), offset: expected?.node.offset ?? actual?.node.offset }
  }
  return null
}

function write(line: Line | undefined): string | null {
  return line ? '  '.repeat(line.depth) + print(line.node) : null
}
