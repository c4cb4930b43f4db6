/** How often the line on a terminal changes, and how often another reader is told, in ms. */
const ON_TERMINAL = 100
const ELSEWHERE = 10_000

/** Tells a person how far a run is. */
export interface Progress {
  /** One more page is done; `size` is its bytes. */
  tick(size: number): void
  /** One more page was done by an earlier run. */
  skip(size: number): void
  /** Prints a line of its own, clear of the line that changes. */
  say(line: string): void
  /** Takes the line that changes away. */
  end(): void
}

interface Screen {
  isTTY?: boolean
  write(text: string): unknown
}

/**
 * Progress on a terminal as one line that changes, elsewhere as a plain line now and then. How long it will take is
 * told by the bytes that are left: pages differ in length.
 *
 *     312 of 1000 pages · 45.2 a second · 15 s left
 */
export function createProgress(
  { pages, bytes }: { pages: number; bytes: number },
  screen: Screen,
  now: () => number = () => performance.now(),
): Progress {
  const start = now()
  const every = screen.isTTY ? ON_TERMINAL : ELSEWHERE
  let done = 0
  let skipped = 0
  let read = 0
  let left = bytes
  let told = start
  let isShown = false

  const clear = () => {
    if (isShown) screen.write('\r\u001b[2K')
    isShown = false
  }
  return {
    tick(size) {
      done++
      read += size
      left -= size
      if (now() - told < every || skipped + done === pages) return
      told = now()
      const seconds = (told - start) / 1000
      const time = formatTime(read === 0 ? 0 : (left / read) * seconds)
      const line = `${skipped + done} of ${pages} pages · ${(done / seconds).toFixed(1)} a second · ${time} left`
      clear()
      screen.write(screen.isTTY ? line : `${line}\n`)
      isShown = screen.isTTY === true
    },
    skip(size) {
      skipped++
      left -= size
    },
    say(line) {
      clear()
      screen.write(`${line}\n`)
    },
    end: clear,
  }
}

/** Seconds as a person reads them: 15 s, 3 min 20 s, 2 h 5 min. */
export function formatTime(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
