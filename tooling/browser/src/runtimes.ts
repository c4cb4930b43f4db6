import { execFileSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Folders } from './made.ts'
import { serve } from './server.ts'

/** What a runtime makes of the pages, by word table, and its table of CP936. */
export interface Digests {
  small: string[]
  full: string[]
  cp936: string
}

const IN_NODE = fileURLToPath(new URL('./in-node.mjs', import.meta.url))

/** Every Node on the PATH, and the one that runs this: path by version. */
export function findNodes(): Map<string, string> {
  const nodes = new Map<string, string>()
  for (const path of [process.execPath, ...findAll('node')]) {
    const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()
    if (!nodes.has(version)) nodes.set(version, path)
  }
  return nodes
}

/** Chromium, or nothing where there is none. */
export function findChromium(): string | undefined {
  return findAll('chromium')[0]
}

/** The programs of a name on the PATH, each once. */
function findAll(name: string): string[] {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return [...new Set(paths.filter(isProgram).map((path) => realpathSync(path)))]
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Runs everything in a process of a Node. */
export function runInNode(path: string, { parser, made }: Folders): Digests {
  const args = [IN_NODE, parser, `${made}cp936.mjs`, `${made}pages.json`]
  return JSON.parse(execFileSync(path, args, { encoding: 'utf8', maxBuffer: 1 << 26 }))
}

/** Headless, without services of its own that would ask the network. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const PROGRAM = `(async () => {
  const { digestAll } = await import('/programs/digests.mjs')
  const pages = await (await fetch('/made/pages.json')).json()
  return await digestAll('/parser/', '/made/cp936.mjs', pages)
})()`

/** What a browser makes of the pages, its version, and what it asked for beyond our server. */
export interface BrowserRun {
  version: string
  digests: Digests
  strangers: string[]
}

/** Runs everything in a page of Chromium, with an empty profile, from a server of our own. */
export async function runInChromium(path: string, folders: Folders): Promise<BrowserRun> {
  const profile = mkdtempSync(join(tmpdir(), 'speeches-profile-'))
  const { origin, close } = await serve(folders)
  const context = await chromium.launchPersistentContext(profile, { executablePath: path, args: ARGS, headless: true })
  try {
    const page = await context.newPage()
    const strangers: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`)) strangers.push(request.url())
    })
    await page.goto(`${origin}/`)
    const digests: Digests = await page.evaluate(PROGRAM)
    const version = await page.evaluate<string>('navigator.userAgent')
    return { version: /Chrome\/(\d+)/.exec(version)?.[1] ?? version, digests, strangers }
  } finally {
    await context.close()
    close()
    rmSync(profile, { recursive: true, force: true })
  }
}
