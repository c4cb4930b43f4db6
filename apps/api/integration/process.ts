import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../src/server.ts', import.meta.url))

/** The API in a process of its own. */
export interface ServerProcess {
  url: string
  port: number
  pid: number
  /** What it wrote so far. */
  log(): string
  /** Resolves to its exit code; null when it was killed. */
  ended: Promise<number | null>
  kill(signal: NodeJS.Signals): void
}

/** A new directory for a store. */
export function newDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'speeches-api-'))
}

/** Starts a server on a free port. Rejects with what it said where it does not start. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...process.execArgv, SERVER], {
    env: { ...process.env, SPEECHES_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.stderr?.on('data', (data) => lines.push(String(data)))
  const url = await Promise.race([listening(child, lines), ended])
  if (typeof url !== 'string') throw new Error(`the server ended: ${lines.join('\n')}`)
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    log: () => lines.join('\n'),
    ended,
    kill: (signal) => void child.kill(signal),
  }
}

function listening({ stdout }: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((resolve) => {
    if (!stdout) return
    createInterface({ input: stdout }).on('line', (line) => {
      lines.push(line)
      if (lines.length > 10_000) lines.splice(0, 5000)
      if (line.includes('"listening"')) resolve((JSON.parse(line) as { url: string }).url)
    })
  })
}

/** Ends a server as an operator does, and gives its exit code. */
export async function stopServer(server: ServerProcess): Promise<number | null> {
  server.kill('SIGTERM')
  return await server.ended
}

/** Memory of a process, in bytes. */
export async function memoryOf({ url }: ServerProcess): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1] ?? 0)
}
