/** Counts what held and what did not; the last line of a run is «N passed, N failed». */
let passed = 0
let failed = 0

export function check(name: string, holds: boolean, figure = ''): void {
  if (holds) passed++
  else failed++
  console.log(`${holds ? 'ok' : 'not ok'} ${name}${figure && ` · ${figure}`}`)
}

/** A part that some machines have not what is needed for. */
export function skip(name: string, why: string): void {
  console.log(`skipped ${name} · ${why}`)
}

export function finish(): void {
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
