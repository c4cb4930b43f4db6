import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../../', import.meta.url)

/** Where the embedded store is, unless `SPEECHES_DATA` names another place. */
const DATA = fileURLToPath(new URL('.speeches/', ROOT))

/** A server in a process of its own. */
export interface Service {
  /** Where it listens. */
  url: string
  /** Resolves to its exit code. */
  ended: Promise<number | null>
  /** Lets it finish what it took, and end. */
  stop(): void
}

/**
 * Starts a server of the workspace on the embedded store.
 *
 * @param path the file to run, from the root of the workspace
 * @param settings environment variables beside those of this process
 * @param addressIn the address, when a line of its output tells it; its other lines are read and not shown
 * @throws Error when it ends before it listens, which it has said why
 */
export async function startService(
  path: string,
  settings: Record<string, string>,
  addressIn: (line: string) => string | undefined,
): Promise<Service> {
  const env = { SPEECHES_DATA: DATA, ...process.env, DATABASE_URL: '', ...settings }
  const server = spawn(process.execPath, [fileURLToPath(new URL(path, ROOT))], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  const listening = new Promise<string>((resolve) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const address = addressIn(line)
      if (address) resolve(address)
    })
  })
  const url = await Promise.race([listening, ended])
  if (typeof url !== 'string') throw new Error(`${path} did not start.`)
  return { url, ended, stop: () => void server.kill('SIGTERM') }
}
