import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Makes code and reference pages from tables and messages.
 *
 *     node tooling/generate/src/main.ts            writes what has changed
 *     node tooling/generate/src/main.ts --check    writes nothing; answers 1 when anything would change
 */

/** Every generated file: where it goes, the module that makes it, and its function. */
const GENERATED = [
  { path: 'packages/core/src/generated/messages.ts', module: 'messages.ts', make: 'generateMessages' },
  { path: 'docs/messages.md', module: 'messages.ts', make: 'generateMessagePage' },
  { path: 'packages/core/src/generated/fold.ts', module: 'fold.ts', make: 'generateFold' },
  { path: 'packages/core/src/generated/common.ts', module: 'common.ts', make: 'generateCommon' },
  { path: 'packages/core/src/generated/cp936.ts', module: 'cp936.ts', make: 'generateCp936' },
  { path: 'packages/core/src/generated/line-words.ts', module: 'line-words.ts', make: 'generateLineWords' },
  { path: 'packages/core/src/generated/readings.ts', module: 'readings.ts', make: 'generateReadings' },
  { path: 'packages/core/src/generated/lexicon.ts', module: 'lexicon.ts', make: 'generateLexicon' },
  { path: 'packages/core/src/generated/lexicon-full.ts', module: 'lexicon.ts', make: 'generateFullLexicon' },
]

const ROOT = new URL('../../../', import.meta.url)
const isCheck = process.argv.includes('--check')

for (const { path, module, make } of GENERATED) {
  if (!isThere(module, make)) {
    console.error(`${path}: ${module} exports no ${make}() yet`)
    continue
  }
  const generator = await import(`./${module}`)
  update(path, await generator[make]())
}

/** Whether `module` stands beside this file and exports `make`; looked up without running it. */
function isThere(module: string, make: string): boolean {
  const file = new URL(module, import.meta.url)
  return existsSync(file) && readFileSync(file, 'utf8').includes(`function ${make}(`)
}

function update(path: string, text: string): void {
  const file = new URL(path, ROOT)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  if (isCheck) {
    console.error(`${path} is not what its sources make: run \`pnpm generate\`.`)
    process.exitCode = 1
    return
  }
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, text)
  console.error(`${path} written`)
}
