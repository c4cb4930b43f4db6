import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** The clean example as the kinds of file that people have; as a legacy DOC where LibreOffice is there to write one. */
export async function exampleFiles(): Promise<File[]> {
  const result = parse(EXAMPLE)
  const docx = await write(result, 'docx')
  const html = await write(result, 'html')
  const files: File[] = [
    { name: 'page.txt', mimeType: 'text/plain', buffer: Buffer.from(EXAMPLE) },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(html) },
    {
      name: 'page.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(docx),
    },
    { name: 'page.md', mimeType: 'text/markdown', buffer: Buffer.from(await write(result, 'markdown')) },
  ]
  const doc = legacyDoc(docx)
  if (doc) files.push({ name: 'page.doc', mimeType: 'application/msword', buffer: doc })
  else console.log('skip try: page.doc: there is no soffice')
  return files
}

/** A DOCX as DOC, by LibreOffice; undefined where there is none. */
function legacyDoc(docx: Uint8Array): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'speeches-doc-'))
  writeFileSync(join(folder, 'page.docx'), docx)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'doc', '--outdir', folder, join(folder, 'page.docx')])
  const doc = join(folder, 'page.doc')
  return existsSync(doc) ? readFileSync(doc) : undefined
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
