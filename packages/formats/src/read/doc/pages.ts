/** A page of properties, in bytes ([MS-DOC] 2.4.6); its last byte counts what it describes. */
const PAGE = 512

/**
 * The pages of properties that a table names, in the order of the text ([MS-DOC] 2.8.5, 2.8.6): of each, where what it
 * describes begins in the file, in bytes, the last end behind them.
 *
 * @param place where the file information block tells of the table, in bytes
 * @param entry how long a page's entry is for each stretch that it describes, in bytes
 * @param see is told each stretch, and where the page has the entry for it
 */
export function eachStretch(
  document: Uint8Array,
  table: DataView,
  fib: DataView,
  { place, entry }: { place: number; entry: number },
  see: (start: number, end: number, page: DataView, at: number) => void,
): void {
  for (const number of pagesOf(table, fib, place)) {
    if ((number + 1) * PAGE > document.length) return
    const page = new DataView(document.buffer, document.byteOffset + number * PAGE, PAGE)
    const count = page.getUint8(PAGE - 1)
    const entries = (count + 1) * 4
    if (entries + count * entry > PAGE) continue
    for (let index = 0; index < count; index++) {
      see(page.getUint32(index * 4, true), page.getUint32(index * 4 + 4, true), page, entries + index * entry)
    }
  }
}

/** The numbers of the pages of properties. */
function pagesOf(table: DataView, fib: DataView, place: number): number[] {
  const start = fib.getUint32(place, true)
  const length = fib.getUint32(place + 4, true)
  if (length < 4 || start + length > table.byteLength) return []
  const count = Math.floor((length - 4) / 8)
  return Array.from({ length: count }, (_, index) => table.getUint32(start + (count + 1 + index) * 4, true) & 0x3fffff)
}
