/** The place of the table of paragraph properties in the file information block ([MS-DOC] 2.5.6), in bytes. */
const PROPERTIES = 258
const PAGE = 512
/** An entry of a page of properties, in bytes; its first tells where the properties are, in words. */
const ENTRY = 13

/** Properties that put a paragraph in a level of a list ([MS-DOC] 2.6.2). */
const LEVEL = 0x260a
const LIST = 0x460b
/** How long the operand of a property is, by the upper bits of its number ([MS-DOC] 2.2.5.1); 0 where it says so itself. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3]
const TABLE_DEFINITION = 0xd608

/** The number of a paragraph's list, from 1, and its level in it. */
export interface ListPlace {
  list: number
  level: number
}

/**
 * The paragraphs that are in lists, by where their text ends in the file ([MS-DOC] 2.4.6.1).
 *
 * @returns what is true of the character at a byte offset; undefined outside of lists
 */
export function readListPlaces(
  document: Uint8Array,
  table: DataView,
  fib: DataView,
): (offset: number) => ListPlace | undefined {
  const starts: number[] = []
  const places: (ListPlace | undefined)[] = []
  for (const page of pagesOf(table, fib)) {
    if ((page + 1) * PAGE > document.length) break
    readPage(new DataView(document.buffer, document.byteOffset + page * PAGE, PAGE), starts, places)
  }
  return (offset) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return places[low - 1]
  }
}

/** The numbers of the pages of properties, in the order of the text. */
function pagesOf(table: DataView, fib: DataView): number[] {
  const start = fib.getUint32(PROPERTIES, true)
  const length = fib.getUint32(PROPERTIES + 4, true)
  if (length < 4 || start + length > table.byteLength) return []
  const count = Math.floor((length - 4) / 8)
  return Array.from({ length: count }, (_, index) => table.getUint32(start + (count + 1 + index) * 4, true) & 0x3fffff)
}

function readPage(page: DataView, starts: number[], places: (ListPlace | undefined)[]): void {
  const count = page.getUint8(PAGE - 1)
  const entries = (count + 1) * 4
  if (entries + count * ENTRY > PAGE) return
  for (let index = 0; index < count; index++) {
    starts.push(page.getUint32(index * 4, true))
    places.push(placeIn(page, page.getUint8(entries + index * ENTRY) * 2))
  }
}

/** The list place among a paragraph's properties, which begin with their length and the paragraph's style. */
function placeIn(page: DataView, offset: number): ListPlace | undefined {
  if (offset === 0) return undefined
  const isLong = page.getUint8(offset) === 0
  const start = offset + (isLong ? 2 : 1)
  const length = isLong ? page.getUint8(offset + 1) * 2 : page.getUint8(offset) * 2 - 1
  const end = Math.min(start + length, PAGE - 1)
  let list = 0
  let level = 0
  for (let at = start + 2; at + 3 <= end; ) {
    const property = page.getUint16(at, true)
    if (property === TABLE_DEFINITION) break
    if (property === LEVEL) level = page.getUint8(at + 2)
    if (property === LIST && at + 4 <= end) list = page.getUint16(at + 2, true)
    at += 2 + (OPERANDS[property >> 13] || page.getUint8(at + 2) + 1)
  }
  return list === 0 ? undefined : { list, level }
}
