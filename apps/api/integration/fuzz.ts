import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { check, finish, skip } from './judge.ts'
import { newDirectory, startServer, stopServer } from './process.ts'

/**
 * Lets schemathesis try to break what the OpenAPI document promises, with all its checks, on a running server:
 * `node integration/fuzz.ts [--cases 5000] [--max-examples 80]`. It is installed from PyPI into an environment of its
 * own, which is kept beside for the next run.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '5000' },
    'max-examples': { type: 'string', default: '80' },
    seed: { type: 'string' },
  },
})

const VERSION = '4.32.5'
const HERE = fileURLToPath(new URL('.', import.meta.url))
const EXAMPLES = fileURLToPath(new URL('../../../examples/', import.meta.url))
const KEY = 'fuzz-fuzz-fuzz-fuzz-fuzz-fuzz'

const tool = install()
if (tool) await fuzz(tool)
else skip('schemathesis', 'it needs Python 3.10 with venv and pip, and PyPI')
finish()

/** The command; undefined where it cannot be installed. */
function install(): string | undefined {
  const folder = fileURLToPath(new URL('../node_modules/.cache/schemathesis/', import.meta.url))
  const tool = join(folder, 'bin', 'schemathesis')
  if (existsSync(tool)) return tool
  const run = (command: string, ...options: string[]) => spawnSync(command, options, { stdio: 'inherit' }).status === 0
  const isThere =
    run('python3', '-m', 'venv', folder) &&
    run(join(folder, 'bin', 'pip'), 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${VERSION}`)
  return isThere ? tool : undefined
}

async function fuzz(tool: string): Promise<void> {
  const server = await startServer({
    SPEECHES_DATA: `${newDirectory()}/`,
    SPEECHES_ADMIN_KEY: KEY,
    SPEECHES_LOG: 'json',
  })
  await importExamples(server.url)
  const options = [
    ...['run', `${server.url}/openapi.json`, '--checks', 'all', '--max-examples', values['max-examples']],
    ...['--header', `Authorization: Bearer ${KEY}`, '--continue-on-failure', '--no-color', '--request-timeout', '30'],
    ...(values.seed ? ['--seed', values.seed] : []),
  ]
  const { output, status } = await run(tool, ['--config-file', join(HERE, 'schemathesis.toml'), ...options])
  const generated = Number(/(\d+) generated/.exec(output)?.[1] ?? 0)
  check('schemathesis finds no 5xx, no undocumented status, no mismatch', status === 0, `exit ${status}`)
  check(`in at least ${values.cases} cases`, generated >= Number(values.cases), `${generated} cases`)
  check('nothing was a fault', !server.log().includes('"event":"fault"'))
  check('the server stops cleanly', (await stopServer(server)) === 0)
}

/** Runs it beside the server, whose log has to be read meanwhile, in a folder for what it leaves behind. */
async function run(tool: string, options: readonly string[]): Promise<{ output: string; status: number | null }> {
  const child = spawn(tool, options, {
    cwd: newDirectory(),
    env: { ...process.env, SCHEMATHESIS_HOOKS: 'fuzz_hooks', PYTHONPATH: HERE },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (data) => {
    output += data
    process.stdout.write(data)
  })
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { output, status }
}

async function importExamples(url: string): Promise<void> {
  for (const name of readdirSync(EXAMPLES).filter((file) => file.endsWith('.txt'))) {
    await fetch(`${url}/v1/documents?origin=${name}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'text/plain' },
      body: readFileSync(join(EXAMPLES, name)),
    })
  }
}
