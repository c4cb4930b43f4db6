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
    const news = await shared(imports, `${id} ${last}`, () => newsOf(imports, id, last))
    if (news.text !== '') {
      yield news.text
      spoken = Date.now()
    } else if (Date.now() - spoken > BEAT) {
      yield ': \n\n'
      spoken = Date.now()
    }
    if (news.isEnd) return
    last = news.last
    if (!news.isMore) await pause(closing)
  }
}

/** Whether there is such an import; asked once for all that begin to follow it together. */
export async function isImport(imports: Imports, id: string, after: number): Promise<boolean> {
  return (await shared(imports, `${id} ${after}`, () => newsOf(imports, id, after))).isThere
}

/** What is new of an import behind an ordinal. */
interface News {
  isThere: boolean
  /** The events, as they are sent. */
  text: string
  last: number
  isMore: boolean
  isEnd: boolean
}

async function newsOf(imports: Imports, id: string, after: number): Promise<News> {
  const state = await imports.get(id)
  if (!state) return { isThere: false, text: '', last: after, isMore: false, isEnd: true }
  const items = state.done + state.failed > after ? await imports.items(id, { after, limit: MOST, all: false }) : []
  const isMore = items.length === MOST
  const isEnd = state.state === 'finished' && !isMore
  const text = [
    ...items.map((item) => event('item', item, item.ordinal)),
    ...(items.length > 0 ? [event('progress', state)] : []),
    ...(isEnd ? [event('end', state)] : []),
  ].join('')
  return { isThere: true, text, last: items.at(-1)?.ordinal ?? after, isMore, isEnd }
}

function event(name: string, data: object, id?: number): string {
  return `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}

/** What was asked last, so that a thousand streams ask once. */
const asked = new WeakMap<Imports, Map<string, { until: number; news: Promise<News> }>>()

function shared(imports: Imports, key: string, ask: () => Promise<News>): Promise<News> {
  const known = asked.get(imports) ?? new Map()
  asked.set(imports, known)
  const now = Date.now()
  const found = known.get(key)
  if (found && found.until > now) return found.news
  for (const [other, { until }] of known) if (until <= now) known.delete(other)
  const news = ask()
  known.set(key, { until: now + LOOK / 2, news })
  return news
}

/** Not all streams wake at once: each a little sooner or later. */
async function pause(closing: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, LOOK * (0.75 + 0.5 * Math.random()))
    closing.addEventListener('abort', end, { once: true })
    function end() {
      clearTimeout(timer)
      closing.removeEventListener('abort', end)
      resolve()
    }
  })
}
