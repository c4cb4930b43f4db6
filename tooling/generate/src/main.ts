import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Makes code and reference pages from tables and messages.
 *
 *     node tooling/generate/src/main.ts            writes what has changed
 *     node tooling/generate/src/main.ts --check    writes nothing; answers 1 when anything would change
 */

/** Every generated file and what makes it; a module is loaded when those above it are written, as it may build on them. */
const GENERATED: Record<string, () => Promise<string>> = {
  'docs/messages.md': async () => (await import('./messages.ts')).generateMessagePage(),
  'packages/core/src/generated/messages.ts': async () => (await import('./messages.ts')).generateMessages(),
  'docs/messages.zh.md': async () => (await import('./messages.ts')).generateChineseMessagePage(),
  'packages/core/src/generated/messages-zh.ts': async () => (await import('./messages.ts')).generateChineseMessages(),
  'packages/core/src/generated/fold.ts': async () => (await import('./fold.ts')).generateFold(),
  'packages/core/src/generated/common.ts': async () => (await import('./common.ts')).generateCommon(),
  'packages/core/src/generated/line-words.ts': async () => (await import('./line-words.ts')).generateLineWords(),
  'packages/core/src/generated/name-words.ts': async () => (await import('./names.ts')).generateNameWords(),
  'packages/core/src/generated/cp936.ts': async () => (await import('./cp936.ts')).generateCp936(),
  'packages/core/src/generated/readings.ts': async () => (await import('./readings.ts')).generateReadings(),
  'packages/core/src/generated/lexicon.ts': async () => (await import('./lexicon.ts')).generateLexicon(),
  'packages/core/src/generated/lexicon-full.ts': async () => (await import('./lexicon.ts')).generateFullLexicon(),
}

const ROOT = new URL('../../../', import.meta.url)
const isCheck = process.argv.includes('--check')

for (const [path, generate] of Object.entries(GENERATED)) update(path, await generate())

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
