import { readFileSync } from 'node:fs'
import { parse } from '@speeches/core'
import { marked } from 'marked'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { glossedPage } from './restore-page.ts'

const RUNS = 60

/**
 * One page beside what reads Markdown, taken in turn in one run: the page that the setting SPEECHES_FOUNDING names,
 * without its shifted lines, or else 200 kB of our own.
 */
export function benchPeers(): void {
  const path = process.env.SPEECHES_FOUNDING
  const page = path ? withoutShifted(readFileSync(path, 'utf8')) : glossedPage(80_000)
  const bytes = new TextEncoder().encode(page)
  const times = takeInTurn({
    TextDecoder: () => new TextDecoder().decode(bytes),
    'marked, lexer': () => marked.lexer(page),
    'mdast-util-from-markdown': () => fromMarkdown(page),
    'parse, structure alone': () => parse(page, { annotate: false, check: false }),
    parse: () => parse(page).edits,
  })
  const lexer = times.get('marked, lexer') as number
  console.log(
    `| ${path ? 'the founding page' : 'a page'}, ${bytes.length} bytes | ms | × marked’s lexer |\n| --- | ---: | ---: |`,
  )
  for (const [name, ms] of times) console.log(`| ${name} | ${ms.toFixed(2)} | ${(ms / lexer).toFixed(2)} |`)
  console.log('')
}

/** A shifted run holds a `?`; repairing it is measured with the restoration. */
function withoutShifted(page: string): string {
  return page
    .split('\n')
    .filter((line) => !line.includes('?'))
    .join('\n')
}

/** The median milliseconds of each, run one after the other in every round, so that all meet the same moments. */
function takeInTurn(runs: Record<string, () => unknown>): Map<string, number> {
  const times = Object.entries(runs).map(([name, run]) => ({ name, run, taken: [] as number[] }))
  for (let round = 0; round < RUNS; round++) {
    for (const { run, taken } of times) {
      const start = performance.now()
      run()
      taken.push(performance.now() - start)
    }
  }
  return new Map(times.map(({ name, taken }) => [name, taken.sort((a, b) => a - b)[RUNS >> 1] as number]))
}
