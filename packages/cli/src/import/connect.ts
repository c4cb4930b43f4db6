import { createClient, patientFetch } from '@speeches/client'
import { formatTime } from '../batch/progress.ts'
import { Problem } from '../problem.ts'

export type Client = ReturnType<typeof createClient>

/** So often is asked at first: an address that is wrong is told in seconds, and not after minutes. */
const FIRST_TRIES = 3

/**
 * A client of the API at an address, when that has answered; a key for writing is read from SPEECHES_API_KEY. Where
 * nobody answers later on, or the API is busy, it asks again for minutes. Throws a Problem where there is no API.
 *
 * @param say told of each pause
 */
export async function connect(api: string, say: (line: string) => void): Promise<Client> {
  if (!URL.canParse(api) || !/^https?:$/.test(new URL(api).protocol)) {
    throw new Problem(`"${api}" is no address. Give one such as --api http://127.0.0.1:8787.`)
  }
  const url = api.replace(/\/+$/, '')
  const key = process.env.SPEECHES_API_KEY
  const headers: Record<string, string> = key ? { Authorization: `Bearer ${key}` } : {}
  const onPause = (reason: string, ms: number) => say(`${url}: ${reason}; trying again in ${formatTime(ms / 1000)}`)
  const first = patientFetch({ tries: FIRST_TRIES, onPause })
  const answer = await first(`${url}/healthz`).catch((error: unknown) => error)
  if (!(answer instanceof Response)) throw new Problem(`Nothing answers at ${url}. Check --api, and that it runs.`)
  if (answer.status >= 500) throw new Problem(`${url} answers ${answer.status}. Try again later.`)
  if (!answer.ok) throw new Problem(`${url} answers ${answer.status}: it is no API of speeches. Check --api.`)
  return createClient(url, { headers, fetch: patientFetch({ onPause }) })
}
