import { ApiError } from '../problems.ts'
import type { Services } from '../services.ts'
import type { Imports } from '../tables/imports.ts'

/** How often (ms) is looked for what is new, once for all that follow the same import. */
const LOOK = 300
/** How long (ms) a stream may be silent: proxies give up later. */
const BEAT = 15_000
/** Items that one look sends. */
const MOST = 200

/**
 * The events of an import from an ordinal on.
 *
 * @throws {ApiError} `busy`, where too many streams are open
 */
export function watchImport(
  { imports, load, config }: Pick<Services, 'imports' | 'load' | 'config'>,
  id: string,
  after: number,
): ReadableStream<Uint8Array> {
  if (load.streams >= config.streams) {
    throw new ApiError('busy', { detail: `${load.streams} event streams are open already.` })
  }
  load.streams++
  const encoder = new TextEncoder()
  const events = eventsOf(imports, id, after, load.closing)
  let isOpen = true
  const leave = () => {
    if (isOpen) load.streams--
    isOpen = false
  }
  return new ReadableStream({
    async pull(controller) {
      const { value } = await events.next().catch(() => ({ value: undefined }))
      if (value !== undefined) return controller.enqueue(encoder.encode(value))
      leave()
      controller.close()
    },
    async cancel() {
      leave()
      await events.return(undefined)
    },
  })
}

async function* eventsOf(
  imports: Imports,
  id: string,
  after: number,
  closing: AbortSignal,
): AsyncGenerator<string, undefined> {
  let last = after
  let spoken = Date.now()
  yield `retry: ${2 * LOOK}\n\n`
  while (!closing.aborted) {
    const state = await stateOf(imports, id)
    if (!state) return
    const items =
      state.done + state.failed > last ? await imports.items(id, { after: last, limit: MOST, all: false }) : []
    for (const item of items) yield event('item', item, item.ordinal)
    last = items.at(-1)?.ordinal ?? last
    if (items.length > 0) yield event('progress', state)
    if (items.length === MOST) continue
    if (state.state === 'finished') {
      yield event('end', state)
      return
    }
    if (items.length > 0) spoken = Date.now()
    else if (Date.now() - spoken > BEAT) {
      yield ': \n\n'
      spoken = Date.now()
    }
    await pause(closing)
  }
}

function event(name: string, data: object, id?: number): string {
  return `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}

/** What was asked for last of each import, so that a thousand streams ask once. */
const asked = new WeakMap<Imports, Map<string, { until: number; state: ReturnType<Imports['get']> }>>()

function stateOf(imports: Imports, id: string): ReturnType<Imports['get']> {
  const known = asked.get(imports) ?? new Map()
  asked.set(imports, known)
  const now = Date.now()
  const found = known.get(id)
  if (found && found.until > now) return found.state
  for (const [other, { until }] of known) if (until <= now) known.delete(other)
  const state = imports.get(id)
  known.set(id, { until: now + LOOK / 2, state })
  return state
}

async function pause(closing: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, LOOK)
    closing.addEventListener('abort', end, { once: true })
    function end() {
      clearTimeout(timer)
      closing.removeEventListener('abort', end)
      resolve()
    }
  })
}
