import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readers } from './read/readers.ts'
import { formats } from './write/formats.ts'

const HERE = new URL('./', import.meta.url)

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

const librariesOf = (path: string) =>
  [...importsOf(new URL(path, HERE))].filter((specifier) => !specifier.startsWith('file:'))

test('importing the package loads no library and no format: each comes when it is used', () => {
  expect(librariesOf('index.ts')).toEqual(['@speeches/core'])
  const modules = [...importsOf(new URL('index.ts', HERE))].filter((path) => path.startsWith('file:'))
  const folders = modules
    .map((path) => path.slice(HERE.href.length))
    .filter((path) => /^(?:read|write)\/\w+\//.test(path))
  expect(folders.filter((path) => !path.startsWith('read/text/'))).toEqual([
    'read/tree/index.ts',
    'write/json/pieces.ts',
  ])
  expect(modules.length).toBeLessThan(30)
})

describe('a format loads the library that it needs and no other', () => {
  /** The folder of each format, and its library. */
  const LIBRARIES: Readonly<Record<string, string>> = {
    docx: 'fflate',
    epub: 'fflate',
    parquet: 'hyparquet-writer',
  }
  const code = readFileSync(new URL('write/formats.ts', HERE), 'utf8')
  const folders = [
    ...new Set([...code.matchAll(/import\('\.\/([\w-]+)\/index\.ts'\)/g)].map(([, folder = '']) => folder)),
  ]

  test('all are known', () => {
    expect(code.match(/load: async/g)).toHaveLength(Object.keys(formats).length)
    for (const folder of folders) expect(existsSync(new URL(`write/${folder}/index.ts`, HERE))).toBe(true)
  })

  test.each(folders)('%s', (folder) => {
    const libraries = librariesOf(`write/${folder}/index.ts`).filter((name) => !name.startsWith('@speeches/'))
    expect(libraries).toEqual(folder in LIBRARIES ? [LIBRARIES[folder]] : [])
  })
})

describe('a reader loads the libraries that it needs and no other', () => {
  /** What each loads at once; unpdf and mdast-util-from-markdown come when the bytes have passed the first look. */
  const LIBRARIES: Readonly<Record<string, string[]>> = {
    text: [],
    html: ['entities', 'parse5'],
    markdown: ['entities'],
    docx: ['fflate', 'saxes'],
    doc: [],
    pdf: ['fflate'],
  }

  test.each(Object.keys(readers))('%s', (name) => {
    const libraries = librariesOf(`read/${name}/index.ts`).filter((library) => !library.startsWith('@speeches/'))
    expect(libraries.sort()).toEqual(LIBRARIES[name])
  })
})
