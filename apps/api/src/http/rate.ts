/** What is left of a client's requests. */
export interface Quota {
  limit: number
  left: number
  /** Seconds until the window ends. */
  resets: number
  isOver: boolean
}

const WINDOW = 60_000

/**
 * Counts requests in windows of a minute that begin for all clients at once, so that no client is remembered longer.
 *
 * @param limit requests a window
 */
export function createRate(limit: number, now: () => number = Date.now): (client: string) => Quota {
  let counts = new Map<string, number>()
  let ends = 0

  return (client) => {
    const time = now()
    if (time >= ends) {
      counts = new Map()
      ends = time + WINDOW
    }
    const count = (counts.get(client) ?? 0) + 1
    counts.set(client, count)
    return {
      limit,
      left: Math.max(limit - count, 0),
      resets: Math.ceil((ends - time) / 1000),
      isOver: count > limit,
    }
  }
}

/** draft-ietf-httpapi-ratelimit-headers-10. */
export function rateHeaders({ limit, left, resets }: Quota): Record<string, string> {
  return {
    'RateLimit-Policy': `"requests";q=${limit};w=${WINDOW / 1000}`,
    RateLimit: `"requests";r=${left};t=${resets}`,
  }
}
