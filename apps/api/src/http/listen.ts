import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Config } from '../config.ts'
import { PROBLEMS, type ProblemName, problemBody } from '../problems.ts'

/** What answers requests. */
type Fetch = Parameters<typeof getRequestListener>[0]

/** How long (ms) a connection may be silent: longer than a page takes, and than event streams ever are. */
const SILENCE = 120_000

/** A server that is not listening yet. What does not get as far as a request is answered by a problem, too. */
export function createHttpServer(fetch: Fetch, { bodyTime }: Pick<Config, 'bodyTime'>): Server {
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 15_000,
      connectionsCheckingInterval: 2000,
      // Bodies have their own clock; this one is for those that nobody reads.
      requestTimeout: 2 * bodyTime + 15_000,
      keepAliveTimeout: 65_000,
    },
    getRequestListener(fetch, {
      overrideGlobalObjects: true,
      errorHandler: () =>
        new Response(JSON.stringify(problemBody('invalid-request')), {
          status: 400,
          headers: { 'Content-Type': TYPE },
        }),
    }),
  )
  server.timeout = SILENCE
  return server.on('clientError', answerClientError)
}

const TYPE = 'application/problem+json'

/** What Node calls it when bytes are no request. */
const CODES: Readonly<Record<string, ProblemName>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'slow-body',
}

function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const problem = CODES[error.code ?? ''] ?? 'invalid-request'
  const body = JSON.stringify(problemBody(problem))
  const head = [
    `HTTP/1.1 ${PROBLEMS[problem].status} ${PROBLEMS[problem].title}`,
    `Content-Type: ${TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
