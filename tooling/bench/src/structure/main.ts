/**
 * How well pages are read, measured against gold trees made by hand.
 *
 *     node --conditions=@speeches/source src/structure/main.ts
 *       [--set development|set-aside]   figures for one set only
 *       [--folder FOLDER]               figures for pages of one's own, a folder each
 *       [--page NAME]                   what is missing and extra on one page
 *       [--pages]                       every page of the set, the worst first
 */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { folderOf, readPages, sets } from './pages.ts'
import { readAgainstGold } from './read.ts'
import { differences, figures, ranking } from './report.ts'

const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    folder: { type: 'string' },
    page: { type: 'string' },
    pages: { type: 'boolean' },
  },
})
const folders = values.folder === undefined ? foldersOf(values.set) : [values.folder]

if (values.page === undefined) for (const folder of folders) printFolder(folder)
else printPage(values.page)

function foldersOf(name: string | undefined): string[] {
  const chosen = sets.filter((set) => name === undefined || set === name)
  if (chosen.length === 0) throw new Error(`no set ${name}; there are ${sets.join(' and ')}`)
  return chosen.map(folderOf)
}

function printFolder(folder: string): void {
  const readings = readPages(folder).map(readAgainstGold)
  console.log(figures(basename(folder), readings))
  if (values.pages) console.log(`${ranking(readings)}\n`)
}

function printPage(name: string): void {
  const page = folders.flatMap(readPages).find((page) => page.name === name)
  if (!page) throw new Error(`no page ${name} in ${folders.map((folder) => basename(folder)).join(' or ')}`)
  console.log(differences(readAgainstGold(page)))
}
