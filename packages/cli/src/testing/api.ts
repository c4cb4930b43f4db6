import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came. */
interface Sent {
  method: string
  path: string
  key: string | undefined
  once: string | undefined
  pages: { name: string; origin: string; text: string }[]
}

/** How a request is answered in the place of an API that is well; undefined where it is well. */
type Mood = (
  sent: Sent,
) => { status: number; headers?: Record<string, string>; body?: object } | 'hang up' | 'break off' | undefined

/** What stands for an API: it keeps pages in memory, and can be out of sorts. */
export async function startApi() {
  const requests: Sent[] = []
  const moods: Mood[] = []
  const stored = new Map<string, string>()
  const imports = new Map<string, object[]>()
  const server = createServer(async (request, response) => {
    const sent = await read(request)
    requests.push(sent)
    const mood = moods.shift()?.(sent)
    if (mood === 'hang up') return void request.socket.destroy()
    if (mood === 'break off') return void response.write('{"', () => request.socket.destroy())
    const { status, headers, body } = mood ?? answerTo(sent)
    answer(response, status, headers, body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  function answerTo({ method, path, once = '', pages }: Sent): { status: number; headers?: object; body?: object } {
    if (path === '/healthz') return { status: 200, body: { status: 'ok' } }
    if (method === 'POST') {
      const isNew = !imports.has(once)
      if (isNew) imports.set(once, pages.map(store))
      return { status: isNew ? 202 : 200, body: { id: once } }
    }
    const [, id = '', after = '0'] = /^\/v1\/imports\/([^/]+)\/items\?after=(\d+)/.exec(path) ?? []
    // No more than two at a time: who follows has to ask again.
    return { status: 200, body: { items: imports.get(id)?.slice(Number(after), Number(after) + 2) ?? [] } }
  }

  function store({ origin, text }: Sent['pages'][number], i: number): object {
    const ordinal = i + 1
    if (text.includes('unreadable')) {
      return { ordinal, status: 'failed', problem: { detail: 'The page cannot be read.', advice: 'Save it again.' } }
    }
    const status = stored.get(origin) === text ? 'unchanged' : stored.has(origin) ? 'version' : 'created'
    stored.set(origin, text)
    return { ordinal, status, problem: null }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    /** What is stored: the text of each origin. */
    stored,
    /** How the next requests are answered, one after the other. */
    moods,
    /** Requests since it was asked last, those for its health left out. */
    requests: () => requests.splice(0).filter(({ path }) => path !== '/healthz'),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function read(request: IncomingMessage): Promise<Sent> {
  let body = ''
  for await (const chunk of request) body += chunk
  const pages: { name: string; origin: string; base64: string }[] = body === '' ? [] : JSON.parse(body).pages
  const { authorization, 'idempotency-key': once } = request.headers
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    key: authorization,
    once: once as string | undefined,
    pages: pages.map(({ name, origin, base64 }) => ({ name, origin, text: Buffer.from(base64, 'base64').toString() })),
  }
}

function answer(response: ServerResponse, status: number, headers: object = {}, body: object = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
}
