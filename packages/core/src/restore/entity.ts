import type { Grounds } from '../source/patches.ts'
import { noPatches, pushPatch } from '../source/patches.ts'
import type { Layer } from './layer.ts'
import { codeTest } from './lines/code.ts'

const certain: Grounds = { rule: 'entity', certainty: 'certain' }
const likely: Grounds = { rule: 'entity', certainty: 'likely', evidence: { readings: 1 } }

/** The named references that Chinese pages are left with (HTML Standard, named character references); '' for what cannot be seen. */
const NAMED: Record<string, string> = {
  amp: '&',
  apos: "'",
  bull: '•',
  copy: '©',
  deg: '°',
  emsp: '\u2003',
  ensp: '\u2002',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: '\u00a0',
  ndash: '–',
  permil: '‰',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  reg: '®',
  rsquo: '’',
  shy: '',
  times: '×',
  yen: '¥',
  zwj: '',
  zwnj: '',
}

/** &ldquo; &#8220; &#x201c; and, doubly escaped, &amp;ldquo; — a site that widens its marks writes the ; as ；. */
const REFERENCE = /&(?:amp[;；])*(?:([A-Za-z]{2,8})|#(\d{2,6})|#[xX]([\dA-Fa-f]{2,5}))[;；]/g

/** A pair of quotation marks whose names lost two letters: &ldo;同志&rdo;. */
const TRUNCATED = /&ldo[;；]([^&\n]{1,200})&rdo[;；]/g

/** Turns character references that were left in the text into the characters they name. */
export const entity: Layer = {
  rule: 'entity',
  isNeeded: (survey) => survey.has('&') && (survey.has(';') || survey.has('；')),
  run(text) {
    const isInCode = codeTest(text)
    const found: { start: number; end: number; char: string; grounds: Grounds }[] = []
    for (const match of text.matchAll(REFERENCE)) {
      const char = named(match)
      if (char === undefined || isInCode(match.index)) continue
      found.push({ start: match.index, end: match.index + match[0].length, char, grounds: certain })
    }
    for (const { 0: pair, index } of text.matchAll(TRUNCATED)) {
      if (isInCode(index)) continue
      const end = index + pair.length
      found.push({ start: index, end: index + '&ldo;'.length, char: '“', grounds: likely })
      found.push({ start: end - '&rdo;'.length, end, char: '”', grounds: likely })
    }
    const patches = noPatches()
    for (const { start, end, char, grounds } of found.sort((a, b) => a.start - b.start)) {
      pushPatch(patches, start, end, char, grounds)
    }
    return { patches }
  },
}

function named([, name, decimal, hexadecimal]: RegExpExecArray): string | undefined {
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined
  const code = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal)
  if (!isPrintable(code)) return undefined
  return isInvisible(code) ? '' : String.fromCodePoint(code)
}

/** Soft hyphens, and characters without width, which the layers above have taken out already. */
function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff
}

/** Neither a control character, nor half a character, nor beyond Unicode. */
function isPrintable(code: number): boolean {
  return code >= 0x20 && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code <= 0xdfff) && code <= 0x10ffff
}
