import { closeSync, createReadStream, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { chooseReader, readers, type Source } from '@speeches/formats'
import { type Own, readOwn } from './own.ts'
import { codeOf, Problem } from './problem.ts'
import { formatSize } from './size.ts'

const STANDARD_INPUT = '<stdin>'

/** What to say for each way in which a file cannot be read. */
const UNREADABLE: Record<string, string> = {
  EACCES: 'may not be read. Check its permissions.',
  EISDIR: 'is a directory. Name a file in it.',
  ENOENT: 'does not exist. Check the path.',
  ENOTDIR: 'does not exist. Check the path.',
  EPERM: 'may not be read. Check its permissions.',
}

/** A page as decoded, where it was read, and what it is called in messages. */
export interface Page extends Source {
  /** The file, or `-`. */
  path: string
  name: string
  /** What it holds where it is a file of ours with its tree. */
  own?: Own
}

/** Reads a file, or standard input where `path` is `-`. Throws a Problem that says what is wrong. */
export async function readPage(path: string, maxSize: number): Promise<Page> {
  if (path === '') throw new Problem('The path is empty. Name a file, or - for standard input.')
  const name = path === '-' ? STANDARD_INPUT : path
  const bytes = path === '-' ? await readStandardInput(maxSize) : await readFile(path, maxSize)
  const reading = await readers[chooseReader(bytes, path)](bytes)
  if (!reading.ok) throw new Problem(`${name}: ${reading.reason} ${reading.advice}`)
  const own = await readOwn(bytes)
  return { ...reading, path, name, ...(own && { own }) }
}

async function readStandardInput(maxSize: number): Promise<Uint8Array> {
  if (isDirectoryOpenAsStandardInput()) throw new Problem(`${STANDARD_INPUT} ${UNREADABLE.EISDIR}`)
  if (process.stdin.isTTY) console.error('Reading from standard input; end with Ctrl-D.')
  return await collect(STANDARD_INPUT, process.stdin, maxSize)
}

/** Node reads such a standard input as if it were empty. */
function isDirectoryOpenAsStandardInput(): boolean {
  try {
    return fstatSync(0).isDirectory()
  } catch {
    return false
  }
}

/** The bytes of a file. Throws a Problem where it cannot be read, or is larger than `maxSize`. */
export async function readFile(path: string, maxSize: number): Promise<Uint8Array> {
  const file = openFile(path)
  try {
    const stats = fstatSync(file)
    if (stats.isDirectory()) throw new Problem(`${path} ${UNREADABLE.EISDIR}`)
    if (stats.size > maxSize) throw tooLarge(path, `has ${formatSize(stats.size)}`, maxSize)
    if (isAtHand(stats)) return readAll(path, file, stats.size)
    return await collect(path, createReadStream(path, { fd: file, autoClose: false }), maxSize)
  } finally {
    closeSync(file)
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Whether a file is on a disk and says how long it is; pipes, devices and those that the system makes up are not. */
function isAtHand(stats: Stats): boolean {
  return stats.isFile() && stats.size > 0
}

/** Reads a file at once: its thread has nothing else to do, and turns of the event loop would cost more than the bytes. */
function readAll(path: string, file: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(size)
  let at = 0
  try {
    for (let read = -1; at < size && read !== 0; at += read) read = readSync(file, bytes, at, size - at, null)
  } catch (error) {
    throw unreadable(path, error)
  }
  return bytes.subarray(0, at)
}

/** Reads a stream to its end, or until it has given more than `maxSize` bytes. */
async function collect(name: string, stream: AsyncIterable<Uint8Array>, maxSize: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      chunks.push(chunk)
      size += chunk.length
      if (size > maxSize) throw tooLarge(name, 'goes on', maxSize)
    }
  } catch (error) {
    throw error instanceof Problem ? error : unreadable(name, error)
  }
  return Buffer.concat(chunks, size)
}

function tooLarge(name: string, what: string, maxSize: number): Problem {
  return new Problem(
    `${name} ${what} beyond the limit of ${formatSize(maxSize)}. Allow more with --max-size, or split it.`,
  )
}

function unreadable(name: string, error: unknown): Problem {
  const code = codeOf(error)
  return new Problem(`${name} ${UNREADABLE[code ?? ''] ?? `cannot be read (${code ?? error}). Check the file.`}`)
}
