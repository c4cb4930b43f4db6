/**
 * How well pages are read, measured against gold trees made by hand.
 *
 *     node --conditions=@speeches/source src/structure/main.ts
 *       [--set development|set-aside]   figures for one set only
 *       [--page NAME]                   what is missing and extra on one page
 *       [--pages]                       every page of the set, the worst first
 */
import { parseArgs } from 'node:util'
import { folderOf, readPages, type SetName, sets } from './pages.ts'
import { readAgainstGold } from './read.ts'
import { differences, figures, ranking } from './report.ts'

const { values } = parseArgs({
  options: { set: { type: 'string' }, page: { type: 'string' }, pages: { type: 'boolean' } },
})
const chosen = values.set === undefined ? sets : sets.filter((set) => set === values.set)
if (chosen.length === 0) throw new Error(`no set ${values.set}; there are ${sets.join(' and ')}`)

if (values.page === undefined) for (const set of chosen) printSet(set)
else printPage(values.page)

function printSet(set: SetName): void {
  const readings = readPages(folderOf(set)).map(readAgainstGold)
  console.log(figures(set, readings))
  if (values.pages) console.log(`${ranking(readings)}\n`)
}

function printPage(name: string): void {
  const page = chosen.flatMap((set) => readPages(folderOf(set))).find((page) => page.name === name)
  if (!page) throw new Error(`no page ${name} in ${chosen.join(' or ')}`)
  console.log(differences(readAgainstGold(page)))
}
