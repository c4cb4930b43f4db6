import type { Pool } from '../pool/pool.ts'

/** What the API counts about itself. */
export interface Metrics {
  /** @param route the route's pattern, never the path */
  observe(method: string, route: string, status: number, seconds: number): void
  /** Prometheus' text format 0.0.4. */
  write(gauges: { inFlight: number; streams: number; pool: Pool }): string
}

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** As Prometheus' own libraries call it: programs tell a restart by it. */
const STARTED = Math.round((Date.now() - performance.now()) / 1000)

interface Series {
  labels: string
  count: number
  sum: number
  buckets: number[]
}

export function createMetrics(): Metrics {
  const series = new Map<string, Series>()

  return {
    observe(method, route, status, seconds) {
      const key = `${method} ${route} ${status}`
      let one = series.get(key)
      if (!one) {
        const labels = `method="${method}",route="${route}",status="${status}"`
        one = { labels, count: 0, sum: 0, buckets: BUCKETS.map(() => 0) }
        series.set(key, one)
      }
      one.count++
      one.sum += seconds
      one.buckets = one.buckets.map((held, i) => (seconds <= (BUCKETS[i] as number) ? held + 1 : held))
    },

    write({ inFlight, streams, pool }) {
      const { threads, running, waiting } = pool.state()
      const memory = process.memoryUsage.rss()
      const { user, system } = process.cpuUsage()
      const lines = [
        ...head('speeches_http_request_duration_seconds', 'histogram', 'How long answers took.'),
        ...[...series.values()].flatMap(histogram),
        ...gauge('speeches_http_requests_in_flight', 'Requests being answered.', inFlight),
        ...gauge('speeches_event_streams', 'Event streams that are open.', streams),
        ...gauge('speeches_pool_threads', 'Threads that parse.', threads),
        ...gauge('speeches_pool_running', 'Tasks being done.', running),
        ...gauge('speeches_pool_waiting', 'Tasks that wait for a thread.', waiting),
        ...gauge('process_resident_memory_bytes', 'Memory of the process.', memory),
        ...gauge('process_start_time_seconds', 'When the process started, since 1970.', STARTED),
        ...head('process_cpu_seconds_total', 'counter', 'What the process computed.'),
        `process_cpu_seconds_total ${(user + system) / 1e6}`,
      ]
      return `${lines.join('\n')}\n`
    },
  }
}

function histogram({ labels, count, sum, buckets }: Series): string[] {
  const name = 'speeches_http_request_duration_seconds'
  return [
    ...BUCKETS.map((limit, i) => `${name}_bucket{${labels},le="${limit}"} ${buckets[i]}`),
    `${name}_bucket{${labels},le="+Inf"} ${count}`,
    `${name}_sum{${labels}} ${sum.toFixed(6)}`,
    `${name}_count{${labels}} ${count}`,
  ]
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function gauge(name: string, help: string, value: number): string[] {
  return [...head(name, 'gauge', help), `${name} ${value}`]
}
