import { type Service, startService } from './service.ts'

/** Starts the site on the store that the API has; rejects when it cannot, which it has said why. */
export function startSite(settings: Record<string, string>): Promise<Service> {
  return startService('apps/site/src/server.ts', settings, (line) => /^speeches-site: (http\S+)$/.exec(line)?.[1])
}

/** How many collections the site lists: shows that it answers. */
export async function listed(url: string): Promise<number> {
  const answer = await fetch(`${url}/d`)
  if (!answer.ok) throw new Error(`/d: ${answer.status}`)
  return new Set((await answer.text()).match(/href="\/d\/\w+"/g)).size
}
