import { createRandom } from './random.ts'
import { characters } from './table.ts'

/** The kinds of gloss set that sites have: a few dozen characters, some hundred and fifty, nearly all, any. */
export const glossFamilies = ['founding', 'wide', 'full', 'random'] as const

export type GlossFamily = (typeof glossFamilies)[number]

/** The characters of a small closed set. */
const FOUNDING = '業發務關設創經領產現權質調農優區協結規穩統聯環內術戰轉態網構礎執鄉監續節鎮養數據絡衛醫貿側驅'

/** What a wide set adds. */
const WIDE =
  '學導長國級無當責體進認動會開這講時過點題義實機總團組織隊員強黨勞資極應職' +
  '對個們來說後門東還將從見場樣問萬氣電聲處馬書幾華議稱決張師達條縣風運聽濟論選記號類傳帶邊廣陽難歷專車舉線備爭眾連單讓較際親紅價約則屬'

const readingOf = new Map(characters.map(({ traditional, reading }) => [traditional, reading]))

/**
 * A gloss set of a family: character → pinyin.
 *
 * @param seed decides which characters a random set holds (30 to 200 of the 600 most frequent)
 */
export function glossSet(family: GlossFamily, seed = 0): Map<string, string> {
  if (family === 'founding') return pick(FOUNDING)
  if (family === 'wide') return pick(FOUNDING + WIDE)
  if (family === 'full') return new Map(characters.map(({ traditional, reading }) => [traditional, reading]))
  const random = createRandom(seed)
  const size = 30 + Math.floor(random() * 171)
  const pool = characters.slice(0, 600)
  const chosen = new Map<string, string>()
  while (chosen.size < size) {
    const { traditional, reading } = pool[Math.floor(random() * pool.length)] as (typeof pool)[number]
    chosen.set(traditional, reading)
  }
  return chosen
}

function pick(chars: string): Map<string, string> {
  const chosen = new Map<string, string>()
  for (const char of chars) {
    const reading = readingOf.get(char)
    if (reading) chosen.set(char, reading)
  }
  return chosen
}
