import { readdirSync, readFileSync } from 'node:fs'
import type { APIRoute } from 'astro'

const EXAMPLES = new URL('examples/', `file://${process.cwd()}/../../`)

/** The pages of `examples/`, for `/try`. */
export function getStaticPaths() {
  const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.txt'))
  return names.map((name) => ({ params: { name: name.slice(0, -'.txt'.length) } }))
}

export const GET: APIRoute = ({ params }) =>
  new Response(readFileSync(new URL(`${params.name}.txt`, EXAMPLES)), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
