import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import characters from 'opencc-js/dict/STCharacters'
import variants from 'opencc-js/dict/TWVariants'
import { pinyin } from 'pinyin-pro'

/**
 * Makes `data/characters.tsv`: each simplified character that such sites turn traditional, what it becomes,
 * the one reading it is glossed with, and how often it is met.
 * From OpenCC's STCharacters and TWVariants (Apache-2.0), pinyin-pro (MIT) and the counts of jieba's dictionary (MIT).
 */

/** Old forms that are characters of their own in traditional text; the sites leave them alone. */
const STAYS = '后干里范于余愿征采占吃咏咨圣尸峰并恒斗游秘筑群雇涌辟台丑云仆伙凶吁咸唇岳帘床晒杠灶痴皂粽肴腌苧虱郁霉仑岩'

/** Readings that pinyin-pro gives a character alone and no site does. */
const READINGS: Record<string, string> = { 們: 'men', 麼: 'me', 車: 'chē', 沒: 'méi', 長: 'zhǎng' }

const dictionary = join(dirname(createRequire(import.meta.url).resolve('@node-rs/jieba')), 'dict.txt')
const counts = new Map<string, number>()
for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
  const [word = '', count = '0'] = line.split(' ')
  for (const char of word) counts.set(char, (counts.get(char) ?? 0) + Number(count))
}

const taiwan = new Map((variants as string).split('|').map((row) => row.split(' ') as [string, string]))
const encodable = new Set(cp936Characters())
const rows = (characters as string)
  .split('|')
  .map((row) => row.split(' ') as [string, string])
  .map(([from, to]) => [from, taiwan.get(to) ?? to] as const)
  .filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to && !STAYS.includes(from))
  .filter(([from, to]) => encodable.has(to) && counts.has(from))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([from, to]) => [from, to, READINGS[to] ?? pinyin(to), counts.get(from)].join('\t'))

writeFileSync(
  new URL('../data/characters.tsv', import.meta.url),
  [
    '# Simplified, traditional, the reading of the gloss, count. Made by src/generate.ts from OpenCC (Apache-2.0),',
    '# pinyin-pro (MIT) and jieba’s dictionary (MIT). Sorted by the simplified character.',
    ...rows,
    '',
  ].join('\n'),
)

function cp936Characters(): string {
  const decoder = new TextDecoder('gbk')
  let all = ''
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) all += decoder.decode(new Uint8Array([lead, trail]))
    }
  }
  return all
}
