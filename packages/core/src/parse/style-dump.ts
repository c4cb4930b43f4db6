import type { Line } from './line.ts'

/** l> [標籤:標題] @page { size: … — a rule of a style sheet with no word of Chinese before it but in a box. */
const OPENS = /^(?:[^一-龥。{[]|\[[^\]]{0,20}\])*\{ ?[a-z-]+ ?:/i
const CLOSE = 0x7d

/** Whether a line is nothing but rules of a style sheet, which a word processor leaves in a page. */
export function isStyleDump(line: Line): boolean {
  return line.units[line.end - 1] === CLOSE && OPENS.test(line.head)
}

/**
 * Units of the style sheet in front of what a line says, 0 where there is none.
 *
 *     @page { size: 7in } p { color: #111111 } 在碼頭會上的講話 同志們:…
 *                                             ^
 */
export function styleLength({ text, start, end, head }: Line): number {
  if (!head.includes('{') || !OPENS.test(head)) return 0
  let behind = start
  for (let open = text.indexOf('{', start); open !== -1 && open < end; open = text.indexOf('{', behind)) {
    if (behind > start && /[一-龥。]/.test(text.slice(behind, open))) break
    const close = text.indexOf('}', open)
    if (close === -1 || close >= end) break
    behind = close + 1
  }
  if (behind === start) return 0
  const rest = text.slice(behind, end)
  const said = rest.replace(/^(?:[\s}]|<\/?[a-z][^>]{0,40}>)*/i, '')
  return said === '' ? 0 : end - start - said.length
}
