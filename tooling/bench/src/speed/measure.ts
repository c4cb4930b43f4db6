/** Sizes in bytes between which time must stay linear. */
const SMALL = 100_000
const LARGE = 10_000_000
const RUNS = 9

export interface Comparison {
  /** Milliseconds for the large text. */
  ms: number
  /** Times as long as TextDecoder takes for the same bytes, in the same run. */
  ratio: number
  /** Time a byte for the large text over time a byte for the small one: 1 is linear. */
  linearity: number
}

/**
 * Measures `run` on texts of two sizes, which `make` writes for a number of characters, against TextDecoder.
 * Medians; one run, so that machine and moment are the same for both.
 */
export function compare(make: (characters: number) => string, run: (source: string) => unknown): Comparison {
  const small = measure(make, run, SMALL)
  const large = measure(make, run, LARGE)
  return {
    ms: large.run,
    ratio: large.run / large.decode,
    linearity: large.run / large.bytes / (small.run / small.bytes),
  }
}

function measure(make: (characters: number) => string, run: (source: string) => unknown, size: number) {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  const sample = make(10_000)
  const bytes = encoder.encode(make(Math.round((size * sample.length) / encoder.encode(sample).length)))
  const source = decoder.decode(bytes)
  const times = Math.max(1, Math.round(LARGE / size / 4))
  return {
    bytes: bytes.length,
    decode: median(() => repeat(times, () => decoder.decode(bytes))) / times,
    run: median(() => repeat(times, () => run(source))) / times,
  }
}

function repeat(times: number, run: () => unknown): void {
  for (let i = 0; i < times; i++) run()
}

function median(run: () => void): number {
  const times: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now()
    run()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[RUNS >> 1] as number
}

/** Prints comparisons as a Markdown table. */
export function print(title: string, rows: readonly (readonly [string, Comparison])[]): void {
  console.log(`| ${title} | ms, 10 MB | × TextDecoder | time a byte, 10 MB : 100 kB |\n| --- | ---: | ---: | ---: |`)
  for (const [name, { ms, ratio, linearity }] of rows) {
    console.log(`| ${name} | ${ms.toFixed(0)} | ${ratio.toFixed(1)} | ${linearity.toFixed(2)} |`)
  }
  console.log('')
}
