import type { Line } from './line.ts'

/** l> [標籤:標題] @page { size: … — a rule of a style sheet with no word of Chinese before it but in a box. */
const OPENS = /^(?:[^一-龥。{[]|\[[^\]]{0,20}\])*\{ ?[a-z-]+ ?:/i
const CLOSE = 0x7d

const SEMICOLON = 0x3b
/** (adsbygoogle = window.adsbygoogle || []).push({}); */
const PROGRAM = /^(?=.*[=(){}])[^一-龥]+$/

/** $ G! l0 B& {7 H — a forum prints such a row between the lines, so that nobody copies them. */
const GARBAGE = /^(?=.*[a-z])(?=.*(?:[a-z]\d|[#$%&*+/<=>@\\^_`{|}~]))(?:[!-~]{1,3} ){3,}[!-~]{1,3}$/i
const BLANK = 0x20

/** Whether a line is nothing but rules of a style sheet, a program or other words that nobody is meant to read. */
export function isStyleDump(line: Line): boolean {
  const { units, start, end } = line
  const last = units[end - 1]
  if ((units[start + 1] === BLANK || units[start + 2] === BLANK) && GARBAGE.test(line.head)) return true
  return (last === CLOSE && OPENS.test(line.head)) || (last === SEMICOLON && PROGRAM.test(line.head))
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
