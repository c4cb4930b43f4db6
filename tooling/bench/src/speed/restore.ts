import { restore, restorePage } from '../../../../packages/core/src/restore/restore.ts'
import { glossedPage } from './restore-page.ts'

/**
 * How long restoring takes, measured against decoding the same bytes in the same run.
 *
 *     node --conditions=@speeches/source src/speed/restore.ts
 */

const RUNS = 15
const LARGE = 10_000_000
const SMALL = 100_000

const large = measure(LARGE)
const small = measure(SMALL)

console.log('restore, glossed text without damaged runs, edits included')
console.log(row('bytes', large.bytes, small.bytes))
console.log(row('edits', large.edits, small.edits))
console.log(row('edits a 1,000 characters', large.density, small.density))
console.log(row('TextDecoder, ms', large.decode, small.decode))
console.log(row('without edit objects, ms', large.columns, small.columns))
console.log(row('× TextDecoder', large.columns / large.decode, small.columns / small.decode))
console.log(row('restore, ms', large.restore, small.restore))
console.log(row('× TextDecoder', large.restore / large.decode, small.restore / small.decode))
console.log(`time a byte, large : small  ${(large.restore / large.bytes / (small.restore / small.bytes)).toFixed(2)}`)

interface Measured {
  bytes: number
  edits: number
  density: number
  decode: number
  /** With repairs as columns only, which is what the parser starts from. */
  columns: number
  restore: number
}

/** Medians over a text of `size` bytes; a small one is run often enough to be measured. */
function measure(size: number): Measured {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  const sample = glossedPage(10_000)
  const page = glossedPage(Math.round((size * sample.length) / encoder.encode(sample).length))
  const bytes = encoder.encode(page)
  const source = decoder.decode(bytes)
  const times = Math.max(1, Math.round(LARGE / size / 2))
  const decode = median(() => repeat(times, () => decoder.decode(bytes).length)) / times
  const columns = median(() => repeat(times, () => restorePage(source).text.length)) / times
  let edits = 0
  const restored = median(() => repeat(times, () => (edits = restore(source).edits.length))) / times
  return { bytes: bytes.length, edits, density: (edits * 1000) / source.length, decode, columns, restore: restored }
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

function repeat(times: number, run: () => number): void {
  for (let i = 0; i < times; i++) run()
}

function row(name: string, ...values: number[]): string {
  const cells = values.map((value) =>
    (Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(2)).padStart(12),
  )
  return name.padEnd(26) + cells.join('')
}
