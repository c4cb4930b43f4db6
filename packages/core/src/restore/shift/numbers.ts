import { NUMERALS } from './lexicon.ts'

/**
 * Numbers written in characters: how likely one numeral is behind another, in thousandths, as counted in the reports of
 * the work of China's government and in own speeches and evened out. A word list lacks most numbers: 二百七十八.
 */
const STEPS: readonly (readonly [before: string, behind: string])[] = [
  ['一二三四五六七八九', '十170 百100 千65 万30 亿11 一二三四五六七八九8 零1'],
  ['十', '一二三四五六七八九72 万33 亿9 几6'],
  ['百', '一二三四五六七八九62 零67 万36 十12 亿1'],
  ['千', '一二三四五六七八九53 零34 万87 亿1'],
  ['万', '一二三四五六七八九27 两10 千3 零2'],
  ['亿', '一二三四五六七八九45 零35 万35 两14'],
  ['零', '一二三四五六七八九60 十4'],
  ['两', '千173 万95 百25 亿10'],
  ['几', '十110 百120 千120 万150 亿95'],
]

const WIDTH = NUMERALS.length + 1

/** What tells of the numerals among the symbols of a word table. */
export interface Numbers {
  /** Whether a symbol is a numeral. */
  isNumeral(symbol: number): boolean
  /** The chance of a numeral behind another one; 0 for what is none, and where numbers do not go on so. */
  step(before: number, symbol: number): number
  /** All numerals, as symbols. */
  all: readonly number[]
}

/** @param symbolOf the symbol of each UTF-16 code unit */
export function numbersOf(symbolOf: Uint16Array): Numbers {
  const all = [...NUMERALS].map((char) => symbolOf[char.charCodeAt(0)] as number)
  const place = new Uint8Array(0x10000)
  all.forEach((symbol, i) => {
    place[symbol] = i + 1
  })
  return {
    all,
    isNumeral: (symbol) => place[symbol] !== 0,
    step: (before, symbol) => TABLE[(place[before] as number) * WIDTH + (place[symbol] as number)] as number,
  }
}

const TABLE = makeTable()

function makeTable(): Float32Array {
  const table = new Float32Array(WIDTH * WIDTH)
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
