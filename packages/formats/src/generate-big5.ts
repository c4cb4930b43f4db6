import { writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'

/**
 * Writes the table of Big5 codes, a string for each lead byte from 0x81, `.` where a code means nothing or two
 * characters: `node src/generate-big5.ts`. iconv-lite has the table of the Encoding Standard, which browsers use.
 */

const trails = [...range(0x40, 0x7e), ...range(0xa1, 0xfe)]

const rows = range(0x81, 0xfe).map((lead) => trails.map((trail) => characterOf(lead, trail)).join(''))

writeFileSync(
  new URL('generated/big5.ts', import.meta.url),
  `/** Made by \`generate-big5.ts\`. */\nexport const BIG5_ROWS: readonly string[] = [\n${rows.map((row) => `  '${row}',\n`).join('')}]\n`,
)

function characterOf(lead: number, trail: number): string {
  const character = iconv.decode(Buffer.from([lead, trail]), 'big5')
  return [...character].length === 1 && character !== '\ufffd' ? character : '.'
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
