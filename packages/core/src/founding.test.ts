import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { restore } from './restore/restore.ts'
import type { Collection, Item, Related, RelatedLink } from './schema/collection.ts'
import type { ParseResult } from './schema/result.ts'
import type { Section, Speech } from './schema/speech.ts'
import { undo } from './source/edits.ts'
import { parse } from './speeches.ts'
import { textOf } from './tree/text.ts'
import { sectionsOf, speechesOf } from './tree/walk.ts'

const path = process.env.SPEECHES_FOUNDING

describe.skipIf(!path)('the founding page, which the setting SPEECHES_FOUNDING names', () => {
  const source = path ? readFileSync(path, 'utf8') : ''
  const result: ParseResult = parse(source)
  const { collection, messages } = result
  const items = collection.children.filter((child): child is Item => child.type === 'item')
  const speeches = speechesOf(collection)
  const restored = restore(source)

  const messagesOn = (line: number, rule: string) =>
    messages.filter(({ ruleId, place }) => ruleId === rule && place?.start.line === line)
  const topMarkers = (speech: Speech | undefined) => (speech ? sectionsOf(speech).map(({ marker }) => marker) : [])
  const speechesIn = (item: Item | undefined) =>
    item ? item.children.filter((child): child is Speech => child.type === 'speech') : []

  test('has its metadata', () => {
    expect(collection.metadata).toMatchObject({ published: '2023-11-12T03:53:59', editor: 'zdfb', format: 'DOC' })
    expect(collection.metadata.author).toBeNull()
    expect(collection).toMatchObject({ title: '市委工會工作會議講話內容', titleFrom: 'stem' })
  })

  test('has 8 items with headings and ordinals', () => {
    expect(items.map(({ ordinal, printedOrdinal }) => [ordinal, printedOrdinal])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, n]),
    )
    const numerals = [...'一二三四五六七八']
    expect(items.map((item) => textOf(item.children[0] as Item['children'][number]))).toEqual(
      numerals.map((numeral) => `市委工會工作會議講話內容篇${numeral}`),
    )
    expect(items.map((item) => item.position?.start.line)).toEqual([9, 35, 56, 104, 151, 169, 189, 262])
  })

  test('has a preface and three editor’s notes', () => {
    expect(collection.children.filter(({ type }) => type === 'preface')).toHaveLength(1)
    const notes = items.flatMap((item) => item.children.filter(({ type }) => type === 'editorNote'))
    expect(notes.map(({ position }) => position?.start.line)).toEqual([57, 105, 190])
  })

  test('has 12 speeches, 11 of them with salutation', () => {
    expect(items.map((item) => speechesIn(item).length)).toEqual([1, 1, 3, 3, 1, 1, 1, 1])
    expect(speeches.map(({ position }) => [position?.start.line, position?.end.line])).toEqual([
      ...[
        [10, 34],
        [36, 55],
        [58, 66],
        [67, 83],
        [84, 103],
        [106, 117],
      ],
      ...[
        [118, 138],
        [139, 150],
        [152, 168],
        [170, 188],
        [191, 261],
        [263, 287],
      ],
    ])
    const addressed = speeches.map(({ children }) => children.some(({ type }) => type === 'salutation'))
    expect(addressed).toEqual([true, true, true, true, false, true, true, true, true, true, true, true])
  })

  test('has 30 related links with title, label and count', () => {
    const blocks = collection.children.filter((child): child is Related => child.type === 'related')
    const links = blocks.flatMap(({ children }) =>
      children.filter((child): child is RelatedLink => child.type === 'relatedLink'),
    )
    expect(links).toHaveLength(30)
    expect(links.filter(({ label }) => label === null)).toHaveLength(5)
    for (const { title, count } of links) {
      expect(title).toMatch(/^[^()（）]{5,}$/)
      expect(count).toBeGreaterThan(7)
    }
    expect(links[0]).toMatchObject({ label: '模板', count: 11 })
    expect(links.at(-1)).toMatchObject({ label: null, count: 18 })
  })

  test('keeps no gloss outside of damaged runs, and every real parenthesis', () => {
    const glosses = [...restored.text.matchAll(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/g)].filter(
      ([gloss]) => !['(b型)', '(reits模式)'].includes(gloss),
    )
    const left = messages
      .filter(({ ruleId }) => ['restoration-left-undone', 'uncertain-restoration', 'lost-characters'].includes(ruleId))
      .map(({ actual }) => actual ?? '')
    for (const [gloss] of glosses)
      expect(
        left.some((run) => run.includes(gloss)),
        `${gloss} stands in a damaged run`,
      ).toBe(true)
    for (const real of ['(街道)', '(專家)', '(b型)', '(reits模式)', '(征求意見稿)']) {
      const count = (text: string) => text.split(real).length
      expect(count(source), real).toBeGreaterThan(1)
      expect(count(restored.text), real).toBe(count(source))
    }
  })

  test('gives the page back, code unit for code unit', () => {
    expect(undo(restored.text, restored.edits) === source).toBe(true)
    expect(result.edits).toEqual(restored.edits)
  })

  test('sets announced counts beside found ones', () => {
    const [first] = speeches
    expect(first?.announced).toEqual([{ text: '四點意見', count: 4 }])
    expect(topMarkers(first)).toEqual(['一、', '二、', '四、'])
    expect(messagesOn(14, 'announced-count-differs')).toHaveLength(1)
    const seventh = speechesIn(items[6])[0]
    expect(seventh?.announced.map(({ count }) => count)).toEqual([4, 7])
    expect(topMarkers(seventh)).toEqual([...'一二三四五六七'].map((numeral) => `${numeral}、`))
    expect(messagesOn(192, 'announced-count-differs').map(({ actual }) => actual)).toEqual(['四個方面意見'])
  })

  test('reports (三)(三)(五)', () => {
    const second = sectionsOf(speechesIn(items[7])[0] as Speech)[1] as Section
    expect(sectionsOf(second).map(({ marker }) => marker)).toEqual(['(一)', '(二)', '(三)', '(三)', '(五)', '(六)'])
    expect(messagesOn(279, 'numbering-repeat')).toHaveLength(1)
    expect(messagesOn(280, 'numbering-gap')).toHaveLength(1)
  })

  test('nests its sections', () => {
    const depths = (node: Collection | Item | Speech | Section): number =>
      'children' in node
        ? Math.max(
            node.type === 'section' ? node.depth : 0,
            ...node.children.map((child) => ('children' in child ? depths(child as Section) : 0)),
          )
        : 0
    expect(speeches.map(depths)).toEqual([2, 2, 1, 2, 2, 1, 2, 1, 1, 1, 2, 2])
  })
})
