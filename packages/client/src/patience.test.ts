import { describe, expect, test } from 'vitest'
import { type Patience, patientFetch } from './patience.ts'

type Step = Response | Error
const busy = (headers: Record<string, string> = {}, status = 503) => new Response('busy', { status, headers })

/** Asks a server that answers these, one after the other; says what was sent and how long was waited. */
async function ask(steps: readonly Step[], patience: Patience = {}, init?: RequestInit) {
  const sent: unknown[] = []
  const pauses: number[] = []
  const reasons: string[] = []
  const fetch = patientFetch({
    ...patience,
    fetch: async (_, init) => {
      const step = steps[sent.length]
      sent.push(init?.body)
      if (step instanceof Response) return step
      throw step
    },
    wait: async (ms) => void pauses.push(ms),
    onPause: (reason) => reasons.push(reason),
  })
  const outcome = await fetch('http://test/', init).catch((error: Error) => error)
  return { outcome, sent, pauses, reasons }
}

const statusOf = (outcome: Step) => (outcome instanceof Response ? outcome.status : outcome.message)

describe('a patient fetch', () => {
  test('sends the same again until it is answered', async () => {
    const gone = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })
    const { outcome, sent, reasons } = await ask([gone, busy(), busy({}, 502), new Response('well')], {}, { body: 'x' })
    expect(statusOf(outcome)).toBe(200)
    expect(sent).toEqual(['x', 'x', 'x', 'x'])
    expect(reasons).toEqual(['ECONNREFUSED', 'it answers 503', 'it answers 502'])
  })

  test('sends it again where the answer breaks off', async () => {
    const half = new ReadableStream({
      start(body) {
        body.enqueue(new TextEncoder().encode('{"items":'))
        body.error(Object.assign(new TypeError('terminated'), { cause: { code: 'UND_ERR_SOCKET' } }))
      },
    })
    const { outcome, reasons } = await ask([new Response(half), Response.json({ items: [] })])
    expect(await (outcome as Response).json()).toEqual({ items: [] })
    expect(reasons).toEqual(['UND_ERR_SOCKET'])
  })

  test('waits twice as long each time, up to the longest, and never to the ms what others wait', async () => {
    const { pauses } = await ask(
      Array.from({ length: 8 }, () => busy()),
      { pause: 100, longest: 1000 },
    )
    const most = [100, 200, 400, 800, 1000, 1000, 1000]
    expect(pauses).toHaveLength(most.length)
    for (const [i, ms] of pauses.entries()) {
      expect(ms).toBeGreaterThanOrEqual((most[i] as number) / 2)
      expect(ms).toBeLessThanOrEqual(most[i] as number)
    }
  })

  test('waits as long as it is asked to', async () => {
    const { pauses } = await ask([busy({ 'Retry-After': '7' }, 429), busy({ 'Retry-After': '0' }), new Response()])
    expect(pauses).toEqual([7000, 0])
  })

  test('gives the last answer, or the last error, where there is no other', async () => {
    const last = await ask([busy(), busy({}, 504)], { tries: 2 })
    expect([statusOf(last.outcome), last.pauses.length]).toEqual([504, 1])
    const broken = await ask([new Error('one'), new Error('two')], { tries: 2 })
    expect(statusOf(broken.outcome)).toBe('two')
  })

  test.each([200, 304, 400, 401, 404, 413, 422, 500])('takes %i for an answer', async (status) => {
    const { outcome, sent } = await ask([new Response(null, { status })])
    expect([statusOf(outcome), sent.length]).toEqual([status, 1])
  })

  test('does not go on when it was given up', async () => {
    const { outcome, sent } = await ask([new Error('aborted')], {}, { signal: AbortSignal.abort() })
    expect([statusOf(outcome), sent.length]).toEqual(['aborted', 1])
  })
})
