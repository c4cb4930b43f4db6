import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Repair } from '../schema/edit.ts'
import { restore } from './restore.ts'

const FIXTURES = new URL('../../../../tooling/fixtures/must-not-change/', import.meta.url)

/** Healthy text. A fixture whose half-width marks a careful editor would widen names the repairs it is meant for: `only: gloss, shift`. */
const names = readdirSync(FIXTURES).sort()

test('there are enough fixtures to mean something', () => {
  expect(names.length).toBeGreaterThanOrEqual(30)
})

describe('healthy text comes out as it went in', () => {
  test.each(names)('%s', (name) => {
    const source = readFileSync(new URL(`${name}/input.txt`, FIXTURES), 'utf8')
    const about = readFileSync(new URL(`${name}/about.md`, FIXTURES), 'utf8')
    const only = /^only: (.*)$/m.exec(about)?.[1]?.split(', ') as Repair[] | undefined
    const { text, edits, messages } = restore(source, only ? { only } : {})
    expect(edits.map(({ rule, original, replacement }) => ({ rule, original, replacement }))).toEqual([])
    expect(text).toBe(source)
    expect(messages).toEqual([])
  })
})
