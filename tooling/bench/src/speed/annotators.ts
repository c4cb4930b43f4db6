import { parse } from '@speeches/core'
import { foundingPage, glossedPage } from './restore-page.ts'
import { takeInTurn } from './turns.ts'

/** Pages of so many characters, and how often each is parsed. */
const PAGES: readonly [name: string, characters: number, rounds: number][] = [
  ['200 kB', 80_000, 60],
  ['10 MB', 4_100_000, 9],
]

/** What all annotators and all checks add to the structural parse of a page, taken in turn in one run. */
export function benchAnnotators(): void {
  console.log('| annotators and checks | structure, ms | annotators add | checks add | both, × structure |')
  console.log('| --- | ---: | ---: | ---: | ---: |')
  const founding = foundingPage()
  if (founding) row('the founding page', founding, 120)
  for (const [name, characters, rounds] of PAGES) row(name, glossedPage(characters), rounds)
  console.log('')
}

function row(name: string, page: string, rounds: number): void {
  const times = takeInTurn(
    {
      structure: () => parse(page, { annotate: false, check: false }).collection,
      annotated: () => parse(page, { check: false }).collection,
      checked: () => parse(page).collection,
    },
    rounds,
  )
  const [structure = 0, annotated = 0, checked = 0] = times.values()
  const added = [annotated - structure, checked - annotated].map((ms) => ms.toFixed(2))
  console.log(
    `| ${name} | ${structure.toFixed(2)} | ${added.join(' | ')} | ${((checked - structure) / structure).toFixed(2)} |`,
  )
}
