import type { Wordings } from '@speeches/parser/messages'
import type { Answer, Ask, Greeting, News } from './protocol.ts'

type Request = Ask extends infer One ? (One extends { id: number } ? Omit<One, 'id'> : never) : never
type Result = Exclude<Answer, News | { kind: 'failed' }>

/** Thrown to those who wait when the work is cancelled. */
export class Cancelled extends Error {}

/** The parser in a thread of its own. */
export interface ParserThread {
  /** Asks for something; rejects with what went wrong, or `Cancelled`. */
  ask<Kind extends Result['kind']>(
    request: Request,
    kind: Kind,
    onNews?: (news: News) => void,
  ): Promise<Extract<Result, { kind: Kind }>>
  /** Ends what is being done, and the thread with it: a new one starts with the next question. */
  cancel(): void
}

/**
 * Starts the thread at once, so that it is warm when a page comes; and anew after it was ended.
 *
 * @param wordings how messages are worded in the language of the page
 */
export function createParserThread(wordings: Wordings): ParserThread {
  let last = 0
  const waiting = new Map<
    number,
    {
      resolve: (answer: Result) => void
      reject: (error: Error) => void
      onNews?: ((news: News) => void) | undefined
    }
  >()

  let worker: Worker | undefined = start()

  function start(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const one = waiting.get(data.id)
      if (data.kind === 'stage' || data.kind === 'restored') return one?.onNews?.(data)
      waiting.delete(data.id)
      if (data.kind === 'failed') one?.reject(new Error(data.reason))
      else one?.resolve(data)
    })
    started.addEventListener('error', (event) => rejectAll(new Error(event.message || 'The parser did not start.')))
    started.postMessage({ kind: 'greeting', wordings } satisfies Greeting)
    return started
  }

  function rejectAll(error: Error): void {
    worker?.terminate()
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  return {
    ask(request, _kind, onNews) {
      worker ??= start()
      const id = ++last
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as (answer: Result) => void, reject, onNews })
        worker?.postMessage({ ...request, id })
      })
    },
    cancel: () => rejectAll(new Cancelled()),
  }
}
