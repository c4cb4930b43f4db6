/** How long the operand of a property is, by the upper bits of its number ([MS-DOC] 2.2.5.1); 0 where it says so itself. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3]
const TABLE_DEFINITION = 0xd608

/** Tells each property from `start` to `end` in bytes ([MS-DOC] 2.9.209): its number, and where its operand is. */
export function eachProperty(
  view: DataView,
  start: number,
  end: number,
  see: (property: number, operand: number) => void,
): void {
  for (let at = start; at + 3 <= end; ) {
    const property = view.getUint16(at, true)
    if (property === TABLE_DEFINITION) break
    see(property, at + 2)
    at += 2 + (OPERANDS[property >> 13] || view.getUint8(at + 2) + 1)
  }
}
