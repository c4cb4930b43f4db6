import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ParseResult, parse, restore, undo } from '@speeches/parser'
import { describe, expect, test } from 'vitest'

const EXAMPLES = new URL('../../../examples/', import.meta.url)
const PAGES = readdirSync(EXAMPLES).filter((name) => name.endsWith('.txt'))

const read = (name: string) => readFileSync(new URL(name, EXAMPLES), 'utf8')
const rules = ({ messages }: ParseResult) => messages.map(({ ruleId }) => ruleId)
const items = ({ collection }: ParseResult) => collection.children.filter((child) => child.type === 'item')
const speechesOf = (result: ParseResult) =>
  items(result).map(({ children }) => children.filter((child) => child.type === 'speech').length)

test('pnpm start shows every example, says what to try next, and starts the API and the site with the examples', () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const SPEECHES_DATA = mkdtempSync(join(tmpdir(), 'speeches-start-'))
  const env = { ...process.env, SPEECHES_DATA }
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--once'], { encoding: 'utf8', env })
  rmSync(SPEECHES_DATA, { recursive: true })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  for (const name of PAGES) expect(stdout).toContain(`━━ examples/${name}\n`)
  expect(stdout).toContain('Try next:')
  expect(stdout).toMatch(/━━ The API: http:\/\/127\.0\.0\.1:\d+\n/)
  expect(stdout).toContain(`${PAGES.length} of the examples imported now`)
  expect(stdout).toMatch(/━━ The site: http:\/\/127\.0\.0\.1:\d+\n/)
  expect(stdout).toContain(`${PAGES.length} collections to read`)
  for (const name of PAGES) expect(stdout).toContain(`· ${parse(read(name)).collection.title}`)
})

describe('the examples hold what their README says', () => {
  test.each(PAGES)('%s: restoring can be undone', (name) => {
    const { text, edits } = restore(read(name))
    expect(undo(text, edits)).toBe(read(name))
  })

  test('reading-campaign.txt is clean and whole', () => {
    const result = parse(read('reading-campaign.txt'))
    expect(speechesOf(result)).toEqual([1, 1, 1])
    expect(result.edits).toEqual([])
    expect(result.messages).toEqual([])
    expect(result.collection.metadata).toMatchObject({
      published: '2022-04-20T09:15:00',
      editor: '禾苗',
      source: '云岭镇文化站',
    })
  })

  test('tree-planting.txt is glossed, and five runs are shifted', () => {
    const source = read('tree-planting.txt')
    const { text, edits, messages } = restore(source)
    const shifts = edits.filter(({ rule }) => rule === 'shift').length
    const refused = messages.filter(({ ruleId }) => /restoration/.test(ruleId)).length
    expect(source).toMatch(/\(yǎng\)/)
    expect(text).not.toMatch(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǘǚǜ]+\)/)
    expect(shifts + refused).toBe(5)
    expect(text).toContain('鄉鎮(街道)')
    expect(text).toContain('講話稿呢？')
  })

  test('flood-season.txt has the faults of its kind', () => {
    const result = parse(read('flood-season.txt'))
    expect(speechesOf(result)).toEqual([1, 3])
    expect(rules(result)).toEqual(
      expect.arrayContaining([
        'announced-count-differs',
        'numbering-gap',
        'numbering-repeat',
        'torn-line-joined',
        'split-line-joined',
        'several-speeches-in-item',
        'speech-without-salutation',
        'paragraph-without-beginning',
      ]),
    )
    const links = result.collection.children.flatMap((child) => (child.type === 'related' ? child.children : []))
    expect(links.filter(({ type }) => type === 'relatedLink')).toHaveLength(5)
  })
})
