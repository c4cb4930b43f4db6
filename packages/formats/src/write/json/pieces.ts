/** Which parts of a value get a line for each of their entries; the others stand on one line. */
export interface Layout {
  [key: string]: Layout
}

/** A value as JSON, piece by piece, laid out in lines. */
export function* jsonPieces(value: unknown, layout?: Layout): Generator<string> {
  if (!layout || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value)
    return
  }
  const isList = Array.isArray(value)
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  yield isList ? '[' : '{'
  for (const [index, [key, entry]] of entries.entries()) {
    yield index === 0 ? '\n' : ',\n'
    if (!isList) yield `${JSON.stringify(key)}: `
    yield* jsonPieces(entry, layout[key])
  }
  yield entries.length === 0 ? '' : '\n'
  yield isList ? ']' : '}'
}
