import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { BIN, createFolder, pageOf } from './testing/command.ts'

/**
 * Kills a run with SIGKILL at 20 random moments, each time goes on with --resume until it is through, and compares
 * every byte with the output of a run that nobody disturbed. The last line says how many passed and failed.
 */
const KILLS = 20
const PAGES = 400

const { at, list, remove, write } = createFolder()
for (let i = 0; i < PAGES; i++) write(`pages/${i % 7}/${i}.txt`, pageOf(i).repeat(1 + (i % 20)))

/** The ways of writing that are tried in turn, and the output of each. */
const WAYS = [
  { args: ['parse', 'pages', '--to', 'json', '-o', 'folder/', '--jobs', '2', '--resume'], output: 'folder/' },
  { args: ['parse', 'pages', '-o', 'file.ndjson', '--jobs', '2', '--resume'], output: 'file.ndjson' },
]

/** Runs the command, and kills it after some time; gives whether it got through. */
async function run(args: readonly string[], killAfter = Number.POSITIVE_INFINITY): Promise<boolean> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd: at('.'), stdio: 'ignore' })
  const timer = killAfter < Number.POSITIVE_INFINITY ? setTimeout(() => child.kill('SIGKILL'), killAfter) : undefined
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearTimeout(timer)
  if (code !== 0 && code !== null) throw new Error(`speeches ${args.join(' ')} answered ${code}`)
  return code === 0
}

/** Every file of an output with its bytes; parts and manifests too, so that nothing is left lying about. */
function contentOf(output: string): Map<string, string> {
  const paths = list().filter((path) => path.startsWith(output) || path.startsWith(`.${output}`))
  return new Map(paths.map((path) => [path, readFileSync(at(path), 'base64')]))
}

function clear(output: string): void {
  for (const path of contentOf(output).keys()) rmSync(at(path))
}

const undisturbed = []
for (const { args, output } of WAYS) {
  const start = performance.now()
  await run(args)
  undisturbed.push({ time: performance.now() - start, content: contentOf(output) })
}

let passed = 0
let failed = 0
for (let kills = 0; kills < KILLS; ) {
  const way = kills % WAYS.length
  const { args, output } = WAYS[way] as (typeof WAYS)[number]
  const { time, content } = undisturbed[way] as (typeof undisturbed)[number]
  clear(output)
  const moments: number[] = []
  let isThrough = false
  while (!isThrough && moments.length < 3) {
    const moment = Math.round(time * (0.1 + 0.9 * Math.random()))
    isThrough = await run(args, moment)
    if (!isThrough) moments.push(moment)
  }
  if (moments.length === 0) continue
  kills += moments.length
  if (!isThrough) await run(args)
  const isSame = equal(contentOf(output), content)
  if (isSame) passed += moments.length
  else failed += moments.length
  console.log(`${isSame ? 'ok' : 'not ok'} ${output} killed after ${moments.join(', ')} ms of ${Math.round(time)}`)
}

function equal(one: Map<string, string>, other: Map<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, content]) => other.get(path) === content)
}

remove()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
