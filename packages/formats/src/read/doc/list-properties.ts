import { eachProperty } from './modifiers.ts'

/** Properties that put a paragraph in a level of a list ([MS-DOC] 2.6.2). */
const LEVEL = 0x260a
const LIST = 0x460b

/** What the properties of a paragraph or of a style say of lists; the list 0 takes it out of the one of its style. */
export interface ListProperties {
  /** From 1. */
  list?: number
  level?: number
}

/** What properties from `start` to `end`, in bytes, say of lists. */
export function listPropertiesIn(view: DataView, start: number, end: number): ListProperties {
  const found: ListProperties = {}
  eachProperty(view, start, end, (property, operand) => {
    if (property === LEVEL) found.level = view.getUint8(operand)
    if (property === LIST && operand + 2 <= end) found.list = view.getUint16(operand, true)
  })
  return found
}
