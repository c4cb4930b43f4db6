import { parse } from '@speeches/core'
import { marked } from 'marked'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { foundingPage, glossedPage } from './restore-page.ts'
import { takeInTurn } from './turns.ts'

const ROUNDS = 60

/**
 * One page beside what reads Markdown, taken in turn in one run: the page that the setting SPEECHES_FOUNDING names,
 * without its shifted lines, or else 200 kB of our own.
 */
export function benchPeers(): void {
  const founding = foundingPage()
  const page = founding ?? glossedPage(80_000)
  const bytes = new TextEncoder().encode(page)
  const times = takeInTurn(
    {
      TextDecoder: () => new TextDecoder().decode(bytes),
      'marked, lexer': () => marked.lexer(page),
      'mdast-util-from-markdown': () => fromMarkdown(page),
      'parse, structure alone': () => parse(page, { annotate: false, check: false }),
      parse: () => parse(page).edits,
    },
    ROUNDS,
  )
  const lexer = times.get('marked, lexer') as number
  console.log(
    `| ${founding ? 'the founding page' : 'a page'}, ${bytes.length} bytes | ms | × marked’s lexer |\n| --- | ---: | ---: |`,
  )
  for (const [name, ms] of times) console.log(`| ${name} | ${ms.toFixed(2)} | ${(ms / lexer).toFixed(2)} |`)
  console.log('')
}
