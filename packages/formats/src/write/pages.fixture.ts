import { existsSync, readdirSync, readFileSync } from 'node:fs'

const ROOT = new URL('../../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

/** The inputs of a folder of cases, by name. */
function casesIn(folder: string): [string, string][] {
  return readdirSync(new URL(folder, ROOT))
    .filter((name) => existsSync(new URL(`${folder}${name}/input.txt`, ROOT)))
    .map((name) => [name, read(`${folder}${name}/input.txt`)])
}

const examples = readdirSync(new URL('examples/', ROOT))
  .filter((name) => name.endsWith('.txt'))
  .map((name): [string, string] => [name, read(`examples/${name}`)])

/** Our examples and the pages that rules are written against, by name. */
export const PAGES: [string, string][] = [...examples, ...casesIn('tooling/fixtures/pages/development/')]

/** Pages that are not looked at, only measured: what holds for every page has to hold for them. */
export const SET_ASIDE: [string, string][] = casesIn('tooling/fixtures/pages/set-aside/')

/** Every page that is looked at: the cases of one construct each, and healthy text, besides. */
export const ALL_PAGES: [string, string][] = [
  ...PAGES,
  ...casesIn('tooling/fixtures/constructs/'),
  ...casesIn('tooling/fixtures/must-not-change/'),
]
