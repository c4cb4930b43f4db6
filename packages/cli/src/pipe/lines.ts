/** A line as bytes, without its line end; null where it is longer than allowed. */
export type Line = Uint8Array | null

const LF = 10
const CR = 13

/**
 * The lines of a stream, a group for each piece that it gives, so that no line costs a turn of the event loop.
 * No more than `most` bytes of a line are ever kept: the rest of a longer one is read and thrown away.
 */
export async function* lineGroups(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Line[]> {
  let parts: Uint8Array[] = []
  let size = 0

  const take = (part: Uint8Array) => {
    size += part.length
    if (size > most + 1) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const finish = (): Line => {
    const line = withoutReturn(parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts))
    const isTooLong = size > most + 1 || line.length > most
    parts = []
    size = 0
    return isTooLong ? null : line
  }

  for await (const chunk of stream) {
    const lines: Line[] = []
    let from = 0
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      take(chunk.subarray(from, at))
      lines.push(finish())
      from = at + 1
    }
    take(chunk.subarray(from))
    if (lines.length > 0) yield lines
  }
  if (size > 0) yield [finish()]
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === CR ? line.subarray(0, -1) : line
}
