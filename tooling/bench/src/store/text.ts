import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Random } from '@speeches/store/testing'
import { Converter } from 'opencc-js/cn2t'

/** Text of words that are as frequent as in jieba's dictionary (MIT): a few thousand make up most of it, as in speech. */
export interface Writer {
  /** A paragraph of about 120 characters. */
  paragraph(): string
  /** A heading of two to five words. */
  heading(): string
  /** Words of a length, the most frequent first. */
  words(length: number): string[]
}

export function createWriter(random: Random): Writer {
  const rows = readFileSync(fileURLToPath(import.meta.resolve('@node-rs/jieba/dict.txt')), 'utf8')
    .split('\n')
    .map((row) => row.split(' '))
    .map(([word = '', count = '0']) => ({ word, count: Number(count) }))
    .filter(({ word, count }) => count > 0 && /^\p{Script=Han}+$/u.test(word))
    .sort((a, b) => b.count - a.count)
  const sums = new Float64Array(rows.length)
  let sum = 0
  for (const [i, { count }] of rows.entries()) {
    sum += count
    sums[i] = sum
  }
  const word = () => rows[firstAtLeast(sums, random.next() * sum)]?.word as string

  return {
    paragraph() {
      // The sum of three draws: most paragraphs are of middling length, few are short or long.
      const length = 20 + random.below(70) + random.below(70) + random.below(70)
      let text = ''
      for (let count = 1; text.length < length; count++) {
        text += word()
        if (count % 19 === 0) text += '。'
        else if (count % 7 === 0) text += '，'
      }
      return `${text}。`
    },
    heading: () => Array.from({ length: 2 + random.below(4) }, word).join(''),
    words: (length) => rows.filter((row) => row.word.length === length).map((row) => row.word),
  }
}

function firstAtLeast(values: Float64Array, least: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) >= least) high = middle
    else low = middle + 1
  }
  return low
}

/** A text in traditional characters. */
export const toTraditional: (text: string) => string = Converter({ from: 'cn', to: 't' })
