import type { ParseResult } from '@speeches/core'
import { findShifts, mapOffset, type Shift } from './script/shifts.ts'
import { convertTree } from './script/tree.ts'

export type { Shift } from './script/shifts.ts'

/** 简体 or 繁體, as OpenCC writes them. */
export type Script = 'simplified' | 'traditional'

/** A text in another script. */
export interface ConvertedText {
  text: string
  /** Where its offsets part from those of the source, in order; almost always empty. */
  shifts: Shift[]
}

/** The converters; each brings only the tables of its direction. */
const CONVERTERS = {
  simplified: () => import('./script/simplified.ts'),
  traditional: () => import('./script/traditional.ts'),
} satisfies Record<Script, () => Promise<{ convert: (text: string) => string }>>

/**
 * Loads what turns text into a script, phrase by phrase, by OpenCC's tables.
 *
 * @returns a function from text to text, in which the n-th character stays the n-th
 * @throws {RangeError} when there is no such script
 */
export async function loadConverter(to: Script): Promise<(text: string) => string> {
  const load = Object.hasOwn(CONVERTERS, to) ? CONVERTERS[to] : undefined
  if (!load) throw new RangeError(`There is no script “${to}”. Use one of: ${Object.keys(CONVERTERS).join(', ')}.`)
  return (await load()).convert
}

/**
 * A text, or a result of `parse`, in another script. Of a result, all restored text is converted; ids and positions
 * stay, and so do the edits, the messages and the header lines: they say what the source had and what it became before.
 *
 * @throws {RangeError} when there is no such script
 */
export async function convert(source: string, options: { to: Script }): Promise<ConvertedText>
export async function convert(source: ParseResult, options: { to: Script }): Promise<ParseResult>
export async function convert(
  source: string | ParseResult,
  { to }: { to: Script },
): Promise<ConvertedText | ParseResult> {
  const convertText = await loadConverter(to)
  if (typeof source !== 'string') {
    const { version, collection, edits, messages } = source
    return { version, collection: convertTree(collection, convertText), edits, messages }
  }
  const text = convertText(source)
  return { text, shifts: findShifts(source, text) }
}

/** The place in the source of a place in the converted text (UTF-16 offsets). */
export function toSourceOffset({ shifts }: ConvertedText, offset: number): number {
  return mapOffset(shifts, offset, 'converted', 'source')
}

/** The place in the converted text of a place in the source (UTF-16 offsets). */
export function toConvertedOffset({ shifts }: ConvertedText, offset: number): number {
  return mapOffset(shifts, offset, 'source', 'converted')
}
