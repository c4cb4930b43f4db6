import { type ListProperties, listPropertiesIn } from './list-properties.ts'

/** The place of the style sheet in the file information block ([MS-DOC] 2.5.6), in bytes. */
const SHEET = 162
/** The kind of a style for paragraphs, and the number that stands for no style. */
const PARAGRAPH = 1
const NONE = 0xfff

/** So many styles may be based on one another; in a file that means harm, they go round in a circle. */
const LONGEST_DESCENT = 20

/** What a paragraph style says of lists, and the number of the style that it is based on. */
interface Style extends ListProperties {
  base: number
}

/**
 * What paragraph styles say of lists, by themselves or by those they are based on.
 *
 * @returns what holds of a style by its number; nothing where the style sheet is damaged or missing
 */
export function readStyles(table: DataView, fib: DataView): (style: number) => ListProperties {
  const styles = stylesIn(table, fib)
  return (number) => {
    let found: ListProperties = {}
    let style = styles.get(number)
    for (let step = 0; style && step < LONGEST_DESCENT; step++) {
      const { base, ...said } = style
      found = { ...said, ...found }
      style = styles.get(base)
    }
    return found
  }
}

/** The styles of the sheet ([MS-DOC] 2.9.271): its head, then one after the other, each behind its length. */
function stylesIn(table: DataView, fib: DataView): Map<number, Style> {
  const styles = new Map<number, Style>()
  const start = fib.getUint32(SHEET, true)
  const end = start + fib.getUint32(SHEET + 4, true)
  if (end <= start || end > table.byteLength) return styles
  try {
    const head = table.getUint16(start, true)
    const count = table.getUint16(start + 2, true)
    const base = table.getUint16(start + 4, true)
    let at = start + 2 + head
    for (let number = 0; number < count && at < end; number++) {
      const length = table.getUint16(at, true)
      const style = length === 0 ? undefined : styleAt(table, at + 2, base)
      if (style) styles.set(number, style)
      at += 2 + length + (length % 2)
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return styles
}

/** A style ([MS-DOC] 2.9.260): a base of fixed length, its name, and the properties of its paragraphs behind their length. */
function styleAt(table: DataView, at: number, base: number): Style | undefined {
  const kind = table.getUint16(at + 2, true)
  if ((kind & 0x0f) !== PARAGRAPH) return undefined
  const name = at + base
  const properties = name + 2 + table.getUint16(name, true) * 2 + 2
  const length = table.getUint16(properties, true)
  const parent = kind >> 4
  return {
    base: parent === NONE ? -1 : parent,
    ...listPropertiesIn(table, properties + 4, Math.min(properties + 2 + length, table.byteLength)),
  }
}
