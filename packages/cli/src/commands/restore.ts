import { describeInvalidBytes, jsonPieces } from '@speeches/formats'
import { type Certainty, type Repair, restore } from '@speeches/parser'
import { diffLines } from '../diff.ts'
import { readPage } from '../input.ts'
import { lexiconFor } from '../lexicon.ts'
import { choosePaint, print } from '../output.ts'

export interface RestoreFlags {
  edits?: true
  diff?: true
  only?: Repair[]
  minCertainty?: Certainty
  maxSize: number
}

/** `speeches restore`: the page with its damage undone, or what was done to it. */
export async function runRestore(file: string | undefined, flags: RestoreFlags): Promise<void> {
  const { only, minCertainty, maxSize } = flags
  const page = await readPage(file, maxSize)
  const restored = restore(page.text, {
    ...(only && { only }),
    ...(minCertainty && { minCertainty }),
    ...(await lexiconFor(page.text)),
  })
  const invalid = describeInvalidBytes(page)
  const messages = invalid ? [invalid, ...restored.messages] : restored.messages

  if (flags.edits) await print(edited({ ...restored, messages }))
  else if (flags.diff) await print(diffLines(page.text, restored.edits, choosePaint()))
  else await print([restored.text])

  const left = messages.filter(({ fatal }) => fatal).length
  if (left > 0 && !flags.edits)
    console.error(`${left} ${left === 1 ? 'place' : 'places'} could not be restored: see \`speeches check\`.`)
}

function* edited(result: object): Generator<string> {
  yield* jsonPieces(result, { edits: {}, messages: {} })
  yield '\n'
}
