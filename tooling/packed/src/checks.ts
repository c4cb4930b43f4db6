import { execFileSync } from 'node:child_process'

let passed = 0
let failed = 0

/** Runs one check, and prints how it went; one that throws has failed, and what it printed is shown. */
export async function check(name: string, run: () => unknown): Promise<void> {
  try {
    await run()
    passed++
    console.log(`ok ${name}`)
  } catch (error) {
    failed++
    const { stdout = '', stderr = '', message } = error as { stdout?: string; stderr?: string; message: string }
    console.log(`not ok ${name}\n${stdout}${stderr || message}`)
  }
}

/** Prints how many checks passed and failed, and answers 1 where any has failed. */
export function sumUp(): void {
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

/** Runs a program in a folder and gives what it printed; throws where it answers anything but 0. */
export function run(command: string, args: readonly string[], cwd: string, input?: string): string {
  const stdio = [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] as const
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: [...stdio],
    ...(input !== undefined && { input }),
  })
}
