import characters from 'opencc-js/dict/TSCharacters'
import { pack } from './pack.ts'

/**
 * The character table behind `fold`: OpenCC's TSCharacters (Apache-2.0), first choice of each row,
 * restricted to pairs of single UTF-16 code units so that folding never moves an offset.
 */
export function generateFold(): string {
  const pairs = (characters as string)
    .split('|')
    .map((row) => row.split(' '))
    .filter(([from, to]) => from?.length === 1 && to?.length === 1 && from !== to)
    .sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1))
  const column = (index: number) => pack(pairs.map((pair) => pair[index] as string))
  return `// Generated from OpenCC’s TSCharacters (Apache-2.0, https://github.com/BYVoid/OpenCC): run \`pnpm generate\`.
import { unpack } from '../source/unpack.ts'

export const traditional = /* @__PURE__ */ unpack(
  '${column(0)}',
)
export const simplified = /* @__PURE__ */ unpack(
  '${column(1)}',
)
`
}
