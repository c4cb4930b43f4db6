import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../../../packages/cli/bin/speeches.js', import.meta.url))

/** How often a process is looked at, in ms. */
const LOOK = 20

/** The clock of /proc, in ticks a second. */
const TICKS = 100

/** What a run of the command took. */
export interface Run {
  /** In seconds on the wall. */
  seconds: number
  /** In seconds of processor time, of all threads together; NaN where there is no /proc. */
  cpu: number
  /** The most memory it ever held, in MB; NaN where there is no /proc. */
  peak: number
}

/** Runs the command on some input and lets its output go. */
export async function runCommand(args: readonly string[], input = ''): Promise<Run> {
  const start = performance.now()
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['pipe', 'pipe', 'ignore'] })
  const run: Run = { seconds: 0, cpu: Number.NaN, peak: Number.NaN }
  const look = () => Object.assign(run, lookAt(child.pid))
  const timer = setInterval(look, LOOK)
  child.stdin.end(input)
  child.stdout.on('data', () => {})
  const [code] = await once(child, 'close')
  clearInterval(timer)
  if (code !== 0) throw new Error(`speeches ${args.join(' ')} answered ${code}`)
  return { ...run, seconds: (performance.now() - start) / 1000 }
}

/** Time and memory of a running process, where the system tells them. */
function lookAt(pid: number | undefined): Partial<Run> {
  try {
    const [, , , , , , , , , , , user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number)
    const [, peak] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return peak === undefined ? {} : { cpu: (user + system) / TICKS, peak: Number(peak) / 1000 }
  } catch {
    return {}
  }
}
