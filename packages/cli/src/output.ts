import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { makeFolder } from './folder.ts'

/** What is written: text, or bytes of a document; made at once or over time. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** What stands before, between and behind the pages of one output. */
export interface Frame {
  open: string
  between: string
  close: string
}

/** Writes pieces to standard output, waiting where the reader is slower. */
export async function print(pieces: Pieces): Promise<void> {
  for await (const batch of batches(pieces)) await printAll(batch)
}

/** Writes one piece to standard output, waiting where the reader is slower. */
export async function printAll(piece: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(piece)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}

const BATCH = 1 << 16

/** Small pieces joined, so that each write is worth its call. */
async function* batches(pieces: Pieces): AsyncGenerator<string | Uint8Array> {
  let batch = ''
  for await (const piece of pieces) {
    if (typeof piece === 'string') {
      batch += piece
      if (batch.length < BATCH) continue
    }
    if (batch !== '') yield batch
    batch = ''
    if (typeof piece !== 'string') yield piece
  }
  if (batch !== '') yield batch
}

/** All pieces as bytes. */
export async function toBytes(pieces: Pieces): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  for await (const batch of batches(pieces)) parts.push(typeof batch === 'string' ? Buffer.from(batch) : batch)
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/**
 * Writes a file whole or not at all: beside it under another name, which it then takes. That name is always the same,
 * so that what a killed run left is written over by the next. Nothing is flushed to the disk with fsync: after a loss
 * of power a file may be short, which `--resume` sees by its size. Writes at once, as its thread has nothing else to do
 * but to listen for Ctrl-C between two pieces. Gives the bytes written.
 */
export async function writeWhole(path: string, pieces: Pieces): Promise<number> {
  const part = partOf(path)
  makeFolder(dirname(path))
  const file = openSync(part, 'w')
  let size = 0
  try {
    for await (const batch of batches(pieces)) {
      size += writeAll(file, batch)
      await turn()
    }
  } catch (error) {
    closeSync(file)
    rmSync(part, { force: true })
    throw error
  }
  closeSync(file)
  renameSync(part, path)
  return size
}

/** Where a file is written until it is whole. */
export function partOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.part`)
}

function writeAll(file: number, batch: string | Uint8Array): number {
  const bytes = typeof batch === 'string' ? Buffer.from(batch) : batch
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
  return bytes.length
}

/** Whether to colour what goes to a stream: on a terminal, unless NO_COLOR (https://no-color.org) or TERM forbids it. */
export function wantsColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const

export type Colour = keyof typeof CODES

/** Puts text in a colour, or leaves it plain. */
export type Paint = (colour: Colour, text: string) => string

export const plainPaint: Paint = (_, text) => text

/** ECMA-48 colours. */
export const colourPaint: Paint = (colour, text) => `\u001b[${CODES[colour]}m${text}\u001b[0m`

/** How to paint where colour is wanted, and where it is not. */
export function paintFor(colour: boolean): Paint {
  return colour ? colourPaint : plainPaint
}
