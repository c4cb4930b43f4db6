import { parentPort, workerData } from 'node:worker_threads'
import { type FormatName, stream } from '@speeches/formats'
import type { ParseResult } from '@speeches/parser'
import { type ExportedPage, open } from '@speeches/store'
import type { Export } from './task.ts'

/** The thread that makes an export: it is asked for each piece, and gives null behind the last one. */
const port = parentPort
if (!port) throw new Error('export-worker.ts runs in a worker thread only')

const { location, filter, what } = workerData as Export & { location: string }

/** Pieces are at least so long, in bytes, so that each is worth its way. */
const PIECE = 1 << 16

const pieces = piecesOf()
port.on('message', async () => {
  const { value } = await pieces.next()
  port.postMessage(value ?? null, value ? [value.buffer] : [])
})

async function* piecesOf(): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const store = await open(location)
  let parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of partsOf(store.export(filter))) {
      const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part
      parts.push(bytes)
      size += bytes.length
      if (size < PIECE) continue
      yield concatenate(parts, size)
      parts = []
      size = 0
    }
    if (size > 0) yield concatenate(parts, size)
  } finally {
    await store.close()
  }
}

async function* partsOf(pages: AsyncIterable<ExportedPage>): AsyncGenerator<string | Uint8Array> {
  if (what !== 'documents') return yield* stream(results(pages), what as FormatName)
  for await (const { id, origin = null, imported, newest, parser, source, result } of pages) {
    const { encoding, format = null } = source
    yield `${JSON.stringify({ id, origin, imported, newest, parser, encoding, format, result })}\n`
  }
}

async function* results(pages: AsyncIterable<ExportedPage>): AsyncGenerator<ParseResult> {
  for await (const { result } of pages) yield result
}

function concatenate(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
