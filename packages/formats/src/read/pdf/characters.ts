import { SYMBOLS } from '../symbols.ts'

/** Radicals that fonts give for the hanzi that look the same (Unicode, CJK Radicals Supplement: no normal form leads back). */
const RADICALS =
  '⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻲龟⻳龟'

const HANZI = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, index) => [RADICALS[index * 2], RADICALS[index * 2 + 1]]),
)

/** ⼀ (U+2F00) looks like 一 (U+4E00): fonts with both often name the wrong one. */
const LOOKALIKES = /[\u2e80-\u2fdf]/g

/** Private use and control characters: what stands there is drawn, and has no meaning unless it is a known sign. */
const PRIVATE = /(?![\t\n])[\p{Co}\p{Cc}]/gu

/** The text with the hanzi and signs that it shows; what has no meaning stands as U+FFFD. */
export function toCharacters(text: string): string {
  return text
    .replace(LOOKALIKES, (char) => HANZI.get(char) ?? char.normalize('NFKC'))
    .replace(PRIVATE, (char) => SYMBOLS[char.charCodeAt(0).toString(16).toUpperCase()] ?? '\ufffd')
    .replaceAll('\u00a0', ' ')
}
