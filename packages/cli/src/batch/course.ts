import { type Counts, LEVELS } from '../check/severity.ts'
import type { Destination } from './destination.ts'
import type { Entry } from './manifest.ts'
import type { Answer } from './pool.ts'
import { createProgress, formatTime, type Progress } from './progress.ts'

const UNUSABLE = 2
/** 128 and the number of SIGINT, as shells count. */
const INTERRUPTED = 130

/** What becomes of several pages while they are worked on. */
export interface Course {
  total: number
  /** How many are done, those of an earlier run counted. */
  done: number
  /** Why pages could not be used. */
  failures: string[]
  /** How many messages there were of each level. */
  counts: Counts
  /** Aborted by Ctrl-C: no further page is begun. */
  stop: AbortSignal
  progress: Progress
  /** In ms, on the clock of the process. */
  start: number
}

/**
 * Begins to count, and to listen for Ctrl-C: the first lets the pages at hand be finished, the second ends at once.
 *
 * @param bytes how long the pages are together; where it is left out, one page is taken to be as long as the other
 */
export function createCourse(total: number, bytes = total): Course {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED)
    controller.abort()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return {
    total,
    done: 0,
    failures: [],
    counts: { error: 0, warning: 0, info: 0 },
    stop: controller.signal,
    progress: createProgress({ pages: total, bytes }, process.stderr),
    start: performance.now(),
  }
}

/** Takes note of what an earlier run has done. */
export function noteEarlier(course: Course, { size, error }: Entry): void {
  course.done++
  course.progress.skip(size)
  if (error !== undefined) course.failures.push(error)
}

/** Takes note of what came of a page; `size` is its bytes where those of all are known. */
export function note(course: Course, path: string, answer: Answer, size = 1): void {
  course.done++
  course.progress.tick(size)
  if (!answer.ok) {
    course.failures.push(answer.reason)
    return
  }
  if (answer.remark !== undefined) course.progress.say(`${path}: ${answer.remark}`)
  for (const level of LEVELS) course.counts[level] += answer.counts?.[level] ?? 0
}

/** Says how it went, lists the pages that could not be used, and sets what the command answers. */
export function report({ total, done, failures, stop, progress, start }: Course, { kind }: Destination): void {
  progress.end()
  const time = formatTime((performance.now() - start) / 1000)
  if (kind !== 'stdout') console.error(`${done - failures.length} of ${total} pages written in ${time}.`)
  if (failures.length > 0) {
    const what = failures.length === 1 ? '1 page' : `${failures.length} pages`
    console.error([`speeches: ${what} of ${total} could not be used:`, ...failures].join('\n  '))
    process.exitCode = UNUSABLE
  }
  if (stop.aborted) interrupted(kind === 'stdout' ? '' : ' Go on with --resume.')
}

/** Says that a person has ended the run, and what can be done next; sets what the command answers. */
export function interrupted(next = ''): void {
  console.error(`speeches: Interrupted.${next}`)
  process.exitCode = INTERRUPTED
}
