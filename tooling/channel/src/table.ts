import { readFileSync } from 'node:fs'

/** A character that sites turn traditional. */
export interface Character {
  simplified: string
  traditional: string
  /** The reading its gloss bears. */
  reading: string
  /** How often it is met, for choosing sets of characters that a page will hold. */
  count: number
}

/** The characters of `data/characters.tsv`, most frequent first. */
export const characters: readonly Character[] = readFileSync(new URL('../data/characters.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [simplified = '', traditional = '', reading = '', count = '0'] = line.split('\t')
    return { simplified, traditional, reading, count: Number(count) }
  })
  .sort((a, b) => b.count - a.count)

const traditionalOf = new Map(characters.map(({ simplified, traditional }) => [simplified, traditional]))

/** A text turned traditional character by character, as the sites do; traditional text comes out as it is. */
export function toTraditional(text: string): string {
  let turned = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    turned += traditionalOf.get(char) ?? char
  }
  return turned
}
