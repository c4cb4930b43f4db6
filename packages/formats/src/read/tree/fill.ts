import { type ParseResult, parseResult } from '@speeches/core/schema'
import { isLine, type Node, type Skeleton } from '../../write/skeleton.ts'

/** In what order a document holds a tree: its nodes with lines, and how many lines of its own stand between them. */
export type Plan = (Skeleton | { skipped: number })[]

/**
 * A result from a skeleton and the lines of its document. Undefined where they do not fit each other: someone wrote in
 * the document since.
 *
 * @param isWritten whether the document has a line for words that the skeleton kept
 */
export function fill(
  skeleton: Skeleton,
  plan: Plan,
  lines: readonly string[],
  isWritten: (words: string) => boolean,
): ParseResult | undefined {
  const words = new Map<Skeleton, string>()
  let next = 0
  for (const step of plan) {
    if (typeof step === 'object' && 'skipped' in step) next += step.skipped
    else if (!findWords(step)) return undefined
  }
  if (next !== lines.length) return undefined
  const collection = fleshOut(skeleton)
  return parseResult.safeParse({ version: 1, collection, edits: [], messages: [] }).data

  /** Finds the words of each line under a node; false where one does not fit. */
  function findWords(node: Skeleton): boolean {
    if (typeof node === 'number') return false
    if (!isLine(node)) return (node.children ?? []).every(findWords)
    const { length, kept } = measure(node)
    if (kept !== undefined) {
      if (isWritten(kept)) next++
      return true
    }
    const line = lines[next++]
    if (line?.length !== length) return false
    words.set(node, line)
    return true
  }

  /** The node with its words. */
  function fleshOut(node: Skeleton, take?: (length: number) => string): Node {
    if (typeof node === 'number') return { type: 'text', value: take?.(node) ?? '' }
    const { length, children, ...rest } = node
    if (length !== undefined) return { ...rest, value: take?.(length) ?? '' }
    if (!children) return rest
    const line = words.get(node)
    const taking = line === undefined ? take : taker(line)
    return { ...rest, children: children.map((child) => fleshOut(child, taking)) }
  }
}

/** How many code units the leaves of a line wait for, and the words it has where none waits. */
function measure(node: Skeleton): { length: number; kept: string | undefined } {
  if (typeof node === 'number') return { length: node, kept: undefined }
  if (node.length !== undefined) return { length: node.length, kept: undefined }
  let length = 0
  let kept: string | undefined = node.value ?? ''
  for (const child of node.children ?? []) {
    const part = measure(child)
    length += part.length
    kept = kept === undefined || part.kept === undefined ? undefined : kept + part.kept
  }
  return { length, kept }
}

/** Gives the words of a line piece by piece. */
function taker(line: string): (length: number) => string {
  let at = 0
  return (length) => {
    at += length
    return line.slice(at - length, at)
  }
}
