import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { serviceWorker } from './service-worker.ts'

/** Finishes what Astro built: the index of the documentation, the service worker, and files compressed once for all. */
const CLIENT = fileURLToPath(new URL('../../dist/client/', import.meta.url))

/** What shrinks. */
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.txt', '.json', '.xml', '.mjs'])

const pagefind = spawnSync('pagefind', ['--site', CLIENT, '--glob', '{docs,*/docs}/**/*.html', '--quiet'], {
  stdio: 'inherit',
})
if (pagefind.status !== 0) process.exit(1)

writeFileSync(join(CLIENT, 'sw.js'), serviceWorker(CLIENT, files(CLIENT)))
for (const path of files(CLIENT)) {
  if (!COMPRESSIBLE.has(extname(path)) || statSync(join(CLIENT, path)).size < 1024) continue
  writeFileSync(join(CLIENT, `${path}.gz`), gzipSync(readFileSync(join(CLIENT, path)), { level: 9 }))
}

/** All files below a folder, as paths from it. */
function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.gz'))
}
