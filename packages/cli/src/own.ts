import { readTree, type TreeFormat } from '@speeches/formats'
import type { ParseResult } from '@speeches/parser'
import { Problem } from './problem.ts'

/** How files begin that may hold a tree: those that `--to json` and `--to tei` write. */
const BEGINNINGS: readonly [TreeFormat, RegExp][] = [
  ['json', /^\s*\{\s*"version"\s*:\s*1\s*,\s*"collection"/],
  ['tei', /^\s*(?:<\?xml[^>]*>\s*)?<TEI[\s>]/],
]

/** Where the rest of its tree begins at the end of Markdown that keeps it. */
const REST = '\n<!-- speeches {'

/** How far to look, in bytes. */
const LOOKED_AT = 256

/** A file of ours that holds its tree, and the result that it was written from. */
export interface Own {
  format: TreeFormat
  result: ParseResult
}

/**
 * What a file of ours holds: JSON, TEI, or Markdown with its tree. Undefined for any other file, and for one that someone
 * wrote in since, so that it has to be parsed again.
 */
export async function readOwn(bytes: Uint8Array): Promise<Own | undefined> {
  const format = formatOf(bytes)
  const result = format && (await readTree(new TextDecoder().decode(bytes), format))
  return format && result && { format, result }
}

/** Throws a Problem for a page that is no page but what came of one: its source is not in it. */
export function refuseResult({ own, name }: { own?: Own; name: string }): void {
  if (own && own.format !== 'markdown') {
    throw new Problem(`${name} is what was parsed of a page, and not the page. Name the page that it was made from.`)
  }
}

function formatOf(bytes: Uint8Array): TreeFormat | undefined {
  const { buffer, byteOffset, length } = bytes
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT)).replace(/^ï»¿/, '')
  const begun = BEGINNINGS.find(([, beginning]) => beginning.test(start))?.[0]
  return begun ?? (Buffer.from(buffer, byteOffset, length).includes(REST) ? 'markdown' : undefined)
}
