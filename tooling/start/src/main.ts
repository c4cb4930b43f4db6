import { readdirSync, readFileSync } from 'node:fs'
import { readers, write } from '@speeches/formats'
import { type Message, parse } from '@speeches/parser'
import { importExamples, startApi, titlesAt } from './api.ts'
import { listed, startSite } from './site.ts'

/** How many messages are shown of each page. */
const SHOWN = 5

const EXAMPLES = new URL('../../../examples/', import.meta.url)

const NEXT = `Try next:

  pnpm speeches parse examples/flood-season.txt --to markdown   the page as a document
  pnpm speeches restore examples/tree-planting.txt --diff       every repair, with the words around it
  pnpm speeches check examples/flood-season.txt                 what an editor should know
  pnpm speeches --help                                          everything else

  Your own pages: pnpm speeches parse page.txt --to outline
`

for (const name of readdirSync(EXAMPLES).filter((file) => file.endsWith('.txt'))) await show(name)
console.log(NEXT)
await run(process.env.CI === 'true' || process.argv.includes('--once'))

/** Starts the API with the examples, and the site; `once` only to see that they answer, else until they are stopped. */
async function run(once: boolean): Promise<void> {
  const api = await startApi(once ? { SPEECHES_PORT: '0' } : {})
  const created = await importExamples(api.url)
  const titles = await titlesAt(api.url)
  const site = await startSite(once ? { SPEECHES_SITE_PORT: '0' } : {})
  const shown = await listed(site.url)
  console.log(`━━ The API: ${api.url}\n`)
  console.log(`   ${created} of the examples imported now; what is stored:`)
  for (const title of titles) console.log(`   · ${title}`)
  console.log(`\n   ${api.url}/docs                 everything it can do`)
  console.log(`   ${api.url}/v1/search?q=水      find a word`)
  console.log(`\n━━ The site: ${site.url}\n`)
  console.log(`   ${site.url}/try     a page of your own; it stays in your browser`)
  console.log(`   ${site.url}/d       ${shown} collections to read`)
  const stop = () => {
    site.stop()
    api.stop()
  }
  if (once) stop()
  else console.log('\n   Ctrl-C ends both.')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  const ended = await Promise.all([api.ended, site.ended])
  process.exitCode = ended.find((code) => code !== 0) === undefined ? 0 : 1
}

/** Prints what a page holds, and the first of its messages. */
async function show(name: string): Promise<void> {
  const reading = readers.text(readFileSync(new URL(name, EXAMPLES)))
  if (!reading.ok) throw new Error(`examples/${name}: ${reading.reason}`)
  const result = parse(reading.text)
  const lines = (await write(result, 'outline')).trimEnd().split('\n')
  const messages = messageLines(result.messages)
  console.log(`${[`━━ examples/${name}`, '', ...lines.map(indent), '', ...messages].join('\n').trimEnd()}\n`)
}

function messageLines(messages: readonly Message[]): string[] {
  const first = messages.slice(0, SHOWN).map(({ place, reason, ruleId }) => {
    const where = place ? `${place.start.line}:${place.start.column}` : '-'
    return indent(`${where.padEnd(7)} ${reason} (${ruleId})`)
  })
  const rest = messages.length - first.length
  return rest > 0 ? [...first, indent(`… and ${rest} more: pnpm speeches check`)] : first
}

function indent(line: string): string {
  return line === '' ? '' : `   ${line}`
}
