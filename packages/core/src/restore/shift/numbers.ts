import { NUMERALS } from './lexicon.ts'

/**
 * Numbers written in characters: how likely one numeral is behind another, in thousandths, as counted in the speeches of
 * tooling/generate/data/texts and evened out. A word list lacks most numbers: 二百七十八.
 */
const STEPS: readonly (readonly [before: string, behind: string])[] = [
  ['一', '百34 千17 万9 十8 亿2 零1 二1 两1'],
  ['二', '十300 百80 千17 万13 亿4 三3 四2 五1'],
  ['三', '十133 百61 千38 万18 亿4 四4 五4 零1'],
  ['四', '十200 百70 千36 万20 亿6 五5 零1'],
  ['五', '十152 百50 千33 万21 六6 亿6 七4'],
  ['六', '十209 百80 千51 万37 亿10 七5'],
  ['七', '十193 百45 千30 万24 八18 亿9'],
  ['八', '十186 百95 千52 万39 九8 亿7'],
  ['九', '十202 百53 千33 万23 亿5'],
  ['十', '二88 六85 一82 八73 四62 五56 七53 三53 九38 万28 几14 亿6'],
  ['百', '二61 一56 六50 八45 三34 四34 五34 七34 九26 零30 万36 十12 亿1'],
  ['千', '二65 三49 八46 六46 一45 四38 五30 九25 七25 零20 万86 亿2'],
  ['万', '六33 一30 八29 三26 二26 四20 五15 七13 九10 两9 千3 零2'],
  ['亿', '三46 一30 八27 六24 二18 四15 九12 七12 五12 零12 万21 两12'],
  ['零', '八60 六59 四55 九33 三32 七30 五28 二28 一15 十4'],
  ['两', '千87 万45 百22 亿6'],
  ['几', '十67 百37 千19 万17 亿3'],
]
/** The chance of any other numeral behind one. */
const ELSE = 0.0003

/** How likely a number is to be that of a heading, （三）, in hundredths: as counted likewise at the heads of lines. */
const HEADINGS = '一23 二22 三22 四16 五8 六4 七2 八1 九1 十1'

/** What a number counts in, from the least on, within each 万. */
const SCALES = '十百千'
/** How much rarer a scale is behind a lower one: 三十二百. */
const OUT_OF_SCALE = 0.02
/** How much rarer a scale is behind 第: most of what is numbered has a low number. */
const NUMBERED = 0.3
/** In place of the scale of a number: it stands behind 第, and holds no scale yet. */
const ORDINAL = SCALES.length + 1

const WIDTH = NUMERALS.length + 1

/** What tells of the numerals among the symbols of a word table. */
export interface Numbers {
  /** Whether a symbol is a numeral. */
  isNumeral(symbol: number): boolean
  /**
   * The chance of a numeral behind another one; 0 for what is none.
   *
   * @param scale the scale of the number so far, as `scaleBehind` gives it
   */
  step(before: number, symbol: number, scale: number): number
  /** The lowest scale of a number that goes on to a symbol, from that in front of the symbol; 0 where there is none. */
  scaleBehind(scale: number, symbol: number): number
  /** The chance of a numeral as the number of a heading. */
  heads(symbol: number): number
  /** All numerals, as symbols. */
  all: readonly number[]
}

/** @param symbolOf the symbol of each UTF-16 code unit */
export function numbersOf(symbolOf: Uint16Array): Numbers {
  const symbolsIn = (chars: string) => [...chars].map((char) => symbolOf[char.charCodeAt(0)] as number)
  const all = symbolsIn(NUMERALS)
  const [ordinal] = symbolsIn('第')
  const place = new Uint8Array(0x10000)
  const scaleOf = new Uint8Array(0x10000)
  const heads = new Float32Array(0x10000)
  for (const [i, symbol] of all.entries()) place[symbol] = i + 1
  for (const [i, symbol] of symbolsIn(SCALES).entries()) scaleOf[symbol] = i + 1
  for (const entry of HEADINGS.split(' ')) heads[symbolsIn(entry)[0] as number] = Number(entry.slice(1)) / 100
  const large = new Set(symbolsIn('万亿'))
  return {
    all,
    isNumeral: (symbol) => place[symbol] !== 0,
    step(before, symbol, scale) {
      const chance = TABLE[(place[before] as number) * WIDTH + (place[symbol] as number)] as number
      const own = scaleOf[symbol] as number
      if (own === 0 || scale === 0) return chance
      return chance * (scale === ORDINAL ? NUMBERED : own < scale ? 1 : OUT_OF_SCALE)
    },
    scaleBehind(scale, symbol) {
      if (symbol === ordinal) return ORDINAL
      if (place[symbol] === 0 || large.has(symbol)) return 0
      return scaleOf[symbol] || scale
    },
    heads: (symbol) => heads[symbol] as number,
  }
}

const TABLE = makeTable()

function makeTable(): Float32Array {
  const table = new Float32Array(WIDTH * WIDTH).fill(ELSE)
  for (let i = 0; i < WIDTH; i++) {
    table[i] = 0
    table[i * WIDTH] = 0
  }
  for (const [before, behind] of STEPS) {
    for (const entry of behind.split(' ')) {
      const [, numerals = '', thousandths = ''] = /^(\D+)(\d+)$/.exec(entry) ?? []
      for (const left of before) {
        for (const right of numerals) {
          table[(NUMERALS.indexOf(left) + 1) * WIDTH + NUMERALS.indexOf(right) + 1] = Number(thousandths) / 1000
        }
      }
    }
  }
  return table
}
