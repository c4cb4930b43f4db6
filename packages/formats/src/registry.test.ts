import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Everything that a module imports as it is loaded, its own imports included; what is imported as type costs nothing. */
function importsOf(module: URL, seen = new Set<string>()): Set<string> {
  const code = readFileSync(module, 'utf8')
  for (const [, specifier = ''] of code.matchAll(/^(?:import|export) (?!type )[^'"]*from '([^']+)'/gm)) {
    const path = specifier.startsWith('.') ? new URL(specifier, module).href : specifier
    if (seen.has(path)) continue
    seen.add(path)
    if (specifier.startsWith('.')) importsOf(new URL(path), seen)
  }
  return seen
}

test('importing the package loads no library: each comes with the format that needs it', () => {
  const imports = [...importsOf(new URL('index.ts', import.meta.url))]
  expect(imports.filter((path) => !path.startsWith('file:'))).toEqual(['@speeches/core'])
  expect(imports.filter((path) => path.includes('/read/html/'))).toEqual([])
})
