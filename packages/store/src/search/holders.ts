import { fromVarints, toVarints } from '../text/varint.ts'

/** The document and the speech that passages of a segment stand in, from one place there up to the next one. */
export interface Holder {
  offset: number
  document: number
  speech: number | null
}

/**
 * Packs where passages stand: for each stretch `2 × its length before the next + (1 where no speech follows)`, …
 *
 * @param passages in order of their rows, `first` or behind it
 * @param first the row that the segment begins with
 */
export function packHolders(
  passages: readonly { row: number; document: number; speech: number | null }[],
  first: number,
): Uint8Array {
  const numbers: number[] = []
  let before: Holder | undefined
  let speechBefore = 0
  for (const { row, document, speech } of passages) {
    if (before && before.document === document && before.speech === speech) continue
    const offset = row - first
    const gap = offset - (before?.offset ?? 0)
    numbers.push(2 * gap + (speech === null ? 1 : 0), document - (before?.document ?? 0))
    if (speech !== null) {
      numbers.push(speech - speechBefore)
      speechBefore = speech
    }
    before = { offset, document, speech }
  }
  return toVarints(numbers)
}

/** The stretches again, in order. */
export function unpackHolders(bytes: Uint8Array): Holder[] {
  const numbers = fromVarints(bytes)
  const holders: Holder[] = []
  let offset = 0
  let document = 0
  let speech = 0
  for (let i = 0; i < numbers.length; ) {
    const head = numbers[i++] as number
    offset += head >>> 1
    document += numbers[i++] as number
    const isInSpeech = (head & 1) === 0
    if (isInSpeech) speech += numbers[i++] as number
    holders.push({ offset, document, speech: isInSpeech ? speech : null })
  }
  return holders
}
