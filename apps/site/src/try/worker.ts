import type { FormatName } from '@speeches/formats'
import { type ParseOptions, type ParseResult, parse, restore } from '@speeches/parser'
import { translate, type Wordings } from '@speeches/parser/messages'
import { countSpeeches, editColumns, figureRows, treeRows } from './flatten.ts'
import type { Answer, Ask, Choices, Greeting, Lists, OtherScript } from './protocol.ts'
import { REPAIRS } from './repairs.ts'
import { warmUp } from './warm-up.ts'

const endWarmUp = warmUp()

let wordings: Wordings = {}
let opened: { result: ParseResult; stem: string } | undefined

self.addEventListener('message', async ({ data }: MessageEvent<Ask | Greeting>) => {
  if (data.kind === 'greeting') {
    wordings = data.wordings
    return
  }
  endWarmUp()
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

/** The text of a page is shown while the rest is parsed: it is restored by itself first, which parsing does again. */
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
    if (!reading.ok) return { id, kind: 'failed', reason: refusalOf(reading) }
    source = reading.text
    notes = reading.messages
  }
  answer({ id, kind: 'stage', stage: 'parsing' })
  const options = await optionsOf(choices)
  answer({ id, kind: 'restored', page: { source, edits: editColumns(restore(source, options).edits) } })
  const begun = performance.now()
  const result = parse(source, options)
  const time = Math.round(performance.now() - begun)
  opened = { result, stem: typeof page === 'string' ? 'speeches' : page.name.replace(/\.[^.]+$/, '') }
  const lists: Lists = {
    tree: treeRows(result.collection),
    messages: [...notes, ...result.messages].map((message) => translate(message, wordings)),
    figures: figureRows(result.collection),
    speeches: countSpeeches(result.collection),
    time,
  }
  return { id, kind: 'opened', lists }
}

function refusalOf({ ruleId, reason, advice }: { ruleId: string; reason: string; advice: string }): string {
  const said = translate({ ruleId, reason, note: advice }, wordings)
  return [said.reason, said.note].join(said.reason.endsWith('。') ? '' : ' ')
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
