import { type Format, formats, stream, type WriteOptions } from '@speeches/formats'
import type { ParseResult } from '@speeches/parser'
import type { Writing, Written } from './task.ts'

/** What is known of a page that was stored, for citations. */
interface Provenance {
  url?: string
  accessed?: string
}

/** A result in a format, as bytes. */
export async function writeResult(
  result: ParseResult,
  writing: Writing,
  provenance: Provenance = {},
): Promise<Written> {
  const { to, script, scripts, ...asked } = writing
  const format: Format = formats[to]
  const options: WriteOptions = { ...provenance, ...asked, ...(scripts && { scripts: await bothScripts() }) }
  const pieces: (string | Uint8Array)[] = []
  for await (const piece of stream(await inScript(result, script), to, options)) pieces.push(piece)
  return { bytes: toBytes(pieces), mediaType: format.mediaType }
}

export function jsonOf(value: unknown): Written {
  return { bytes: toBytes([JSON.stringify(value)]), mediaType: 'application/json' }
}

async function inScript(result: ParseResult, script: Writing['script']): Promise<ParseResult> {
  if (!script) return result
  const { convert } = await import('@speeches/parser/script')
  return await convert(result, { to: script })
}

export async function bothScripts(): Promise<NonNullable<WriteOptions['scripts']>> {
  const { loadConverter } = await import('@speeches/parser/script')
  return { simplified: await loadConverter('simplified'), traditional: await loadConverter('traditional') }
}

/** Bytes in memory of their own, so that they can be handed to another thread. */
function toBytes(pieces: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const isText = pieces.every((piece) => typeof piece === 'string')
  if (isText) return new TextEncoder().encode(pieces.join(''))
  const parts = pieces.map((piece) => (typeof piece === 'string' ? new TextEncoder().encode(piece) : piece))
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
