import { readFileSync } from 'node:fs'
import { write } from '@speeches/formats'
import { parse } from '@speeches/parser'

const EXAMPLE = readFileSync(new URL('../../../examples/reading-campaign.txt', import.meta.url), 'utf8')

/** A word that every file holds. */
export const WORD = '农家书屋'

interface File {
  name: string
  mimeType: string
  buffer: Buffer
}

/** The clean example as the kinds of file that people have. A legacy DOC cannot be written here and is left to `formats`. */
export async function exampleFiles(): Promise<File[]> {
  const result = parse(EXAMPLE)
  const docx = await write(result, 'docx')
  const html = await write(result, 'html')
  return [
    { name: 'page.txt', mimeType: 'text/plain', buffer: Buffer.from(EXAMPLE) },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(html) },
    {
      name: 'page.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(docx),
    },
    { name: 'page.md', mimeType: 'text/markdown', buffer: Buffer.from(await write(result, 'markdown')) },
  ]
}

const GLOSSED = readFileSync(new URL('../../../examples/tree-planting.txt', import.meta.url), 'utf8')

/** The glossed example without its damaged lines. */
const SOUND = GLOSSED.split('\n')
  .filter((line) => !line.includes('?'))
  .join('\n')

/** One page in so many has damaged runs: 30 in 80,000 characters, as on the pages that the parser is made for. */
const DAMAGED = 8

/** The glossed example again and again, until it is as long as asked for (UTF-16 units). */
export function longPage(length: number): string {
  let page = ''
  for (let copy = 0; page.length < length; copy++) page += copy % DAMAGED === 0 ? GLOSSED : SOUND
  return page.slice(0, length)
}
