import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `/try` needs without a network: its pages, the examples, and every script and style. */
const KEPT = [/^_astro\//, /^(?:(?:hant|en)\/)?try\/index\.html$/, /^examples\//, /^theme\.js$/, /^favicon\.svg$/]

/**
 * The service worker: keeps what `/try` needs, and answers with it; pages are asked for first, and kept ones are
 * given when the network does not answer.
 *
 * @param paths files of the built site, relative to `folder`
 */
export function serviceWorker(folder: string, paths: readonly string[]): string {
  const kept = paths.filter((path) => KEPT.some((form) => form.test(path))).sort()
  const hash = createHash('sha256')
  for (const path of kept) hash.update(path).update(readFileSync(join(folder, path)))
  const addresses = kept.map((path) => `/${path.replace(/\/index\.html$/, '')}`)
  return `const CACHE = 'try-${hash.digest('hex').slice(0, 16)}'
const KEPT = ${JSON.stringify(addresses)}

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(KEPT)).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== location.origin) return
  const path = address.pathname.replace(/(.)\\/$/, '$1')
  if (!KEPT.includes(path)) return
  const kept = () => caches.match(path, { ignoreSearch: true })
  event.respondWith(
    path.startsWith('/_astro/')
      ? kept().then((answer) => answer ?? fetch(request))
      : fetch(request).catch(() => kept().then((answer) => answer ?? Response.error())),
  )
})
`
}
