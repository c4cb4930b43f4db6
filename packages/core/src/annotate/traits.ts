/** What is in a paragraph, as bits: an annotator whose bits are not there has nothing to find. */
export const BRACKET = 1
export const DIGIT = 2
/** Marks that sites put for what they take out. */
export const MASK = 4
/** 年, 月, 日 and what else every date holds. */
export const TIME = 8
/** 百, 千, 萬: every figure written in Chinese numerals holds one. */
export const MULTIPLE = 16
/** What the second word of every series holds: 二是, 其次, 第二, ②. */
export const SECOND = 32
/** 黨: what is left where a name of its congresses or leaders was taken out. */
export const PARTY = 64 /** What every count holds, and so every promise. */
export const NUMERAL = 128

const CHARACTERS: readonly (readonly [number, string])[] = [
  [BRACKET, '《》〈〉“”‘’「」『』'],
  [DIGIT, '0123456789０１２３４５６７８９'],
  [MASK, '×xXｘＸ*＊﹡★☆△□◇○某_＿'],
  [TIME, '年月日号號季世纪紀五'],
  [MULTIPLE, '十百千万萬亿億'],
  [SECOND, '二其最另②⑵２2'],
  [PARTY, '党黨'],
  [NUMERAL, '一二三四五六七八九十两兩几幾0123456789０１２３４５６７８９'],
]

let table: Uint8Array | undefined

function traitTable(): Uint8Array {
  if (table) return table
  table = new Uint8Array(0x10000)
  for (const [trait, characters] of CHARACTERS) {
    for (const character of characters)
      table[character.charCodeAt(0)] = (table[character.charCodeAt(0)] as number) | trait
  }
  return table
}

/** All traits of a text, in one look. */
export function traitsOf(text: string): number {
  const traits = traitTable()
  let found = 0
  for (let at = 0; at < text.length; at++) found |= traits[text.charCodeAt(at)] as number
  return found
}
