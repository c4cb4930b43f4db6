import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from '../speeches.ts'

const FOLDER = new URL('../../../../tooling/fixtures/clean/', import.meta.url)

/** Speeches of ours in which nothing is wrong: whole, in one script, numbered in order, every mark closed. */
const SPEECHES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, source: readFileSync(new URL(name, FOLDER), 'utf8') }))

const charactersOf = (source: string) => source.replace(/\s/g, '').length

describe('clean speeches', () => {
  test('are many, and long enough to raise false alarms', () => {
    expect(SPEECHES.length).toBeGreaterThanOrEqual(20)
    expect(SPEECHES.reduce((sum, { source }) => sum + charactersOf(source), 0)).toBeGreaterThanOrEqual(20_000)
  })

  test.each(SPEECHES)('$name raises no error and no repair', ({ source }) => {
    const { messages, edits } = parse(source)
    expect(messages.filter(({ fatal }) => fatal)).toEqual([])
    expect(edits).toEqual([])
  })

  test('raise at most 2 warnings in 10,000 characters', () => {
    const characters = SPEECHES.reduce((sum, { source }) => sum + charactersOf(source), 0)
    const warnings = SPEECHES.flatMap(({ source }) => parse(source).messages).filter(({ fatal }) => fatal === false)
    expect(warnings.length).toBeLessThanOrEqual((2 * characters) / 10_000)
  })
})
