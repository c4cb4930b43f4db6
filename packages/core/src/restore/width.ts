import { type Change, noPatches, pushChange } from '../source/patches.ts'
import { blank, chinese, digit, type Kind, kindOf, letter } from './kinds.ts'
import type { Layer } from './layer.ts'
import { CODE_SIGNS, codeTest } from './lines/code.ts'

/** The half-width marks that Chinese text has in full width (GB/T 15834). Brackets and full stops stay as printed. */
const MARKS = ',;:!?'
const CHANGES: Change[] = [...MARKS].map((mark) => ({
  replacement: String.fromCharCode(mark.charCodeAt(0) + 0xfee0),
  grounds: { rule: 'width', certainty: 'certain' },
}))
/** For each mark, by its code unit, which change it is. */
const CHANGE_OF = new Uint8Array(0x80)
for (let i = 0; i < MARKS.length; i++) CHANGE_OF[MARKS.charCodeAt(i)] = i

const OPEN_BRACKET = 0x28
const COLON = 0x3a
const SEMICOLON = 0x3b
const QUESTION = 0x3f

/**
 * Makes `,` `;` `:` `!` `?` full-width again in Chinese text: 同志們: → 同志們：.
 *
 * The colon of a header line belongs to its Chinese field name and is widened; what is inside the value is not:
 *
 *     - 時間:2023-11-12 03:53:59  →  - 時間：2023-11-12 03:53:59
 *           ^                              ^
 */
export const width: Layer = {
  rule: 'width',
  isNeeded: (survey) => survey.marks.length > survey.count(OPEN_BRACKET),
  run(text, context) {
    const { units } = context
    const { marks, has } = context.survey()
    const isInCode = [...CODE_SIGNS].some(has) ? codeTest(text) : undefined
    const patches = noPatches(marks.length, CHANGES)
    for (let i = 0; i < marks.length; i++) {
      const at = marks[i] as number
      const mark = units[at] as number
      if (mark === OPEN_BRACKET || !isInChinese(text, units, at, mark)) continue
      if (isInCode?.(at)) continue
      pushChange(patches, at, at + 1, CHANGE_OF[mark] as number)
    }
    return { patches }
  },
}

/** A mark is Chinese when what it closes is; where that is a number, a Latin word or a bracket, its surroundings decide. */
function isInChinese(text: string, units: Uint16Array, at: number, mark: number): boolean {
  const before = kindAt(units, at - 1)
  const after = kindAt(units, at + 1)
  if (before === chinese) return after === chinese || !isForeign(text, at, mark)
  if (isAlphanumeric(before) && isAlphanumeric(after)) return false
  if (after === chinese) return true
  if (isForeign(text, at, mark) || (before === letter && isLetterBehindBlank(units, at + 1))) return false
  return isChineseBefore(units, at)
}

/** The kind of the unit at an offset; a blank beyond the text. */
function kindAt(units: Uint16Array, at: number): Kind {
  return at >= 0 && at < units.length ? kindOf(units[at] as number) : blank
}

function isAlphanumeric(kind: number): boolean {
  return kind === letter || kind === digit
}

/** Hello, world */
function isLetterBehindBlank(units: Uint16Array, at: number): boolean {
  return kindAt(units, at) === blank && kindAt(units, at + 1) === letter
}

/** http://, 路徑?id=1, :) */
function isForeign(text: string, at: number, mark: number): boolean {
  if (mark === COLON || mark === SEMICOLON) return /^(?:\/\/|-?\)|-?D\b)/.test(text.slice(at + 1, at + 4))
  return mark === QUESTION && /^[\w%-]{1,30}=/.test(text.slice(at + 1, at + 32))
}

/** Farthest look back over a number, a Latin word, brackets and quotes. */
const REACH = 40

/** Whether, over numbers, words, brackets and quotes, Chinese stands before on the same line: 占30%, and (5g); and “四化”, */
function isChineseBefore(units: Uint16Array, at: number): boolean {
  for (let from = at - 1; from >= 0 && from > at - REACH; from--) {
    const kind = kindAt(units, from)
    if (kind === chinese) return true
    if (kind === blank) return false
  }
  return false
}
