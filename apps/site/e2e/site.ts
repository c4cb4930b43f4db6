import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from '@speeches/parser'
import { locationFrom, open } from '@speeches/store'

const SERVER = fileURLToPath(new URL('../src/server.ts', import.meta.url))

/** The built site on a free port, with the examples or, where there are any, with other pages. */
export async function startSite(pages: readonly string[] = []): Promise<{ origin: string; stop(): void }> {
  const env = { ...process.env, SPEECHES_DATA: mkdtempSync(join(tmpdir(), 'speeches-site-')), SPEECHES_SITE_PORT: '0' }
  if (pages.length > 0) await keep(pages, env)
  const site = spawn(process.execPath, [SERVER], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const origin = await firstAddress(site)
  return { origin, stop: () => site.kill() }
}

async function keep(pages: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const store = await open(locationFrom(env))
  await store.import(
    pages.map((text) => ({
      source: { bytes: Buffer.from(text), text, encoding: 'utf-8', format: 'text' },
      result: parse(text),
      parser: '0.0.0',
    })),
  )
  await store.close()
}

function firstAddress(site: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    site.stdout?.on('data', (data: Buffer) => {
      const address = /http:\/\/\S+/.exec(String(data))?.[0]
      if (address) resolve(address)
    })
    site.on('exit', (code) => reject(new Error(`The site ended with ${code}.`)))
  })
}
