import { availableParallelism } from 'node:os'
import { Problem } from './problem.ts'

/** What a person can choose about every run over pages. */
export interface BatchFlags {
  output?: string
  jobs?: number
  resume?: true
  /** In bytes. */
  maxSize: number
}

/** Pages below which one more thread is not worth its start. */
const WORTH_A_THREAD = 4

/** How many threads to use: as many as asked for, else one a processor where there are pages enough. */
export function jobsFor(inputs: readonly unknown[], asked: number | undefined): number {
  return asked ?? Math.max(1, Math.min(availableParallelism(), Math.floor(inputs.length / WORTH_A_THREAD)))
}

const MOST_JOBS = 256

/** The number of threads that a person wrote. */
export function parseJobs(written: string): number {
  const jobs = /^\d+$/.test(written) ? Number(written) : 0
  if (jobs < 1 || jobs > MOST_JOBS) throw new Problem(`"${written}" is no number of jobs. Give 1 to ${MOST_JOBS}.`)
  return jobs
}

/** The words of a list such as `gloss,shift`. */
export function splitList(list: string): string[] {
  return list.split(',').map((name) => name.trim())
}

/** An address that a person wrote. */
export function parseAddress(written: string): string {
  if (!URL.canParse(written))
    throw new Problem(`"${written}" is no address. Write it whole, such as https://example.org/.`)
  return written
}

/** A day that a person wrote. */
export function parseDay(written: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(written))
  if (!isDay) throw new Problem(`"${written}" is no day. Write year, month and day, such as 2026-05-06.`)
  return written
}
