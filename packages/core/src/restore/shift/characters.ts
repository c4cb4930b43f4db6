import { cp936 } from '../cp936.ts'
import { readingTable } from '../gloss/reading-table.ts'
import type { Lexicon } from './lexicon.ts'
import { MARKS, SIGNS } from './symbols.ts'

/** What text of such a page is written with, by bytes and by sound. Codes are two-byte codes of CP936. */
export interface Characters {
  /** Whether a code is a standard form of traditional text, a mark or a sign. */
  isStandard: Uint8Array
  /** The standard codes with a trail byte, most frequent first. */
  byTrail: readonly (readonly number[])[]
  /** The standard codes with a lead byte, most frequent first. */
  byLead: readonly (readonly number[])[]
  /** All standard codes, most frequent first. */
  all: readonly number[]
  /** The standard codes of a character by its number in the lexicon. */
  byNumber: readonly (readonly number[])[]
  /** The codes with a reading, as pinyin is printed: yè. */
  byReading: ReadonlyMap<string, readonly number[]>
}

const known = new WeakMap<Lexicon, Characters>()

/** The characters in the order of frequency that a lexicon gives them; made once. */
export function charactersOf(lexicon: Lexicon): Characters {
  const made = known.get(lexicon) ?? make(lexicon)
  known.set(lexicon, made)
  return made
}

function make({ idOf, frequency }: Lexicon): Characters {
  const { toCode, toUnit } = cp936()
  const byReading = new Map<string, number[]>()
  const isStandard = new Uint8Array(0x10000)
  for (const [reading, units] of readingTable()) {
    const codes = units.map((unit) => toCode[unit] as number)
    byReading.set(reading, codes)
    for (const code of codes) isStandard[code] = 1
  }
  for (const mark of MARKS + SIGNS) isStandard[toCode[mark.charCodeAt(0)] as number] = 1

  const all: number[] = []
  for (let code = 0; code < 0x10000; code++) if (isStandard[code]) all.push(code)
  const frequencyOf = (code: number): number => {
    const id = idOf[toUnit[code] as number] as number
    return id === 0 ? Number.POSITIVE_INFINITY : (frequency[id] as number)
  }
  const frequencies = new Map(all.map((code) => [code, frequencyOf(code)]))
  all.sort((a, b) => (frequencies.get(b) as number) - (frequencies.get(a) as number) || a - b)

  const byTrail: number[][] = Array.from({ length: 256 }, () => [])
  const byLead: number[][] = Array.from({ length: 256 }, () => [])
  const byNumber: number[][] = Array.from(frequency, () => [])
  for (const code of all) {
    byTrail[code & 0xff]?.push(code)
    byLead[code >> 8]?.push(code)
    byNumber[idOf[toUnit[code] as number] as number]?.push(code)
  }
  return { isStandard, byTrail, byLead, all, byNumber, byReading }
}
