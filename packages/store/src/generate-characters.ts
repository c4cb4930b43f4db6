import { writeFileSync } from 'node:fs'
import simplifiedToTraditional from 'opencc-js/dict/STCharacters'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

/**
 * Writes what OpenCC knows and core's fold does not: `node src/generate-characters.ts`.
 * - `rare`: pairs of traditional and simplified characters of which at least one takes two code units;
 * - `simplifiedOnly`: characters that stand for others in simplified text and do not occur in traditional text: those
 *   that Big5, Taiwan's own set of characters, has no place for. (It has one for 后, 里, 台, 干.)
 */
const rows = (table: string) => table.split('|').map((row) => row.split(' '))

const rare = rows(traditionalToSimplified)
  .filter(([from, to]) => from !== to && !(from?.length === 1 && to?.length === 1))
  .map(([from, to]) => `${from}${to}`)
  .join('')

const big5 = new Set(
  [...range(0xa4, 0xc6), ...range(0xc9, 0xf9)].flatMap((lead) =>
    [...range(0x40, 0x7e), ...range(0xa1, 0xfe)].map((trail) =>
      new TextDecoder('big5').decode(Uint8Array.of(lead, trail)),
    ),
  ),
)

const simplifiedOnly = rows(simplifiedToTraditional)
  .map(([from = '']) => from)
  .filter((from) => from.length === 1 && !big5.has(from))
  .join('')

writeFileSync(
  new URL('generated/characters.ts', import.meta.url),
  [
    '// Made by `generate-characters.ts` from OpenCC’s TSCharacters and STCharacters (Apache-2.0, https://github.com/BYVoid/OpenCC).',
    `export const rare = '${rare}'`,
    `export const simplifiedOnly = '${simplifiedOnly}'`,
    '',
  ].join('\n'),
)

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
