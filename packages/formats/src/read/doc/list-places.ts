import { type ListProperties, listPropertiesIn } from './list-properties.ts'
import { eachStretch } from './pages.ts'

/** The table of paragraph properties: its place in the file information block ([MS-DOC] 2.5.6), and its pages' entries. */
const PARAGRAPHS = { place: 258, entry: 13 }

/** The number of a paragraph's list, from 1, and its level in it. */
export interface ListPlace {
  list: number
  level: number
}

/**
 * The paragraphs that are in lists, by where their text ends in the file ([MS-DOC] 2.4.6.1).
 *
 * @param styled what a style says of lists, for paragraphs that do not say it themselves
 * @returns what is true of the character at a byte offset; undefined outside of lists
 */
export function readListPlaces(
  document: Uint8Array,
  table: DataView,
  fib: DataView,
  styled: (style: number) => ListProperties,
): (offset: number) => ListPlace | undefined {
  const starts: number[] = []
  const places: (ListPlace | undefined)[] = []
  eachStretch(document, table, fib, PARAGRAPHS, (start, _, page, at) => {
    starts.push(start)
    places.push(placeIn(page, page.getUint8(at) * 2, styled))
  })
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

/** The list place of a paragraph, whose properties begin with their length, in words, and its style. */
function placeIn(page: DataView, offset: number, styled: (style: number) => ListProperties): ListPlace | undefined {
  const isLong = page.getUint8(offset) === 0
  const start = offset + (isLong ? 2 : 1)
  const length = isLong ? page.getUint8(offset + 1) * 2 : page.getUint8(offset) * 2 - 1
  const end = Math.min(start + length, page.byteLength - 1)
  // A paragraph without properties is in the first style.
  const isPlain = offset === 0 || start + 2 > end
  const ofStyle = styled(isPlain ? 0 : page.getUint16(start, true))
  const own = isPlain ? {} : listPropertiesIn(page, start + 2, end)
  const list = own.list ?? ofStyle.list ?? 0
  return list === 0 ? undefined : { list, level: own.level ?? ofStyle.level ?? 0 }
}
