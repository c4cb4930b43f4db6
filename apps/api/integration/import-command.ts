import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check, finish } from './judge.ts'
import { pageOf } from './page.ts'
import { newDirectory, type ServerProcess, startServer, stopServer } from './process.ts'

/** `speeches import` against a server: both are killed, and every page is stored once. Wants the command built. */
const PAGES = 240
const KILLS = 5
const KEY = 'import-import-import-import'
const BIN = fileURLToPath(new URL('../../../packages/cli/bin/speeches.js', import.meta.url))

const directory = newDirectory()
const env = { SPEECHES_DATA: `${directory}/store/`, SPEECHES_LOG: 'off', SPEECHES_ADMIN_KEY: KEY }
let server = await startServer(env)
const { url, port } = server

for (let i = 0; i < PAGES; i++) write('one', i)
for (let i = PAGES; i < 2 * PAGES; i++) write('other', i)

const denied = await command(['one'], { SPEECHES_API_KEY: '' }).ended
check('without a key it says so', denied.code === 2 && denied.said.includes('Set SPEECHES_API_KEY'), denied.said.trim())
await killServer()
await killCommand()
await again()
await stopServer(server)
rmSync(directory, { recursive: true })
finish()

function write(folder: string, number: number, text = pageOf(number, 30)): void {
  mkdirSync(join(directory, folder), { recursive: true })
  writeFileSync(join(directory, folder, `${number}.txt`), text)
}

/** The server dies again and again while the command runs: it goes on until everything is stored. */
async function killServer(): Promise<void> {
  const { ended } = command(['one', '--resume', 'one.ndjson'])
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  let kills = 0
  for (; kills < KILLS; kills++) {
    await pause(200 + Math.random() * 600)
    if (isOver) break
    server.kill('SIGKILL')
    await server.ended
    server = await startServer({ ...env, SPEECHES_PORT: String(port) })
  }
  const { code, said } = await ended
  check('a server that dies ends no import', code === 0 && kills > 0, `${kills} kills · ${lastLine(said)}`)
  check('every page is stored once', (await documents(server)) === PAGES, `${await documents(server)} documents`)
}

/** The command dies again and again: what is repeated goes on, and stores nothing twice. */
async function killCommand(): Promise<void> {
  let kills = 0
  for (; kills < KILLS; kills++) {
    const running = command(['other', '--resume', 'other.ndjson'])
    await pause(150 + Math.random() * 500)
    running.kill()
    if ((await running.ended).code !== null) break
  }
  const { code, said } = await command(['other', '--resume', 'other.ndjson']).ended
  check('a command that dies is repeated', code === 0 && kills > 0, `${kills} kills · ${lastLine(said)}`)
  const count = await documents(server)
  check('every page is stored once, again', count === 2 * PAGES, `${count} documents`)
}

async function again(): Promise<void> {
  const begun = performance.now()
  const { code, said } = await command(['other', '--resume', 'other.ndjson']).ended
  const isQuiet = said.includes(`${PAGES} of ${PAGES} pages are stored`) && said.includes('0 new, 0 changed, 0 there')
  check('what is stored is not sent again', code === 0 && isQuiet, `${Math.round(performance.now() - begun)} ms`)
  const whole = await command(['one', 'other']).ended
  check(
    'without its file it is sent, and there already',
    whole.said.includes(`${2 * PAGES} there already`),
    lastLine(whole.said),
  )
  write('one', 0, pageOf(5000, 30))
  const changed = await command(['one']).ended
  check(
    'a file that changed is a new version',
    changed.said.includes(`1 changed, ${PAGES - 1} there already`),
    lastLine(changed.said),
  )
}

/** Runs the command in the directory; `ended` gives its exit code, null where it was killed, and what it said. */
function command(args: readonly string[], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [BIN, 'import', ...args, '--api', url], {
    cwd: directory,
    env: { ...process.env, SPEECHES_API_KEY: KEY, ...more },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  )
  return { ended, kill: () => void child.kill('SIGKILL') }
}

async function documents({ url }: ServerProcess): Promise<number> {
  return ((await (await fetch(`${url}/v1/stats`)).json()) as { documents: number }).documents
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time))
}
