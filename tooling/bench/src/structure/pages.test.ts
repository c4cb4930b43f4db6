import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { folderOf, type Page, readPages, type SetName, sets } from './pages.ts'

const pages = new Map<SetName, Page[]>(sets.map((set) => [set, readPages(folderOf(set))]))
const readme = readFileSync(`${folderOf('development')}/../README.md`, 'utf8')

describe.each(sets)('%s', (set) => {
  const all = pages.get(set) ?? []

  it.each(all.map((page) => [page.name, page] as const))(
    '%s quotes its page in order and leaves nothing out',
    (_, page) => {
      expect(page.misquotes).toEqual([])
      expect(page.source.length).toBeGreaterThan(250)
    },
  )

  it('has the pages that the table of README.md names', () => {
    const column = set === 'development' ? 3 : 4
    for (const [row, cells] of tableRows()) {
      const named = (cells[column] ?? '').split(', ').filter((name) => name !== '–')
      const real = all.filter(({ about }) => rowsOf(about).includes(row)).map(({ name }) => name)
      expect([row, named]).toEqual([row, real.sort()])
    }
  })
})

it('there are at least 30 development pages and 15 set aside', () => {
  expect(pages.get('development')?.length).toBeGreaterThanOrEqual(30)
  expect(pages.get('set-aside')?.length).toBeGreaterThanOrEqual(15)
})

it('each form occurs on two development pages and on one set aside', () => {
  for (const [row, cells] of tableRows()) {
    if (row.startsWith('D')) continue
    expect([row, (cells[3] ?? '').split(', ').length >= 2, cells[4] !== '–']).toEqual([row, true, true])
  }
})

it('no page of one set stands in the other', () => {
  const development = new Set(pages.get('development')?.flatMap(({ source }) => longLines(source)))
  const shared = pages
    .get('set-aside')
    ?.flatMap(({ source }) => longLines(source))
    .filter((line) => development.has(line))
  expect(shared).toEqual([])
})

// | H1 | title printed again | page, page | page |
function tableRows(): [row: string, cells: string[]][] {
  const rows = readme.split('\n').map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))
  return rows.filter((cells) => /^[A-Z]\d+$/.test(cells[0] ?? '')).map((cells) => [cells[0] ?? '', ['', ...cells]])
}

function rowsOf(about: string): string[] {
  return (about.split('Rows:')[1] ?? '').trim().split(/\s+/)
}

function longLines(source: string): string[] {
  return source.split(/\r?\n/).filter((line) => line.length > 30)
}
