import { readdirSync, readFileSync } from 'node:fs'
import { type Service, startService } from './service.ts'

const EXAMPLES = new URL('../../../examples/', import.meta.url)

/** Starts the API; rejects when it cannot, which it has said why. */
export function startApi(settings: Record<string, string>): Promise<Service> {
  return startService('apps/api/src/server.ts', { SPEECHES_LOG: 'json', ...settings }, (line) =>
    line.includes('"listening"') ? (JSON.parse(line) as { url: string }).url : undefined,
  )
}

/** Imports the examples, which changes nothing where they are there already, and gives how many were new. */
export async function importExamples(url: string): Promise<number> {
  let created = 0
  for (const name of readdirSync(EXAMPLES).filter((file) => file.endsWith('.txt'))) {
    const answer = await fetch(`${url}/v1/documents?origin=examples/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      body: readFileSync(new URL(name, EXAMPLES)),
    })
    if (!answer.ok) throw new Error(`examples/${name}: ${answer.status} ${await answer.text()}`)
    if (answer.status === 201) created++
  }
  return created
}

/** The titles of what is stored: shows that the API answers. */
export async function titlesAt(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/v1/documents?limit=10`)
  if (!answer.ok) throw new Error(`/v1/documents: ${answer.status}`)
  const { items } = (await answer.json()) as { items: { title: string | null }[] }
  return items.map(({ title }) => title ?? '(no title)')
}
