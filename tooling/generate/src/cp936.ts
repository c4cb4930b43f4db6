import { readFileSync } from 'node:fs'

const TABLE = new URL('../../../packages/core/data/cp936-holes.tsv', import.meta.url)

/** Core's list of vanishing pairs, from `data/cp936-holes.tsv`; leads that are unsorted or there twice are an error. */
export function generateCp936(): string {
  const rows = readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [lead: string, ranges: string])
  const leads = rows.map(([lead]) => lead)
  if (leads.join() !== [...new Set(leads)].sort().join()) {
    throw new Error('cp936-holes.tsv: leads must be sorted and unique')
  }

  const lines = rows.flatMap(([lead, ranges]) =>
    ranges.split(' ').map((range) => {
      const [from, to = from] = range.split('-') as [string, string?]
      return `  [0x${(lead + from).toLowerCase()}, 0x${(lead + to).toLowerCase()}],`
    }),
  )
  return `// Generated from data/cp936-holes.tsv: run \`pnpm generate\`.
/** Pairs that CP936 leaves unassigned, as ranges of two-byte codes, both ends included. */
export const holes: readonly (readonly [first: number, last: number])[] = [
${lines.join('\n')}
]
`
}
