import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { inLanguage } from '../pages.ts'
import { expect } from '../report.ts'
import type { Scene } from '../scene.ts'

const LANGUAGES = { hans: '', hant: '/hant', en: '/en' } as const

/** Which language a page is in, the checker guesses: many commands and it takes Chinese for English. */
const GUESS = /^This document appears to be written in/

/** What the Nu Html Checker (the W3C's) has to say. */
interface Complaint {
  url: string
  type: 'error' | 'info' | 'non-document-error'
  message: string
  lastLine?: number
  extract?: string
}

/** Every page type in every language is valid HTML, as it is sent; the tool also as it is drawn. */
export async function checkHtml({ context, pages, report }: Scene): Promise<void> {
  if (spawnSync('java', ['-version']).status !== 0) {
    console.log('skip html: there is no java')
    return
  }
  const files = await save(context, { ...pages, broken: '/500' })
  const complaints = judge(files)
  for (const file of files) {
    const name = basename(file, '.html')
    await report.check(`HTML of ${name}`, async () => {
      const found = complaints.filter(({ url }) => url.endsWith(`/${basename(file)}`))
      expect(found.length === 0, found.map(toLine).join('\n'))
    })
  }
}

async function save(context: BrowserContext, pages: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'speeches-html-'))
  const files: string[] = []
  const keep = (name: string, html: string) => {
    files.push(join(folder, `${name}.html`))
    writeFileSync(files.at(-1) as string, html)
  }
  for (const [name, address] of Object.entries(pages)) {
    for (const [language, prefix] of Object.entries(LANGUAGES)) {
      const answer = await context.request.get(inLanguage(prefix as '', address))
      keep(`${name}-${language}`, await answer.text())
    }
  }
  keep('try-drawn', await drawnTool(context))
  return files
}

async function drawnTool(context: BrowserContext): Promise<string> {
  const page = await context.newPage()
  await page.goto('/try')
  await page.locator('[data-example="tree-planting"]').click()
  await page.locator('.row').first().waitFor()
  await page.locator('.tab-messages').click()
  const html = await page.content()
  await page.close()
  return html
}

function judge(files: readonly string[]): Complaint[] {
  const checker = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
  const { stdout, stderr } = spawnSync('java', ['-Xss4m', '-jar', checker, '--format', 'json', '--stdout', ...files], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  if (stdout === '') throw new Error(stderr)
  const { messages } = JSON.parse(stdout) as { messages: Complaint[] }
  return messages.filter(({ message }) => !GUESS.test(message))
}

function toLine({ type, message, lastLine, extract = '' }: Complaint): string {
  return `${type} in line ${lastLine}: ${message} ${extract.replace(/\s+/g, ' ').slice(0, 100)}`
}
