/** Writes pieces to standard output, waiting where the reader is slower. */
export async function print(pieces: Iterable<string>): Promise<void> {
  for (const batch of batches(pieces)) {
    if (!process.stdout.write(batch)) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
}

const BATCH = 1 << 16

/** Small pieces joined, so that each write is worth its call. */
function* batches(pieces: Iterable<string>): Generator<string> {
  let batch = ''
  for (const piece of pieces) {
    batch += piece
    if (batch.length < BATCH) continue
    yield batch
    batch = ''
  }
  if (batch !== '') yield batch
}

/** Whether to colour what goes to a stream: on a terminal, unless NO_COLOR (https://no-color.org) or TERM forbids it. */
export function wantsColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const

/** Puts text in a colour, or leaves it plain. */
export type Paint = (colour: keyof typeof CODES, text: string) => string

export const plainPaint: Paint = (_, text) => text

/** ECMA-48 colours. */
export const colourPaint: Paint = (colour, text) => `\u001b[${CODES[colour]}m${text}\u001b[0m`

/** How to paint standard output. */
export function choosePaint(): Paint {
  return wantsColour(process.stdout, process.env) ? colourPaint : plainPaint
}
