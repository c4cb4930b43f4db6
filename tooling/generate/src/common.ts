import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import characters from 'opencc-js/dict/STCharacters'
import variants from 'opencc-js/dict/TWVariants'
import { pack } from './pack.ts'

/** How many of the most frequent characters count as common. */
const COUNT = 1000

/**
 * The characters that only traditional script has, among the thousand most frequent ones: frequency from jieba's
 * dictionary (MIT), in simplified form; traditional forms from OpenCC's STCharacters and TWVariants (Apache-2.0).
 */
export function generateCommon(): string {
  const traditional = new Map(rows(characters))
  const taiwan = new Map(rows(variants))
  const common = new Set<string>()
  for (const char of mostFrequent()) {
    const form = traditional.get(char) ?? char
    if (form !== char) common.add(form).add(taiwan.get(form) ?? form)
  }
  return [
    '// Generated from jieba’s dictionary (MIT) and OpenCC’s STCharacters (Apache-2.0): run `pnpm generate`.',
    "import { unpack } from '../source/unpack.ts'",
    '',
    '/** The traditional-only forms of the thousand most frequent characters, sorted. */',
    'export const commonTraditional = /* @__PURE__ */ unpack(',
    `  '${pack([...common].sort())}',`,
    ')',
    '',
  ].join('\n')
}

function mostFrequent(): string[] {
  const counts = new Map<string, number>()
  const dictionary = join(dirname(createRequire(import.meta.url).resolve('@node-rs/jieba')), 'dict.txt')
  for (const row of readFileSync(dictionary, 'utf8').split('\n')) {
    const [word = '', count = '0'] = row.split(' ')
    for (const char of word) counts.set(char, (counts.get(char) ?? 0) + Number(count))
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, COUNT)
    .map(([char]) => char)
}

function rows(dictionary: unknown): [string, string][] {
  return (dictionary as string).split('|').map((row) => row.split(' ') as [string, string])
}
