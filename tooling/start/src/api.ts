import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../../', import.meta.url)
const SERVER = fileURLToPath(new URL('apps/api/src/server.ts', ROOT))
const EXAMPLES = new URL('examples/', ROOT)

/** Where the embedded store is, unless `SPEECHES_DATA` names another place. */
const DATA = fileURLToPath(new URL('.speeches/', ROOT))

/** The API in a process of its own. */
export interface RunningApi {
  /** Where it listens. */
  url: string
  /** Resolves to its exit code. */
  ended: Promise<number | null>
  /** Lets it finish what it took, and end. */
  stop(): void
}

/** Starts the API on an embedded store; rejects when it cannot, which it has said why. */
export async function startApi(settings: Record<string, string>): Promise<RunningApi> {
  const env = { SPEECHES_DATA: DATA, ...process.env, DATABASE_URL: '', SPEECHES_LOG: 'json', ...settings }
  const server = spawn(process.execPath, [...process.execArgv, SERVER], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  const url = await Promise.race([addressOf(server), ended])
  if (typeof url !== 'string') throw new Error('The API did not start.')
  return { url, ended, stop: () => void server.kill('SIGTERM') }
}

/** What it says when it listens; its other lines are read and not shown. */
function addressOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (!stdout) return
    createInterface({ input: stdout }).on('line', (line) => {
      if (!line.includes('"listening"')) return
      resolve((JSON.parse(line) as { url: string }).url)
    })
  })
}

/** Imports the examples, which changes nothing where they are there already, and gives how many were new. */
export async function importExamples(url: string): Promise<number> {
  let created = 0
  for (const name of readdirSync(EXAMPLES).filter((file) => file.endsWith('.txt'))) {
    const answer = await fetch(`${url}/v1/documents?origin=examples/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      body: readFileSync(new URL(name, EXAMPLES)),
    })
    if (!answer.ok) throw new Error(`examples/${name}: ${answer.status} ${await answer.text()}`)
    if (answer.status === 201) created++
  }
  return created
}

/** The titles of what is stored: shows that the API answers. */
export async function titlesAt(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/v1/documents?limit=10`)
  if (!answer.ok) throw new Error(`/v1/documents: ${answer.status}`)
  const { items } = (await answer.json()) as { items: { title: string | null }[] }
  return items.map(({ title }) => title ?? '(no title)')
}
