import { expect, test } from 'vitest'
import { importsOf } from './imports.ts'

test.each([
  ["import { a } from './a.ts'", './a.ts'],
  ["import type { A } from './a.ts'", './a.ts'],
  ["import a, * as b from './a.ts'", './a.ts'],
  ["import './a.ts'", './a.ts'],
  ["import {\n  a,\n  b,\n} from './a.ts'", './a.ts'],
  ["export { a } from './a.ts'", './a.ts'],
  ["export * from './a.ts'", './a.ts'],
  ["const a = await import('./a.ts')", './a.ts'],
  ['const a = require("./a.cjs")', './a.cjs'],
  ["type A = import('./a.ts').A", './a.ts'],
  ["import a from './a.json' with { type: 'json' }", './a.json'],
  ["const url = 'https://example.org'; import './a.ts'", './a.ts'],
])('%j imports', (code, specifier) => {
  expect(importsOf(code).map((found) => found.specifier)).toEqual([specifier])
})

test.each([
  ["// import './a.ts'"],
  ["/* import './a.ts'\nimport './b.ts' */"],
  ["const code = `import './a.ts'`"],
  ["const from = 'here'"],
  ["import.meta.url + './a.ts'"],
])('%j imports nothing', (code) => {
  expect(importsOf(code)).toEqual([])
})

test('says the line', () => {
  expect(importsOf("// one\nimport {\n  a,\n} from './a.ts'\nimport './b.ts'\n")).toEqual([
    { specifier: './a.ts', line: 4 },
    { specifier: './b.ts', line: 5 },
  ])
})
