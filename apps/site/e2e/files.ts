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

/** The example again and again, until it is as long as asked for (UTF-16 units). */
export function longPage(length: number): string {
  const glossed = readFileSync(new URL('../../../examples/tree-planting.txt', import.meta.url), 'utf8')
  return glossed.repeat(Math.ceil(length / glossed.length)).slice(0, length)
}
