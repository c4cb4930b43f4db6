import { toNumeral } from '../numerals.ts'

/** What stands before the points of a list that has no numbers. */
const BULLET = '- '

/** Values of `list-style-type` (CSS Counter Styles 3, 6 and 7), as Word names the numerals. */
const STYLES: Readonly<Record<string, string>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-decimal': 'ideographDigital',
  'cjk-ideographic': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'japanese-informal': 'chineseCounting',
  'trad-chinese-formal': 'chineseLegalSimplified',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'cjk-heavenly-stem': 'ideographTraditional',
  'cjk-earthly-branch': 'ideographZodiac',
}

/** Values of the attribute `type` (HTML Standard, 4.4.5). */
const TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** Marks that are no numbers. */
const BULLETS: ReadonlySet<string> = new Set(['disc', 'circle', 'square', 'disclosure-open', 'disclosure-closed'])

/** How points are marked: the name of their numerals, `bullet`, or `none`. */
export type Numerals = string

/** How a list or a point says that it is marked, by its attributes `style` and `type`; undefined where it does not say. */
export function numeralsOf(style = '', type = ''): Numerals | undefined {
  const words = /list-style(?:-type)?\s*:\s*([^;]+)/i.exec(style)?.[1]?.toLowerCase().split(/\s+/) ?? []
  for (const word of words) {
    if (word === 'none') return 'none'
    if (BULLETS.has(word)) return 'bullet'
    if (Object.hasOwn(STYLES, word)) return STYLES[word]
  }
  return Object.hasOwn(TYPES, type) ? TYPES[type] : undefined
}

/** What is shown before a point: 三、 3. iii. - or nothing. */
export function markingOf(numerals: Numerals, number: number): string {
  if (numerals === 'none') return ''
  if (numerals === 'bullet') return BULLET
  const numeral = toNumeral(number, numerals)
  return /[\u2e80-\uffff]$/.test(numeral) ? `${numeral}、` : `${numeral}. `
}
