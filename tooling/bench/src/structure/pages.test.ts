import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { folderOf, type Page, readPages, type SetName, sets } from './pages.ts'

const pages = new Map<SetName, Page[]>(sets.map((set) => [set, readPages(folderOf(set))]))
const readme = readFileSync(`${folderOf('development')}/../README.md`, 'utf8')

// - H1 title printed again → one-page, another-page; a-page-set-aside
const forms = [...readme.matchAll(/^- ([A-Z]\d+) .*? → (.*?); (.*)$/gm)].map(
  ([, row = '', development = '', aside = '']) => ({
    row,
    development: namesIn(development),
    'set-aside': namesIn(aside),
  }),
)

describe.each(sets)('%s', (set) => {
  const all = pages.get(set) ?? []

  it.each(all.map((page) => [page.name, page] as const))(
    '%s quotes its page in order and leaves nothing out',
    (_, page) => {
      expect(page.misquotes).toEqual([])
      expect(page.source.length).toBeGreaterThan(250)
    },
  )

  it('has the pages that README.md names for each form', () => {
    for (const form of forms) {
      const real = all.filter(({ about }) => rowsOf(about).includes(form.row)).map(({ name }) => name)
      expect([form.row, form[set]]).toEqual([form.row, real.sort()])
    }
  })
})

it('README.md names the forms', () => {
  expect(forms.length).toBeGreaterThan(110)
})

it('there are at least 30 development pages and 15 set aside', () => {
  expect(pages.get('development')?.length).toBeGreaterThanOrEqual(30)
  expect(pages.get('set-aside')?.length).toBeGreaterThanOrEqual(15)
})

it.each(forms.filter(({ row }) => !row.startsWith('D')))(
  '$row occurs on two development pages and on one set aside',
  (form) => {
    expect(form.development.length).toBeGreaterThanOrEqual(2)
    expect(form['set-aside'].length).toBeGreaterThanOrEqual(1)
  },
)

it('no page of one set stands in the other', () => {
  const development = new Set(pages.get('development')?.flatMap(({ source }) => longLines(source)))
  const shared = pages
    .get('set-aside')
    ?.flatMap(({ source }) => longLines(source))
    .filter((line) => development.has(line))
  expect(shared).toEqual([])
})

function namesIn(list: string): string[] {
  return list.split(', ').filter((name) => name !== '–')
}

function rowsOf(about: string): string[] {
  return (about.split('Rows:')[1] ?? '').trim().split(/\s+/)
}

function longLines(source: string): string[] {
  return source.split(/\r?\n/).filter((line) => line.length > 30)
}
