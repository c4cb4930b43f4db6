import { describeInvalidBytes, jsonPieces } from '@speeches/formats'
import { type Certainty, type Repair, restore } from '@speeches/parser'
import { runBatch } from '../batch/batch.ts'
import { destinationOf } from '../batch/destination.ts'
import { findInputs } from '../batch/inputs.ts'
import { diffLines } from '../diff.ts'
import type { Page } from '../input.ts'
import { lexiconFor } from '../lexicon.ts'
import { type BatchFlags, jobsFor } from '../options.ts'
import { paintFor, wantsColour } from '../output.ts'
import { refuseResult } from '../own.ts'
import type { Product } from '../work.ts'

export interface RestoreFlags extends BatchFlags {
  edits?: true
  diff?: true
  only?: Repair[]
  minCertainty?: Certainty
}

/** Pages to be restored: their text, or what was done to it. */
export interface RestoreWork {
  kind: 'restore'
  show: 'text' | 'edits' | 'diff'
  only?: Repair[]
  minCertainty?: Certainty
  colour: boolean
}

const EXTENSIONS = { text: 'txt', edits: 'json', diff: 'diff' }

/** `speeches restore`: pages with their damage undone, or what was done to them. */
export async function runRestore(paths: readonly string[], flags: RestoreFlags): Promise<void> {
  const { output, only, minCertainty, maxSize, jobs, resume } = flags
  const inputs = await findInputs(paths, output)
  const destination = destinationOf(output, inputs.length)
  const show = flags.edits ? 'edits' : flags.diff ? 'diff' : 'text'
  const colour = destination.kind === 'stdout' && wantsColour(process.stdout, process.env)
  await runBatch({
    inputs,
    work: { kind: 'restore', show, ...(only && { only }), ...(minCertainty && { minCertainty }), colour, maxSize },
    destination,
    extension: EXTENSIONS[show],
    jobs: jobsFor(inputs, jobs),
    ...(resume && { resume }),
  })
}

/** Restores one page. */
export async function restorePage(page: Page, work: RestoreWork): Promise<Product> {
  refuseResult(page)
  const { show, only, minCertainty, colour } = work
  const restored = restore(page.text, {
    ...(only && { only }),
    ...(minCertainty && { minCertainty }),
    ...(await lexiconFor(page.text)),
  })
  const invalid = describeInvalidBytes(page)
  const messages = [...page.messages, ...(invalid ? [invalid] : []), ...restored.messages]
  if (show === 'edits') return { pieces: edited({ ...restored, messages }) }

  const left = messages.filter(({ fatal }) => fatal).length
  return {
    pieces: show === 'diff' ? diffLines(page.text, restored.edits, paintFor(colour)) : [restored.text],
    ...(left > 0 && { remark: remarkOn(left) }),
  }
}

function remarkOn(left: number): string {
  return `${left} ${left === 1 ? 'place' : 'places'} could not be restored: see \`speeches check\`.`
}

function* edited(result: object): Generator<string> {
  yield* jsonPieces(result, { edits: {}, messages: {} })
  yield '\n'
}
