import { readdirSync, readFileSync } from 'node:fs'
import { parse } from '@speeches/core'
import { expect, test } from 'vitest'
import { chooseReader } from '../choose.ts'
import { readText } from '../text/index.ts'
import { readHtml } from './index.ts'

const ROOT = new URL('../../../../../', import.meta.url)
const FIXTURES = new URL('tooling/fixtures/pages/development/', ROOT)

/** Our examples and the pages of the fixtures, as text; one that begins with a tag is HTML to the reader. */
const PAGES = [
  ...readdirSync(new URL('examples/', ROOT))
    .filter((name) => name.endsWith('.txt'))
    .map((name): [string, URL] => [name, new URL(`examples/${name}`, ROOT)]),
  ...readdirSync(FIXTURES).map((name): [string, URL] => [name, new URL(`${name}/input.txt`, FIXTURES)]),
].filter(([, path]) => !readFileSync(path, 'utf8').startsWith('<'))

const utf8 = (text: string) => new TextEncoder().encode(text)
const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const linesOf = (text: string) => text.split(/\r?\n/).map(escapeText)

const WAYS: Record<string, (text: string) => string> = {
  'a paragraph a line': (text) => linesOf(text).reduce((html, line) => `${html}<p>${line}</p>\n`, '<!doctype html>\n'),
  'a soup of br': (text) => `<html><body><nav><a href="/">首页</a></nav><div>${linesOf(text).join('<br>\n')}</div>`,
}

/** The tree without positions, which are those of the text as read. */
function treeOf(text: string): unknown {
  return JSON.parse(JSON.stringify(parse(text).collection, (key, value) => (key === 'position' ? undefined : value)))
}

test.each(PAGES)('%s as HTML gives the tree of the text', (_, path) => {
  const bytes = readFileSync(path)
  expect(chooseReader(bytes)).toBe('text')
  const source = readText(bytes)
  if (!source.ok) throw new Error(source.reason)
  // HTML shows a row of blanks as one, and none at the beginning of a line.
  const text = source.text.replace(/ {2,}/g, ' ').replace(/^ /gm, '')
  const tree = treeOf(text)
  for (const toHtml of Object.values(WAYS)) {
    const page = readHtml(utf8(toHtml(text)))
    expect(page.ok && treeOf(page.text)).toEqual(tree)
  }
})
