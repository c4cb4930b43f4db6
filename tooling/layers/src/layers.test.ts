import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { importsOf } from './imports.ts'
import { judge, roomOf } from './judge.ts'
import { ROOMS, SETTINGS } from './rooms.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8')
const find = (pattern: string) =>
  globSync(pattern, { cwd: ROOT, exclude: (path) => /(^|\/)(node_modules|dist|\.astro)(\/|$)/.test(path) }).map(
    (path) => path.replaceAll('\\', '/'),
  )

const manifests = find('{packages,apps,tooling}/*/package.json')
const names = new Map(manifests.map((path) => [String(JSON.parse(read(path)).name), roomOf(path) as string]))
const files = find('{packages,apps,tooling}/*/**/*.{ts,tsx,mts,js,mjs,jsx,astro}')

describe('who may import whom', () => {
  test('every room is in the table', () => {
    expect(Object.keys(ROOMS)).toEqual(expect.arrayContaining([...names.values()]))
  })

  test('the table names only rooms of the table', () => {
    const named = Object.values(ROOMS).flatMap(({ imports, tests = [], insides = [] }) => [
      ...imports,
      ...tests,
      ...insides,
    ])
    expect(Object.keys(ROOMS)).toEqual(expect.arrayContaining([...named, ...SETTINGS]))
  })

  test('nothing imports an app, and core imports nothing', () => {
    expect(
      Object.values(ROOMS)
        .flatMap(({ imports }) => imports)
        .filter((room) => room.startsWith('apps/')),
    ).toEqual([])
    expect(ROOMS['packages/core']?.imports).toEqual([])
  })

  test('rooms import each other in no circle', () => {
    const reach = (room: string, path: string[]): void => {
      expect(path).not.toContain(room)
      for (const next of ROOMS[room]?.imports ?? []) reach(next, [...path, room])
    }
    for (const room of Object.keys(ROOMS)) reach(room, [])
  })

  test('there are files to look at', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files).toContain('packages/core/src/schema/index.ts')
    expect(existsSync(`${ROOT}pnpm-workspace.yaml`)).toBe(true)
  })

  test('every import is allowed', () => {
    const complaints = files.flatMap((file) =>
      importsOf(read(file)).flatMap(({ specifier, line }) => {
        const complaint = judge(file, specifier, names)
        return complaint ? [`${file}:${line} imports ${specifier}: ${complaint}`] : []
      }),
    )
    expect(complaints).toEqual([])
  })
})

describe('the judge', () => {
  const known = new Map([
    ['@speeches/core', 'packages/core'],
    ['@speeches/parser', 'packages/parser'],
    ['@speeches/api', 'apps/api'],
    ['@speeches/channel', 'tooling/channel'],
    ['@speeches/vitest', 'tooling/vitest'],
  ])

  test.each([
    ['packages/core/src/a.ts', './b.ts'],
    ['packages/core/src/a.test.ts', 'node:fs'],
    ['packages/core/src/a.test.ts', '@speeches/channel'],
    ['packages/core/src/schema/a.ts', 'zod'],
    ['packages/core/vitest.config.ts', '@speeches/vitest'],
    ['packages/parser/src/index.ts', '@speeches/core/schema'],
    ['packages/cli/src/main.ts', 'node:fs'],
    ['packages/cli/src/main.ts', 'commander'],
    ['packages/cli/src/main.ts', '../package.json'],
    ['apps/api/src/routes.ts', 'zod'],
    ['tooling/generate/src/a.ts', '../../../packages/core/src/a.ts'],
  ])('lets %s import %s', (file, specifier) => {
    expect(judge(file, specifier, known)).toBeUndefined()
  })

  test.each([
    ['packages/core/src/a.ts', 'node:fs', 'no disk'],
    ['packages/core/src/a.ts', 'fs', 'no disk'],
    ['packages/core/src/parse/a.ts', 'zod', 'belongs to the schema'],
    ['packages/cli/src/a.ts', 'zod/mini', 'belongs to the schema'],
    ['packages/core/src/a.ts', '@speeches/parser', 'may not import packages/parser'],
    ['packages/core/src/a.ts', '@speeches/channel', 'may not import tooling/channel'],
    ['packages/core/src/a.ts', '@speeches/core', 'by path'],
    ['packages/core/src/a.ts', '@speeches/vitest', 'for configuration files'],
    ['packages/cli/src/a.ts', '@speeches/core', 'may not import packages/core'],
    ['packages/cli/src/a.ts', '../../core/src/index.ts', 'not by a path'],
    ['packages/cli/src/a.ts', '@speeches/api', 'may not import apps/api'],
    ['packages/core/src/a.ts', '../../../README.md', 'out of all rooms'],
    ['packages/elsewhere/src/a.ts', './b.ts', 'no room that rooms.ts names'],
  ])('does not let %s import %s', (file, specifier, complaint) => {
    expect(judge(file, specifier, known)).toContain(complaint)
  })
})
