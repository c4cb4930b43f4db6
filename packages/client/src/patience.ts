/** How long to go on where there is no answer, or one that will be another one in a moment. */
export interface Patience {
  /** How often a request is sent, at most; 8 unless said otherwise. */
  tries?: number
  /** How long (ms) to wait behind the first try, about; twice as long behind each further one. 500 unless said. */
  pause?: number
  /** As long (ms) as is waited at most, unless the answer itself names a time. 30,000 unless said. */
  longest?: number
  /** Told before each pause. */
  onPause?: (reason: string, ms: number) => void
  /** What sends a request, and what waits; those of the platform unless said otherwise. */
  fetch?: typeof globalThis.fetch
  wait?: (ms: number) => Promise<void>
}

/** Nothing is wrong with a request that is answered so: it came at the wrong moment. */
const PASSING: readonly number[] = [408, 429, 502, 503, 504]

/**
 * A `fetch` that sends a request again where nobody answered or the server was busy. Only for requests that may come
 * twice, with bodies that can be sent twice: text and bytes, no streams. An answer counts when all of it is here, as a
 * server can die within its body; so it is for answers that fit into memory.
 *
 * What still is no answer behind the last try is given, or thrown, as it is.
 */
export function patientFetch({
  tries = 8,
  pause = 500,
  longest = 30_000,
  onPause = () => {},
  fetch = globalThis.fetch,
  wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}: Patience = {}): typeof globalThis.fetch {
  return async (input, init) => {
    for (let left = tries - 1; ; left--) {
      const outcome = await wholeAnswer(fetch(input, init)).catch((error: unknown) => toError(error))
      if (outcome instanceof Response && !PASSING.includes(outcome.status)) return outcome
      if (left === 0 || init?.signal?.aborted) {
        if (outcome instanceof Response) return outcome
        throw outcome
      }
      const ms = askedFor(outcome) ?? chance(Math.min(pause * 2 ** (tries - 1 - left), longest))
      onPause(reasonOf(outcome), ms)
      await wait(ms)
    }
  }
}

/** The answer with its body read; throws where the body breaks off. */
async function wholeAnswer(asked: Promise<Response>): Promise<Response> {
  const answer = await asked
  if (answer.body === null) return answer
  const { status, statusText, headers } = answer
  return new Response(await answer.arrayBuffer(), { status, statusText, headers })
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

/** The ms that `Retry-After` names in seconds (RFC 9110, 10.2.3); undefined where it names none. */
function askedFor(outcome: Response | Error): number | undefined {
  const seconds = outcome instanceof Response ? outcome.headers.get('retry-after') : null
  return seconds !== null && /^\d{1,5}$/.test(seconds) ? Number(seconds) * 1000 : undefined
}

/** Between half of the time and all of it, so that those who were sent away together do not come back together. */
function chance(ms: number): number {
  return Math.round(ms * (0.5 + Math.random() / 2))
}

/** Why there was no answer: the status, or the system's code, such as ECONNREFUSED. */
function reasonOf(outcome: Response | Error): string {
  if (outcome instanceof Response) return `it answers ${outcome.status}`
  const { cause } = outcome as { cause?: { code?: string } }
  return cause?.code ?? outcome.message
}
