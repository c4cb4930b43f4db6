/** Runs checks one by one and counts them; the last line is read by machines: «N passed, N failed». */
export function createReport() {
  let passed = 0
  let failed = 0
  return {
    async check(name: string, task: () => Promise<unknown>): Promise<void> {
      try {
        const said = await task()
        passed++
        console.log(`ok   ${name}${said === undefined ? '' : `: ${said}`}`)
      } catch (error) {
        failed++
        console.log(`FAIL ${name}\n     ${(error as Error).message.split('\n').slice(0, 12).join('\n     ')}`)
      }
    },
    end(): void {
      console.log(`${passed} passed, ${failed} failed`)
      process.exitCode = failed === 0 ? 0 : 1
    },
  }
}
export type Report = ReturnType<typeof createReport>

/** Fails with what was expected. */
export function expect(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what)
}
