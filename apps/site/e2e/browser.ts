import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's Chromium with a new, empty profile. */
export async function launch(origin: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'speeches-e2e-')), {
    executablePath: execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(),
    args: ARGS,
    baseURL: origin,
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  return context
}

/** What a page must not do: complain, or ask anyone but its own origin. */
export interface Watch {
  faults: string[]
}

export function watch(page: Page, origin: string): Watch {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      faults.push(`${page.url()} console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()} error: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(?:blob|data):/.test(url)) faults.push(`${page.url()} asked ${url}`)
  })
  return { faults }
}
