import { connect } from 'node:net'

/** What to send, over how many connections, for how long (ms). */
export interface Blow {
  port: number
  /** Whole requests, sent in turn. */
  requests: string[]
  connections: number
  time: number
}

/** What came of it; times in ms. */
export interface Outcome {
  rate: number
  p50: number
  p99: number
  statuses: Record<string, number>
  /** Connections that broke while an answer was due. */
  broken: number
}

/**
 * Sends requests over plain sockets, each as soon as the answer before is there. Runs in a process of its own and costs
 * so little that the server is what is measured.
 */
export async function hammer({ port, requests, connections, time }: Blow): Promise<Outcome> {
  const times: number[] = []
  const statuses: Record<string, number> = {}
  let next = 0
  let broken = 0
  const begin = performance.now()
  const end = begin + time

  await Promise.all(Array.from({ length: connections }, () => one()))
  const took = (performance.now() - begin) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { rate: times.length / took, p50: at(0.5), p99: at(0.99), statuses, broken }

  function one(): Promise<void> {
    return new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1')
      let received = ''
      let sent = 0
      let isDue = false
      const send = () => {
        if (performance.now() >= end) {
          socket.end()
          return
        }
        sent = performance.now()
        isDue = true
        socket.write(requests[next++ % requests.length] as string, 'utf8')
      }
      socket.setNoDelay(true)
      socket.on('connect', send)
      socket.on('data', (data) => {
        received += data.toString('latin1')
        if (!isWhole(received)) return
        times.push(performance.now() - sent)
        const status = received.slice(9, 12)
        statuses[status] = (statuses[status] ?? 0) + 1
        const closes = /^connection: close/im.test(received.slice(0, received.indexOf('\r\n\r\n')))
        received = ''
        isDue = false
        if (closes) socket.end()
        else send()
      })
      socket.on('error', () => {})
      socket.on('close', () => {
        if (isDue) broken++
        resolve()
      })
    })
  }
}

function isWhole(received: string): boolean {
  const head = received.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /^content-length: (\d+)/im.exec(received.slice(0, head))?.[1]
  if (length !== undefined) return received.length >= head + 4 + Number(length)
  return received.endsWith('0\r\n\r\n') || / (?:204|304) /.test(received.slice(0, 15))
}

/** A request as it goes over the wire. */
export function requestOf(method: string, path: string, body?: string, type = 'text/plain; charset=utf-8'): string {
  const head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n`
  if (body === undefined) return `${head}\r\n`
  return `${head}Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

if (process.argv[1] && import.meta.url === `file://${process.argv[1]}`) {
  process.once('message', async (blow: Blow) => {
    process.send?.(await hammer(blow))
    process.disconnect()
  })
}
