import type { FormatName } from '@speeches/formats'
import { type ParseOptions, type ParseResult, parse } from '@speeches/parser'
import { countSpeeches, editColumns, figureRows, treeRows } from './flatten.ts'
import type { Answer, Ask, Choices, OpenedPage, OtherScript } from './protocol.ts'
import { REPAIRS } from './repairs.ts'

/**
 * A page like those that come: parsed a few times before the first one, so that tables are made and code is compiled.
 * Each time is a task of its own; a question that comes meanwhile does not wait for all of them.
 */
const WARM_UP =
  '同志們:\n鎮(zhèn)上的任務(wù),鎮(zhèn)(zhèn)里的企業(yè)家?guī)ь^。下面,我講兩點意見。\n一、種樹。\n全鎮(zhèn)種3.2萬棵。\n二、澆水。\n《辦法》寫得明白,每3天一次。\n謝謝大家!\n'
const TIMES = 8

function warmUp(left: number): void {
  parse(WARM_UP.repeat(TIMES)).edits.at(0)
  if (left > 1) setTimeout(warmUp, 0, left - 1)
}
setTimeout(warmUp, 0, TIMES)

let opened: { result: ParseResult; stem: string } | undefined

self.addEventListener('message', async ({ data }: MessageEvent<Ask>) => {
  try {
    answer(await respond(data))
  } catch (error) {
    answer({ id: data.id, kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
})

function answer(message: Answer): void {
  self.postMessage(message)
}

async function respond(ask: Ask): Promise<Answer> {
  const { id } = ask
  if (ask.kind === 'open') return openPage(id, ask.page, ask.choices)
  if (ask.kind === 'write') return writePage(id, ask.format as FormatName, ask.script, ask.ruby)
  answer({ id, kind: 'stage', stage: 'converting' })
  const { convert } = await import('@speeches/parser/script')
  return { id, kind: 'converted', ...(await convert(ask.text, { to: ask.to })) }
}

async function openPage(
  id: number,
  page: string | { bytes: Uint8Array<ArrayBuffer>; name: string },
  choices: Choices,
): Promise<Answer> {
  let source = typeof page === 'string' ? page : ''
  let notes: ParseResult['messages'] = []
  if (typeof page !== 'string') {
    answer({ id, kind: 'stage', stage: 'reading' })
    const { read } = await import('@speeches/formats')
    const reading = await read(page.bytes, { name: page.name })
    if (!reading.ok) return { id, kind: 'failed', reason: `${reading.reason} ${reading.advice}` }
    source = reading.text
    notes = reading.messages
  }
  answer({ id, kind: 'stage', stage: 'parsing' })
  const options = await optionsOf(choices)
  const begun = performance.now()
  const result = parse(source, options)
  const { edits } = result
  const time = Math.round(performance.now() - begun)
  opened = { result, stem: typeof page === 'string' ? 'speeches' : page.name.replace(/\.[^.]+$/, '') }
  const shown: OpenedPage = {
    source,
    edits: editColumns(edits),
    tree: treeRows(result.collection),
    messages: [...notes, ...result.messages],
    figures: figureRows(result.collection),
    speeches: countSpeeches(result.collection),
    time,
  }
  return { id, kind: 'opened', page: shown }
}

async function optionsOf({ without, unsure, lexicon }: Choices): Promise<ParseOptions> {
  const options: ParseOptions = { minCertainty: unsure ? 'unsure' : 'likely' }
  if (without.length > 0) options.only = REPAIRS.filter((rule) => !without.includes(rule))
  if (lexicon) options.lexicon = (await import('@speeches/parser/lexicon')).lexicon
  return options
}

async function writePage(id: number, format: FormatName, script: OtherScript | null, ruby: boolean): Promise<Answer> {
  if (!opened) throw new Error('No page is open.')
  const { formats, write } = await import('@speeches/formats')
  const { mediaType, extensions, options } = formats[format]
  const result = script ? await inScript(opened.result, script) : opened.result
  const heeds = (name: string) => (options as readonly string[]).includes(name)
  const content = await write(result, format, {
    edits: true,
    ruby,
    ...(heeds('scripts') && { scripts: await bothScripts() }),
  })
  const name = `${opened.stem}.${extensions[0]}`
  return { id, kind: 'written', content: content as string | Uint8Array<ArrayBuffer>, name, mediaType }
}

async function inScript(result: ParseResult, to: OtherScript): Promise<ParseResult> {
  const { convert } = await import('@speeches/parser/script')
  return convert(result, { to })
}

async function bothScripts() {
  const { loadConverter } = await import('@speeches/parser/script')
  return { simplified: await loadConverter('simplified'), traditional: await loadConverter('traditional') }
}
