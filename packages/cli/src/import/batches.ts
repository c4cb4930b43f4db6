import { basename, normalize, sep } from 'node:path'
import type { Input } from '../batch/inputs.ts'
import type { State } from '../batch/manifest.ts'
import { readFile } from '../input.ts'
import { Problem } from '../problem.ts'

/** A page as it is on the disk. */
export type Row = Input & State

/** A page on its way to the API. */
export interface Page extends State {
  /** The file's name, whose ending tells what the content does not. */
  name: string
  /** What the page is called in the store: pages of one origin are versions of one page. */
  origin: string
  /** The file, in base64. */
  base64: string
}

/** As many pages as are sent together: an import is kept whole by the API, which takes bodies of a limited size. */
const PAGES = 50
/** In characters of base64. */
const SIZE = 8 * 2 ** 20

/** As long as the API lets a name or an origin be, and what it lets stand in one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const LINE = /^[^\u0000-\u001f\u007f]{1,500}$/

interface Options {
  origin?: string
  /** In bytes. */
  maxSize: number
  /** When aborted, no further page is read. */
  stop: AbortSignal
  /** Told of a page that cannot be sent, and why. */
  refuse: (row: Row, reason: string) => void
}

/** Files read, some at once, as they are sent. */
export async function* batchesOf(rows: readonly Row[], options: Options): AsyncGenerator<Page[]> {
  let pages: Page[] = []
  let size = 0
  for (const row of rows) {
    if (options.stop.aborted) break
    const page = await readPage(row, options)
    if (!page) continue
    if (pages.length === PAGES || (pages.length > 0 && size + page.base64.length > SIZE)) {
      yield pages
      pages = []
      size = 0
    }
    pages.push(page)
    size += page.base64.length
  }
  if (pages.length > 0) yield pages
}

async function readPage(row: Row, { origin: prefix, maxSize, refuse }: Options): Promise<Page | undefined> {
  const { path, input, size, modified } = row
  const name = basename(row.name)
  const origin = originOf(row, prefix)
  if (!LINE.test(origin) || !LINE.test(name)) {
    refuse(row, `${path}: Its path is too long for the API, or holds control characters. Rename it.`)
    return undefined
  }
  try {
    const bytes = await readFile(path, maxSize)
    if (bytes.length > 0) return { input, size, modified, name, origin, base64: base64Of(bytes) }
    refuse(row, `${path}: The file is empty.`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    refuse(row, error.message)
  }
  return undefined
}

function base64Of({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

/** With a prefix, that and the path below the folder that was named; else the path as it was named. */
function originOf({ path, name }: Row, prefix: string | undefined): string {
  return (prefix === undefined ? normalize(path) : prefix + name).replaceAll(sep, '/')
}
