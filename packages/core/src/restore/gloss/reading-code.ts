import { foldTable } from '../../source/fold.ts'
import { cp936 } from '../cp936.ts'
import { newChances } from '../shift/range-decoder.ts'
import { FINALS, INITIALS, partsOf, printedReading, type SyllableParts } from './syllable.ts'

/**
 * A bit of the table of readings, by the chance in `chances[index]`, which learns from it: a decoder reads it, an
 * encoder writes `wanted` and gives it back.
 */
export type BitCoder = (chances: Uint16Array, index: number, wanted: number) => number

/** The first characters of GB 2312 (一級漢字) stand in the order of their pinyin. */
const SORTED_BY_PINYIN = [0xb0a1, 0xd7f9] as const

/** At most so many readings a character, and tones, and parts of syllables, as powers of two. */
const COUNT_BITS = 3
const TONE_BITS = 3
const INITIAL_BITS = 5
const FINAL_BITS = 6

/** What is told of a reading by the one before it: by that of the character before, in the order of pinyin or not; by another one of its own. */
const [UNSORTED, SORTED, OWN] = [0, 1, 2]

/**
 * Reads or writes how characters are read. Both sides go through all characters of CP936 in the order of their simplified
 * forms there, so that the characters need no room, and the readings of the most frequent ones go up step by step.
 *
 * @param known the readings of each character that has any, by its UTF-16 code unit; empty where they are read
 * @returns the characters of each reading, by their code units
 */
export function codeReadings(code: BitCoder, known: ReadonlyMap<number, readonly string[]>): Map<string, number[]> {
  const present = newChances(4)
  const counts = newChances(1 << COUNT_BITS)
  const same = newChances(2)
  const sameSyllable = newChances(3)
  const initials = newChances(3 << INITIAL_BITS)
  const finals = newChances(INITIALS.length << FINAL_BITS)
  const tones = newChances((INITIALS.length * FINALS.length) << TONE_BITS)
  const charsOf = new Map<string, number[]>()
  let last: SyllableParts = { initial: 0, final: 0, tone: 1 }

  for (const key of inOrder()) {
    const unit = key % 0x10000
    const simplified = (key - unit) / 0x10000
    const wanted = known.get(unit)?.map(partsOf)
    if (code(present, kindOf(unit, simplified), wanted ? 1 : 0) === 0) continue
    const isSorted = simplified >= SORTED_BY_PINYIN[0] && simplified <= SORTED_BY_PINYIN[1]
    if (wanted) putFirst(wanted, last, isSorted)
    last = codeFirst(last, wanted?.[0] ?? last, isSorted ? SORTED : UNSORTED)
    note(unit, last)
    const more = tree(counts, 0, COUNT_BITS, (wanted?.length ?? 1) - 1)
    for (let i = 1, before = last; i <= more; i++) {
      before = codeAnother(before, wanted?.[i] ?? before, OWN)
      note(unit, before)
    }
  }
  return charsOf

  function note(unit: number, reading: SyllableParts): void {
    const printed = printedReading(reading)
    const chars = charsOf.get(printed)
    if (chars) chars.push(unit)
    else charsOf.set(printed, [unit])
  }

  function codeFirst(before: SyllableParts, wanted: SyllableParts, told: number): SyllableParts {
    const isSame = isSyllable(wanted, before) && wanted.tone === before.tone
    return code(same, told, isSame ? 1 : 0) === 1 ? before : codeAnother(before, wanted, told)
  }

  function codeAnother(before: SyllableParts, wanted: SyllableParts, told: number): SyllableParts {
    const keeps = code(sameSyllable, told, isSyllable(wanted, before) ? 1 : 0) === 1
    const initial = keeps ? before.initial : tree(initials, told << INITIAL_BITS, INITIAL_BITS, wanted.initial)
    const final = keeps ? before.final : tree(finals, initial << FINAL_BITS, FINAL_BITS, wanted.final)
    const tone = tree(tones, (initial * FINALS.length + final) << TONE_BITS, TONE_BITS, wanted.tone)
    return { initial, final, tone }
  }

  /** A number of so many bits, each learnt behind those above it. */
  function tree(chances: Uint16Array, offset: number, bits: number, wanted: number): number {
    let prefix = 1
    for (let i = bits - 1; i >= 0; i--) prefix = (prefix << 1) | code(chances, offset + prefix, (wanted >>> i) & 1)
    return prefix - (1 << bits)
  }
}

/** Whether two readings differ in nothing but their tones. */
function isSyllable(a: SyllableParts, b: SyllableParts): boolean {
  return a.initial === b.initial && a.final === b.final
}

/** Puts the reading first that the one before tells: the same, the same syllable, or in the order of pinyin the next. */
function putFirst(readings: SyllableParts[], last: SyllableParts, isSorted: boolean): void {
  const plain = (reading: SyllableParts) => printedReading({ ...reading, tone: 0 })
  const behind = plain(last)
  const rank = (reading: SyllableParts) => {
    if (isSyllable(reading, last)) return reading.tone === last.tone ? '' : ' '
    return isSorted && plain(reading) > behind ? plain(reading) : '~'
  }
  readings.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}

/** All characters of CP936 as numbers, simplified form × 65,536 + code unit, in the order of the simplified forms' codes. */
function inOrder(): Float64Array {
  const { toCode } = cp936()
  const to = foldTable()
  const keys: number[] = []
  for (let unit = 0x4e00; unit <= 0x9fa5; unit++) {
    if (toCode[unit] !== 0) keys.push((toCode[to[unit] as number] as number) * 0x10000 + unit)
  }
  return Float64Array.from(keys).sort()
}

/** Whether a character is one of GB 2312 or a form of one, and which of both. */
function kindOf(unit: number, simplified: number): number {
  const isGb2312 = simplified >= 0xb0a1 && simplified <= 0xf7fe && (simplified & 0xff) >= 0xa1
  return (isGb2312 ? 2 : 0) + (cp936().toCode[unit] === simplified ? 1 : 0)
}
