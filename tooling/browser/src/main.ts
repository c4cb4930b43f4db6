import { rmSync } from 'node:fs'
import { makeFolders } from './made.ts'
import { allPages } from './pages.ts'
import { type Digests, findChromium, findNodes, runInChromium, runInNode } from './runtimes.ts'

/**
 * Parses the same pages with the built parser in every Node on the PATH and in headless Chromium, and compares the
 * SHA-256 of what comes out, byte for byte. The last line says how many checks passed and failed.
 */
const FEWEST = 500
/** How many pages are named where results differ. */
const NAMED = 5

let passed = 0
let failed = 0

function check(name: string, complaint: string | false | undefined): void {
  if (complaint) failed++
  else passed++
  console.log(complaint ? `not ok ${name}\n  ${complaint}` : `ok ${name}`)
}

const pages = allPages()
const folders = await makeFolders(pages)
const [[ours, path] = ['', ''], ...others] = findNodes()
const expected = runInNode(path, folders)
const distinct = new Set(expected.full).size
check(
  `there are at least ${FEWEST} pages with results of their own`,
  distinct < FEWEST && `${distinct} of ${pages.length}`,
)
check('the full word table decides more', expected.small.join() === expected.full.join() && 'no result differs')

for (const [version, node] of others) compare(`Node ${version}`, runInNode(node, folders))
const chromium = findChromium()
if (chromium) {
  const { version, digests, strangers } = await runInChromium(chromium, folders)
  compare(`Chromium ${version}`, digests)
  check(`Chromium ${version} asks for nothing from elsewhere`, strangers.join(' '))
} else {
  console.log('skipped Chromium: there is no `chromium` on the PATH')
}

rmSync(new URL(folders.made), { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** Compares what another runtime made with what this one makes. */
function compare(name: string, digests: Digests): void {
  const against = `${name} and Node ${ours}`
  for (const table of ['small', 'full'] as const) {
    const differing = pages.filter((_, i) => digests[table][i] !== expected[table][i])
    const named = differing.slice(0, NAMED).map((page) => page.name)
    check(
      `${against} give the same bytes for ${pages.length} pages with the ${table} word table`,
      differing.length > 0 && `${differing.length} differ: ${named.join('; ')}`,
    )
  }
  check(`${against} have the same table of CP936`, digests.cp936 !== expected.cp936 && 'it differs')
}
