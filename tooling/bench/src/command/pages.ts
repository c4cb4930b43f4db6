import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom, damagePage, type GlossFamily, glossFamilies } from '@speeches/channel'
import { genres, makePage } from '../restoration/pages.ts'

/** The sizes of pages in bytes; between them every order of magnitude is as frequent. */
const SMALLEST = 3_000
const LARGEST = 200_000

/** How sites leave their pages: untouched, or through the channel with a gloss set of some family. */
const FAMILIES: readonly (GlossFamily | 'clean')[] = ['clean', ...glossFamilies]

/** Pages in a folder, half of them in each of two folders in it. */
export interface Pages {
  folder: string
  halves: readonly [string, string]
  count: number
  /** How many bytes they have together. */
  bytes: number
}

/** How many pages tell whether those at hand are the ones that would be made. */
const SAMPLE = 12

/** `count` pages of all families in turn, from the temporary folder if an earlier run has left them there. */
export function findPages(count: number): Pages {
  const sample = createHash('sha256')
  for (let i = 0; i < SAMPLE; i++) sample.update(makeCollection(i))
  const folder = join(tmpdir(), `speeches-bench-${count}-${sample.digest('hex').slice(0, 12)}`)
  const halves = [join(folder, 'pages', 'a'), join(folder, 'pages', 'b')] as const
  const note = join(folder, 'bytes')
  if (!existsSync(note)) {
    rmSync(folder, { recursive: true, force: true })
    writeFileSync(note, String(writePages(halves, count)))
  }
  return { folder: join(folder, 'pages'), halves, count, bytes: Number(readFileSync(note, 'utf8')) }
}

function writePages(folders: readonly string[], count: number): number {
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  let bytes = 0
  for (let i = 0; i < count; i++) {
    const page = Buffer.from(makeCollection(i))
    writeFileSync(join(folders[i % folders.length] as string, `${i}.txt`), page)
    bytes += page.length
  }
  return bytes
}

/** Lines for `speeches pipe`: glossed pages in objects with an id, of about `bytes` bytes together. */
export function pipeLines(page: string, bytes: number): string {
  const line = (id: number) => `${JSON.stringify({ id: `page-${id}`, text: page })}\n`
  const count = Math.ceil(bytes / Buffer.byteLength(line(0)))
  return Array.from({ length: count }, (_, id) => line(id)).join('')
}

/** A collection of speeches, as many as make up its size, of one family. */
function makeCollection(seed: number): string {
  // Halves are of all families too.
  const family = FAMILIES[(seed >> 1) % FAMILIES.length] as GlossFamily | 'clean'
  const random = createRandom(seed)
  const size = SMALLEST * (LARGEST / SMALLEST) ** random()
  const genre = genres[seed % genres.length] as (typeof genres)[number]
  const speeches: string[] = []
  for (let length = 0, i = 1; length < size; i++) {
    const [title, ...rest] = makePage(genre, seed * 31 + i, 'tuning').split('\n')
    const speech = `${title}篇${i}\n${rest.join('\n')}`
    speeches.push(speech)
    length += Buffer.byteLength(speech)
  }
  const clean = speeches.join('')
  return family === 'clean' ? clean : damagePage(clean, { glosses: family, seed }).page
}
