import { LEVELS, type Level, type List, LONGEST_LABEL, newLevel } from '../lists.ts'

/** Places of the list tables in the file information block ([MS-DOC] 2.5.6), in bytes. */
const LISTS = 738
const OVERRIDES = 746

/** The names of the numerals, by number ([MS-OSHARED] 2.2.1.3, MSONFC). */
const FORMATS: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  28: 'decimalEnclosedCircleChinese',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
}
const SUFFIXES = ['tab', 'space', 'nothing']

/** Sizes of what the tables are made of, in bytes. */
const LIST = 28
const LEVEL = 28
const OVERRIDE = 16

/** Reads one thing after another from a table; beyond its end it throws a RangeError. */
interface Cursor {
  view: DataView
  at: number
}

/** The lists that paragraphs name, the first being number 1; none where the tables are damaged or missing. */
export function readLists(table: DataView, fib: DataView): List[] {
  try {
    return readOverrides({ view: table, at: fib.getUint32(OVERRIDES, true) }, readDefinitions(table, fib))
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

/** The lists by their ids ([MS-DOC] 2.9.147): all of them, and behind them the levels of one after the other. */
function readDefinitions(table: DataView, fib: DataView): Map<number, List> {
  const start = fib.getUint32(LISTS, true)
  const lists = new Map<number, List>()
  const levels: Cursor = { view: table, at: start + fib.getUint32(LISTS + 4, true) }
  const count = levels.at > start ? table.getUint16(start, true) : 0
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * LIST
    const list: List = { levels: new Map(), counts: new Map() }
    const isSimple = (table.getUint8(at + 26) & 1) !== 0
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level++) list.levels.set(level, readLevel(levels))
    lists.set(table.getInt32(at, true), list)
  }
  return lists
}

/** A level ([MS-DOC] 2.9.150): numbers, then properties that are passed over, then the label. */
function readLevel(cursor: Cursor): Level {
  const { view, at } = cursor
  const label = at + LEVEL + view.getUint8(at + 24) + view.getUint8(at + 25)
  const length = view.getUint16(label, true)
  cursor.at = label + 2 + length * 2
  return {
    ...newLevel(),
    start: view.getInt32(at, true),
    format: FORMATS[view.getUint8(at + 4)] ?? 'decimal',
    suffix: SUFFIXES[view.getUint8(at + 15)] ?? 'tab',
    isInFigures: (view.getUint8(at + 5) & 4) !== 0,
    restart: view.getUint8(at + 5) & 8 ? view.getUint8(at + 26) : LEVELS,
    label: readLabel(view, label + 2, Math.min(length, LONGEST_LABEL)),
  }
}

/** A label in which a code below 9 stands for the number of that level. */
function readLabel(view: DataView, at: number, length: number): string {
  let label = ''
  for (let index = 0; index < length; index++) {
    const code = view.getUint16(at + index * 2, true)
    label += code < LEVELS ? `%${code + 1}` : String.fromCharCode(code)
  }
  return label
}

/** The lists as paragraphs name them ([MS-DOC] 2.9.131), with what they change of a list's levels. */
function readOverrides(cursor: Cursor, definitions: ReadonlyMap<number, List>): List[] {
  const { view } = cursor
  const count = definitions.size === 0 ? 0 : view.getUint32(cursor.at, true)
  const first = cursor.at + 4
  const lists: List[] = []
  cursor.at = first + count * OVERRIDE
  for (let index = 0; index < count; index++) {
    const at = first + index * OVERRIDE
    const defined = definitions.get(view.getInt32(at, true))
    const list: List = { levels: new Map(defined?.levels), counts: defined?.counts ?? new Map() }
    cursor.at += 4
    for (let left = view.getUint8(at + 12); left > 0; left--) readChange(cursor, list)
    lists.push(list)
  }
  return lists
}

/** What a list changes of one level ([MS-DOC] 2.9.132): the number it begins with, or all of it. */
function readChange(cursor: Cursor, list: List): void {
  const { view, at } = cursor
  const flags = view.getUint32(at + 4, true)
  const number = flags & 0x0f
  cursor.at = at + 8
  if (flags & 0x20) list.levels.set(number, readLevel(cursor))
  else if (flags & 0x10) {
    const level = list.levels.get(number) ?? newLevel()
    list.levels.set(number, { ...level, start: view.getInt32(at, true) })
    list.counts = new Map()
  }
}
