import { type Collection, type Field, type ParseOptions, parse, type RelatedLink, textOf } from '@speeches/core'
import type { Plugin } from 'unified'

/** A node of the tree as the compiler sees it: a leaf with a value, or a parent. */
interface Part {
  type: string
  value?: string
  children?: readonly Part[]
}

/**
 * A parser for [unified](https://unifiedjs.com): pages become the same tree as by `parse`, whose options it takes.
 * What `parse` has to say becomes messages of the file; its edits stand in `file.data.speechesEdits`.
 */
export const speechesParse: Plugin<[(ParseOptions | null | undefined)?], string, Collection> = function (options) {
  this.parser = (document, file) => {
    const { collection, edits, messages } = parse(document, options ?? {})
    for (const { reason, place, ...about } of messages) Object.assign(file.message(reason, place), about)
    file.data.speechesEdits = edits
    return collection
  }
}

/**
 * A compiler for unified: what is in the tree, as restored text. A line for each heading, paragraph, point and the like,
 * a blank line before each item and speech. What is not wanted — noise, links, notes — is to be taken out of the tree before.
 */
export const speechesStringify: Plugin<[], Collection, string> = function () {
  this.compiler = (tree) =>
    `${blocks(tree as Part)
      .join('\n')
      .trim()}\n`
}

/** Parents whose children are lines of their own, and what stands before them. */
const HOLDS_LINES: Record<string, readonly string[]> = {
  collection: [],
  header: [],
  preface: [],
  item: [''],
  speech: [''],
  section: [],
  list: [],
  related: [''],
}

function blocks(node: Part): string[] {
  const before = HOLDS_LINES[node.type]
  if (before) return [...before, ...(node.children ?? []).flatMap(blocks)]
  const line = lineOf(node).replace(/[\r\n]+/g, '')
  return line === '' ? [] : [line]
}

function lineOf(node: Part): string {
  if (node.type === 'relatedLink') return (node as unknown as RelatedLink).title
  if (node.type !== 'field') return textOf(node)
  const { name, value } = node as unknown as Field
  return name === '' ? value : `${name}：${value}`
}
