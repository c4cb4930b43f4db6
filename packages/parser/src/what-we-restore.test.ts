import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { restore, undo } from './index.ts'

const [PAGE, CHINESE] = ['what-we-restore.md', 'what-we-restore.zh.md'].map((name) =>
  readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8'),
) as [string, string]
const EXAMPLE = /^```text page\n(.*?)^```\n+^```text becomes\n(.*?)^```$/gms

const examples = [...PAGE.matchAll(EXAMPLE)].map(([, page = '', becomes = '']) => [page, becomes])

test('there are examples, and each page becomes something', () => {
  expect(examples).toHaveLength(4)
  expect(PAGE.match(/^```text/gm)).toHaveLength(8)
})

test.each(examples.map((example, i) => [i + 1, ...example]))('example %i', (_, page, becomes) => {
  const { text, edits } = restore(page as string)
  expect(text).toBe(becomes)
  expect(undo(text, edits)).toBe(page)
})

test('the edit shown is one of the first page', () => {
  const [, shown = ''] = /```json\n(.*?)```/s.exec(PAGE) ?? []
  const edits = restore(examples[0]?.[0] as string).edits.map(({ position, ...edit }) => edit)
  const { evidence, ...edit } = JSON.parse(shown)
  // The margin moves a little with every word that the tables learn.
  const margin = expect.closeTo(evidence.margin, 0)
  expect(edits).toContainEqual({ ...edit, evidence: { ...evidence, margin } })
})

test('the messages named are those of the pages', () => {
  const said = new Set(examples.flatMap(([page = '']) => restore(page).messages.map(({ ruleId }) => ruleId)))
  const named = [
    'uncertain-restoration',
    'lost-characters',
    'torn-line-joined',
    'split-line-joined',
    'hard-wrap-joined',
  ]
  expect([...said].sort()).toEqual(named.sort())
})

test('the Chinese page shows the same, comments aside', () => {
  const blocks = (page: string) => page.match(/^```.*?^```$/gms)?.map((block) => block.replace(/ \/\/ .*$/gm, ''))
  const links = (page: string) => page.match(/\]\([^)]*\)/g)?.map((link) => link.replace('.zh.md', '.md'))
  expect(blocks(CHINESE)).toEqual(blocks(PAGE))
  expect(links(CHINESE)).toEqual(links(PAGE))
})
