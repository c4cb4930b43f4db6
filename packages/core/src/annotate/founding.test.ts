import { readFileSync } from 'node:fs'
import type { Node } from 'unist'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import type { Phrasing } from '../schema/phrasing.ts'
import { parse } from '../speeches.ts'
import { textOf } from '../tree/text.ts'

const path = process.env.SPEECHES_FOUNDING

describe.skipIf(!path)('the founding page, which the setting SPEECHES_FOUNDING names', () => {
  const source = path ? readFileSync(path, 'utf8') : ''
  const { collection, edits } = parse(source)
  const nodes: Phrasing[] = []
  visit(collection as Node, (node) => {
    nodes.push(node as Phrasing)
  })
  const elisions = nodes.flatMap((node) => (node.type === 'elision' ? [node] : []))

  /** Where a string stands in the source, at most `reach` units behind its start. */
  function placesOf(words: string): number[] {
    const places: number[] = []
    for (let at = source.indexOf(words); at !== -1; at = source.indexOf(words, at + 1)) places.push(at)
    return places
  }

  const startsOf = (value: string) =>
    elisions.filter((node) => node.value === value).map(({ position }) => position?.start.offset)

  test('has 8 empty quotations at their places', () => {
    const empty = elisions.filter(({ kind }) => kind === 'quotation')
    expect(empty.map(({ value }) => value).sort()).toEqual([...Array(6).fill('“”'), '‘’', '‘’'].sort())
    for (const { value, position } of empty)
      expect(source.slice(position?.start.offset, position?.end.offset)).toBe(value)
  })

  test('has 14 years 20xx at their places', () => {
    expect(startsOf('20xx')).toEqual(placesOf('20xx'))
    expect(startsOf('20xx')).toHaveLength(14)
    expect(elisions.filter(({ value }) => value === '20xx').every(({ kind }) => kind === 'year')).toBe(true)
  })

  test('has 20 congresses xx屆 and xx大 at their places', () => {
    const places = placesOf('xx').filter((at) => !/\d/.test(source.charAt(at - 1)))
    expect(startsOf('xx')).toEqual(places)
    expect(places).toHaveLength(20)
    expect(elisions.filter(({ value }) => value === 'xx').every(({ kind }) => kind === 'ordinal')).toBe(true)
  })

  test('has 80 × at their places', () => {
    expect(startsOf('×')).toEqual(placesOf('×'))
    expect(startsOf('×')).toHaveLength(80)
  })

  test('has the names that left their particles behind', () => {
    const sliced = (value: string) =>
      elisions
        .filter((node) => node.value === value)
        .map(({ position }) => [position?.start.line, source.slice(position?.start.offset, position?.end.offset)])
    expect(sliced('以為的').map(([, printed]) => printed)).toEqual(['以為的', '以為的'])
    expect(sliced('的的').map(([, printed]) => printed)).toEqual(['的的'])
  })

  test('has every 《…》, whole, at its place', () => {
    const citations = nodes.filter(({ type }) => type === 'citation')
    const starts = citations.map(({ position }) => position?.start.offset as number)
    const printed = placesOf('《')
    const damaged = edits.filter(({ replacement }) => replacement.includes('《')).map(({ position }) => position)
    expect([printed.length, damaged.length]).toEqual([44, 2])
    expect(starts.filter((at) => source.charAt(at) === '《')).toEqual(printed)
    for (const { start, end } of damaged) {
      expect(starts.filter((at) => at >= start.offset && at <= end.offset)).toHaveLength(1)
    }
    expect(starts).toHaveLength(46)
    for (const citation of citations) expect(textOf(citation)).toMatch(/^《.*》$/su)
  })
})
