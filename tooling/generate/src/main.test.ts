import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))

test('generating again changes nothing', () => {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, '--check'], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test('every file in generated/ is in the table', () => {
  const table = readFileSync(MAIN, 'utf8')
  for (const name of readdirSync(new URL('../../../packages/core/src/generated/', import.meta.url))) {
    expect(table).toContain(`'packages/core/src/generated/${name}'`)
  }
})
