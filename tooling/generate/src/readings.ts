import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import characters from 'opencc-js/dict/STCharacters'
import variants from 'opencc-js/dict/TWVariants'
import { pinyin } from 'pinyin-pro'
import { cp936 } from '../../../packages/core/src/restore/cp936.ts'
import { codeReadings } from '../../../packages/core/src/restore/gloss/reading-code.ts'
import { isSyllable } from '../../../packages/core/src/restore/gloss/syllable.ts'
import { createRangeEncoder } from './lexicon-encoder.ts'

/**
 * Makes the table of readings from pinyin-pro (MIT), for the characters that text turned traditional character
 * by character is made of: what OpenCC (Apache-2.0) turns characters into, and the characters of GB 2312 that it
 * leaves alone.
 */

const table = new Map(rows(characters))
const taiwan = new Map(rows(variants))
const dictionary = join(dirname(createRequire(import.meta.url).resolve('@node-rs/jieba')), 'dict.txt')
const { toCode } = cp936()

/** Old forms that stand for themselves in such text, whatever OpenCC prefers. */
const STAYS =
  '后干里范于余愿征采占吃咏咨圣尸峰并恒斗游秘筑群雇涌辟台丑云仆伙凶吁咸唇岳帘床晒杠灶痴皂粽肴腌苧虱郁霉仑岩了面系制表只板谷松着污泄幺檐棱痹踊'

/** Readings that a character has only behind others. */
const TONELESS: Record<string, string> = {
  們: 'men',
  麼: 'me',
  著: 'zhe',
  嗎: 'ma',
  個: 'ge',
  頭: 'tou',
  裏: 'li',
  裡: 'li',
  見: 'jian',
  過: 'guo',
  來: 'lai',
}

/** The table of readings, as core's `codeReadings` reads it. */
export function generateReadings(): string {
  const readingsOf = new Map<number, string[]>()
  for (const char of [...standardForms()].sort()) {
    if (char < '一' || char > '龥' || toCode[char.charCodeAt(0)] === 0) continue
    const readings = new Set([...pinyin(char, { multiple: true, type: 'array' }), TONELESS[char] ?? ''])
    const syllables = [...readings].filter((reading) => reading !== '' && isSyllable(reading)).sort()
    if (syllables.length > 0) readingsOf.set(char.charCodeAt(0), syllables)
  }
  const encoder = createRangeEncoder()
  codeReadings((chances, index, bit) => {
    encoder.bit(chances, index, bit)
    return bit
  }, readingsOf)
  return `/*! Readings made from pinyin-pro (MIT), OpenCC (Apache-2.0) and jieba’s dictionary (MIT). */
// Generated from their tables: run \`pnpm generate\`.
/** How characters are read, base64 of what \`codeReadings\` of \`restore/gloss\` wrote. */
export const readings =
  '${Buffer.from(encoder.finish()).toString('base64')}'
`
}

/** The characters that text turned traditional character by character is made of. */
function standardForms(): Set<string> {
  const standard = new Set<string>()
  for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
    for (const char of line.split(' ')[0] as string) {
      if (!isGb2312(char)) continue
      const form = table.get(char) ?? char
      standard.add(taiwan.get(form) ?? form)
      if (STAYS.includes(char)) standard.add(char)
    }
  }
  for (const form of table.values()) standard.add(taiwan.get(form) ?? form)
  return standard
}

/** Whether a character is one of the 6,763 of GB 2312, which modern simplified text is written with. */
function isGb2312(char: string): boolean {
  const code = toCode[char.charCodeAt(0)] as number
  return code >= 0xb0a1 && code <= 0xf7fe && (code & 0xff) >= 0xa1
}

function rows(dictionaryText: unknown): [string, string][] {
  return (dictionaryText as string).split('|').map((row) => row.split(' ') as [string, string])
}
