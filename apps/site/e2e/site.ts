import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../src/server.ts', import.meta.url))

/** The built site with the examples, on a free port. */
export async function startSite(): Promise<{ origin: string; stop(): void }> {
  const site = spawn(process.execPath, [SERVER], {
    env: { ...process.env, SPEECHES_DATA: mkdtempSync(join(tmpdir(), 'speeches-site-')), SPEECHES_SITE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await firstAddress(site)
  return { origin, stop: () => site.kill() }
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
