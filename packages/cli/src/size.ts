import { Problem } from './problem.ts'

const UNITS: Record<string, number> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
}

/** No string can hold more. */
const MOST = 2 ** 29 - 24

/** The number of bytes that a person wrote as `10MB`, `64MiB` or `65536`. */
export function parseSize(written: string): number {
  const [, number, unit = ''] = written.trim().match(/^(\d+(?:\.\d+)?) ?([a-z]*)$/i) ?? []
  const factor = UNITS[unit.toLowerCase()]
  if (number === undefined || factor === undefined) {
    throw new Problem(`"${written}" is no size. Write bytes, or a number with KB, MB, KiB or MiB, such as 64MiB.`)
  }
  const bytes = Math.floor(Number(number) * factor)
  if (bytes < 1 || bytes > MOST)
    throw new Problem(`The size ${written} is out of bounds. Give at least 1 and at most 511MiB.`)
  return bytes
}

/** `bytes` as a person reads it: 64 MiB, 1.5 KiB, 12 bytes. */
export function formatSize(bytes: number): string {
  if (bytes < 2 ** 10) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const [unit, factor] = bytes < 2 ** 20 ? ['KiB', 2 ** 10] : ['MiB', 2 ** 20]
  return `${Number((bytes / (factor as number)).toFixed(1))} ${unit}`
}
