/** A value as JSON, piece by piece; down to `depth` every entry has a line of its own. */
export function* jsonPieces(value: unknown, depth: number): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value)
    return
  }
  const isList = Array.isArray(value)
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  yield isList ? '[' : '{'
  for (const [index, [key, entry]] of entries.entries()) {
    yield index === 0 ? '\n' : ',\n'
    if (!isList) yield `${JSON.stringify(key)}: `
    yield* jsonPieces(entry, depth - 1)
  }
  yield entries.length === 0 ? '' : '\n'
  yield isList ? ']' : '}'
}
