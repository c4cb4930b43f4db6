import { describeInvalidBytes, type FormatName, stream, type WriteOptions } from '@speeches/formats'
import { type ParseResult, parse } from '@speeches/parser'
import { runBatch } from '../batch/batch.ts'
import { destinationOf } from '../batch/destination.ts'
import { findInputs } from '../batch/inputs.ts'
import { runTogether } from '../batch/together.ts'
import { aboutFormat, extensionOf, formatFor, isStream } from '../formats.ts'
import type { Page } from '../input.ts'
import { lexiconFor } from '../lexicon.ts'
import { type BatchFlags, jobsFor } from '../options.ts'
import { Problem } from '../problem.ts'
import { converterTo, type ScriptName } from '../script.ts'
import type { Product } from '../work.ts'

/** What a format can add where it is asked to. */
type Extra = 'edits' | 'ruby' | 'scripts' | 'tree' | 'bom'

/** What references say beside what the page says. */
type Citing = Pick<WriteOptions, 'node' | 'url' | 'accessed'>

export interface ParseFlags extends BatchFlags, Citing {
  to?: FormatName
  script?: ScriptName
  with?: Extra[]
  /** Relative dates by the day that the page was published. */
  resolveDates?: boolean
}

/** Pages to be parsed and written in a format. */
export interface WriteWork {
  kind: 'write'
  to: FormatName
  script: ScriptName
  resolveDates: boolean
  extras: Extra[]
  citing: Citing
  /** Whether the page is one of several in one output. */
  joined: boolean
}

/** `speeches parse`: pages as trees, written in the format asked for. */
export async function runParse(paths: readonly string[], flags: ParseFlags): Promise<void> {
  const { output, maxSize, jobs, resume, script = 'as-is', with: extras = [], resolveDates = false } = flags
  const citing = citingOf(flags)
  const inputs = await findInputs(paths, output)
  const destination = destinationOf(output, inputs.length)
  const to = formatFor(destination, flags.to)
  refuseOptions(to, [...extras, ...(Object.keys(citing) as (keyof Citing)[])])
  if (citing.url !== undefined && inputs.length > 1)
    throw new Problem('Several pages have no --url in common. Leave it out.')
  if (destination.kind === 'stdout' && process.stdout.isTTY && aboutFormat(to).content === 'bytes') {
    throw new Problem(`The format ${to} is not for a terminal. Name a file with -o.`)
  }
  const joined = inputs.length > 1 && destination.kind !== 'folder'
  const work = { kind: 'write', to, script, resolveDates, extras, citing, joined, maxSize } as const
  const batch = { inputs, work, destination, extension: extensionOf(to), jobs: jobsFor(inputs, jobs), resume: !!resume }
  if (!joined || isStream(to)) await runBatch(batch)
  else if (!(await canJoin(to))) {
    throw new Problem(`The format ${to} holds one page a file. Name a folder for the pages: -o folder/.`)
  } else if (resume) {
    throw new Problem(
      `One file of format ${to} is written in one go. Leave out --resume, or name a folder: -o folder/.`,
    )
  } else {
    const options = await writeOptions(extras, citing)
    await runTogether(
      batch,
      (results: AsyncIterable<ParseResult>) => stream(results, to, options),
      (page) => parseInScript(page, script, resolveDates),
    )
  }
}

async function canJoin(to: FormatName): Promise<boolean> {
  const { join } = await aboutFormat(to).load()
  return join !== undefined
}

function refuseOptions(to: FormatName, asked: readonly (Extra | keyof Citing)[]): void {
  const { options } = aboutFormat(to)
  const unknown = asked.find((option) => !options.includes(option))
  if (unknown) throw new Problem(`The format ${to} cannot be written with ${unknown}. Leave it out, or choose another.`)
}

function citingOf({ node, url, accessed }: ParseFlags): Citing {
  return {
    ...(node !== undefined && { node }),
    ...(url !== undefined && { url }),
    ...(accessed !== undefined && { accessed }),
  }
}

/** Writes one page. */
export async function writePage(
  page: Page,
  { to, script, resolveDates, extras, citing, joined }: WriteWork,
): Promise<Product> {
  const result = await parseInScript(page, script, resolveDates)
  const { node } = citing
  if (node !== undefined && !holds(result.collection, node)) {
    throw new Problem(`${page.name}: There is no speech or paragraph "${node}". Take an id from \`--to ndjson\`.`)
  }
  return { pieces: stream(joined ? [result] : result, to, await writeOptions(extras, citing)) }
}

/** Whether a node of a tree has an id. */
function holds(node: { id?: string; children?: readonly object[] }, id: string): boolean {
  return node.id === id || (node.children ?? []).some((child) => holds(child, id))
}

async function parseInScript(page: Page, script: ScriptName, resolveDates: boolean): Promise<ParseResult> {
  const result = page.own?.result ?? (await parsePage(page, resolveDates))
  const convert = await converterTo(script)
  return convert ? await convert(result) : result
}

async function writeOptions(extras: readonly Extra[], citing: Citing): Promise<WriteOptions> {
  const asked = extras.filter((extra) => extra !== 'scripts').map((extra) => [extra, true])
  return {
    ...Object.fromEntries(asked),
    ...citing,
    ...(extras.includes('scripts') && { scripts: await bothScripts() }),
  }
}

async function bothScripts(): Promise<NonNullable<WriteOptions['scripts']>> {
  const { loadConverter } = await import('@speeches/parser/script')
  return { simplified: await loadConverter('simplified'), traditional: await loadConverter('traditional') }
}

/** A page parsed, with what its reading had to say before all other messages. */
export async function parsePage(page: Page, resolveDates = false): Promise<ParseResult> {
  const result = parse(page.text, { ...(await lexiconFor(page.text)), resolveDates })
  const invalid = describeInvalidBytes(page)
  const read = [...page.messages, ...(invalid ? [invalid] : [])]
  return read.length > 0 ? { ...result, messages: [...read, ...result.messages] } : result
}
