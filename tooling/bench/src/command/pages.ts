import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom, damagePage, type GlossFamily, glossFamilies } from '@speeches/channel'
import { genres, makePage } from '../restoration/pages.ts'

/** The sizes of pages in bytes; between them every order of magnitude is as frequent. */
const SMALLEST = 3_000
const LARGEST = 200_000

/** How sites leave their pages: untouched, or through the channel with a gloss set of some family. */
const FAMILIES: readonly (GlossFamily | 'clean')[] = ['clean', ...glossFamilies]

/** Writes `count` pages into a folder, of all families in turn, and gives how many bytes they have together. */
export function writePages(folder: string, count: number): number {
  mkdirSync(folder, { recursive: true })
  let bytes = 0
  for (let i = 0; i < count; i++) {
    const page = Buffer.from(makeCollection(i, FAMILIES[i % FAMILIES.length] as GlossFamily | 'clean'))
    writeFileSync(join(folder, `${i}.txt`), page)
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

/** A collection of speeches, as many as make up its size. */
function makeCollection(seed: number, family: GlossFamily | 'clean'): string {
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
