import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heading, item, page, paragraph, salutation, section, speech } from '../page.fixture.ts'
import { write } from '../write.ts'

/** The office that draws the pages; without it these tests are skipped. */
const OFFICE = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
const folder = mkdtempSync(join(tmpdir(), 'speeches-docx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A speech of more than three pages, every paragraph of it longer than a line. */
const LONG = page(
  { title: '青禾村春季大会讲话' },
  item(
    1,
    heading('青禾村春季大会讲话篇一'),
    speech(
      [],
      salutation('乡亲们：'),
      section(
        1,
        '一、',
        '抓好水利。',
        ...Array.from({ length: 20 }, () => paragraph('今年要把东头西头的渠都修到田边地角去'.repeat(6))),
      ),
    ),
  ),
)

/** Within a point. */
const expectNear = (points: number, expected: number) => expect(Math.abs(points - expected)).toBeLessThan(1)
const LEFT = (28 * 72) / 25.4

interface Line {
  /** From the lower edge of the paper, in points. */
  y: number
  /** Of its first character, from the left edge of the paper, in points. */
  x: number
  text: string
}

/** The lines of each page as they are drawn, from top to bottom. */
async function draw(bytes: Uint8Array): Promise<Line[][]> {
  const file = join(folder, 'speech.docx')
  writeFileSync(file, bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync(OFFICE as string, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file])
  const document = await getDocumentProxy(new Uint8Array(readFileSync(join(folder, 'speech.pdf'))))
  const pages: Line[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const lines = new Map<number, Line>()
    for (const part of items) {
      if (!('str' in part) || part.str.trim() === '') continue
      const [, , , , x = 0, y = 0] = part.transform as number[]
      const line = lines.get(Math.round(y)) ?? { y: Math.round(y), x, text: '' }
      lines.set(line.y, { ...line, x: Math.min(x, line.x), text: line.text + part.str.trim() })
    }
    pages.push([...lines.values()].sort((a, b) => b.y - a.y))
  }
  return pages
}

describe.skipIf(OFFICE === undefined)('drawn by LibreOffice (where soffice is there)', () => {
  let pages: Line[][] = []
  let first: Line[] = []
  let second: Line[] = []
  let third: Line[] = []
  beforeAll(async () => {
    pages = await draw(await write(LONG, 'docx'))
    ;[first = [], second = [], third = []] = pages
  })
  const body = (lines: Line[]) => lines.filter(({ text }) => !text.startsWith('—'))
  const numberOf = (lines: Line[]) => lines.filter(({ text }) => text.startsWith('—'))

  test('a speech has as many pages as its lines need', () => {
    const lines = 20 * Math.ceil((6 * 18 + 2) / 28) + 2 + 4
    expect(pages).toHaveLength(Math.ceil(lines / 22))
  })

  test('a full page has 22 lines, evenly spaced between the margins', () => {
    for (const lines of [second, third]) {
      expect(body(lines)).toHaveLength(22)
      const ys = body(lines).map(({ y }) => y)
      const gaps = ys.slice(1).map((y, index) => (ys[index] as number) - y)
      for (const gap of gaps) expectNear(gap, 28.95)
      expect(ys[0]).toBeLessThan(842 - (37 * 72) / 25.4)
      expect(ys[21]).toBeGreaterThan((35 * 72) / 25.4)
    }
  })

  test('a full line has 28 characters; a paragraph begins two characters in', () => {
    const lengths = body(second).map(({ text }) => [...text.replace(/\s/g, '')].length)
    expect(Math.max(...lengths)).toBe(28)
    const left = Math.min(...body(second).map(({ x }) => x))
    expectNear(left, LEFT)
    const indented = body(second).filter(({ x }) => x > left + 1)
    expect(indented.length).toBeGreaterThan(0)
    for (const { x } of indented) expectNear(x - left, 2 * 15.79)
  })

  test('the titles stand in the middle, above an empty line', () => {
    expect(first.slice(0, 3).map(({ text }) => text)).toEqual([
      '青禾村春季大会讲话',
      '青禾村春季大会讲话篇一',
      '乡亲们：',
    ])
    const [title, heading, salutation] = first as [Line, Line, Line]
    expect(title.y - heading.y).toBeGreaterThan(2 * 28.95 - 4)
    expect(heading.y - salutation.y).toBeGreaterThan(2 * 28.95 - 4)
    expect(title.x).toBeGreaterThan(150)
    expectNear(salutation.x, LEFT)
  })

  test('the number stands below, right on odd pages and left on even ones', () => {
    expect([first, second, third].map((lines) => numberOf(lines).map(({ text }) => text.replace(/\s/g, '')))).toEqual([
      ['—1—'],
      ['—2—'],
      ['—3—'],
    ])
    const [odd, even] = [numberOf(first)[0] as Line, numberOf(second)[0] as Line]
    expect(odd.x).toBeGreaterThan(400)
    expectNear(even.x, LEFT + 14)
    expect(odd.y).toBeLessThan((35 * 72) / 25.4)
  })
})
