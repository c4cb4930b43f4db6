import { createMessage } from './messages/finding.ts'
import { readPage } from './parse/outline.ts'
import type { ParseResult } from './schema/result.ts'
import { createLocator } from './source/lines.ts'
import { createOffsetMap } from './source/offset-map.ts'
import { noPatches } from './source/patches.ts'

export function parse(source: string): ParseResult {
  const patches = noPatches()
  const map = createOffsetMap(patches)
  const locator = createLocator(source)
  const { collection, findings } = readPage({ source, text: source, map, locator, seams: [] })
  const messages = findings.map(({ id, start, end, values }) =>
    createMessage(id, locator.toPosition(map.toSourceStart(start), map.toSourceEnd(end)), values ? { values } : {}),
  )
  return { version: 1, collection, edits: [], messages }
}
