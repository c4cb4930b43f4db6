/** Structured logs: a JSON object a line. No text of a page, no query and no key ever goes into one. */
export interface Log {
  info(event: string, about?: object): void
  error(event: string, about?: object): void
  /** Writes what is still held back. */
  flush(): void
}

/** How long (ms) lines are gathered before they are written together. */
const GATHER = 100

export function createLog(write: (text: string) => void = (text) => process.stdout.write(text)): Log {
  let lines: string[] = []
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (lines.length === 0) return
    write(lines.join(''))
    lines = []
  }
  const line = (level: string) => (event: string, about?: object) => {
    lines.push(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...about })}\n`)
    timer ??= setTimeout(flush, GATHER).unref()
  }
  return { info: line('info'), error: line('error'), flush }
}

export const NO_LOG: Log = { info() {}, error() {}, flush() {} }
