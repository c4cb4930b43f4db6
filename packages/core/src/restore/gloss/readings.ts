import { commonTraditional } from '../../generated/common.ts'
import { simplified, traditional } from '../../generated/fold.ts'
import { readingTable } from './reading-table.ts'
import { spelledOut, withoutTone } from './syllable.ts'

/** What is known about characters and how they are read; made from the generated tables on first use. */
interface Knowledge {
  /** The characters of a reading, in traditional forms: yè → 業頁葉… */
  readers: Map<string, string>
  /** The characters of a reading without its tone: ye → 業頁葉爺… */
  tonelessReaders: Map<string, string>
  /** The characters of each reading that was asked for, as it was printed. */
  asPrinted: Map<string, string>
  /** The traditional forms of a simplified character. */
  formsOf: Map<string, string>
  traditional: Set<number>
  common: Set<number>
}

let knowledge: Knowledge | undefined

function know(): Knowledge {
  if (knowledge) return knowledge
  const readers = new Map<string, string>()
  const tonelessReaders = new Map<string, string>()
  for (const [reading, units] of readingTable()) {
    const chars = String.fromCharCode(...units)
    readers.set(reading, chars)
    const plain = withoutTone(reading)
    tonelessReaders.set(plain, (tonelessReaders.get(plain) ?? '') + chars)
  }
  const formsOf = new Map<string, string>()
  for (let i = 0; i < simplified.length; i++) {
    const char = simplified.charAt(i)
    formsOf.set(char, (formsOf.get(char) ?? '') + traditional.charAt(i))
  }
  knowledge = {
    readers,
    tonelessReaders,
    asPrinted: new Map(),
    formsOf,
    traditional: codesOf(traditional),
    common: codesOf(commonTraditional),
  }
  return knowledge
}

function codesOf(chars: string): Set<number> {
  return new Set(Array.from({ length: chars.length }, (_, i) => chars.charCodeAt(i)))
}

/** Whether a character, in either script, can be read so; a pinyin without tone mark stands for every tone. */
export function canBeRead(code: number, pinyin: string): boolean {
  const readers = readersOf(pinyin)
  const char = String.fromCharCode(code)
  if (readers.includes(char)) return true
  for (const form of know().formsOf.get(char) ?? '') if (readers.includes(form)) return true
  return false
}

/** The characters that can be read as a syllable says; found once for each syllable. */
function readersOf(syllable: string): string {
  const { asPrinted, readers, tonelessReaders } = know()
  const known = asPrinted.get(syllable)
  if (known !== undefined) return known
  const spelled = spelledOut(syllable)
  const anyTone = withoutTone(spelled) === spelled ? (tonelessReaders.get(spelled) ?? '') : ''
  const found = (readers.get(spelled) ?? '') + anyTone
  asPrinted.set(syllable, found)
  return found
}

/** Whether only traditional script writes this character so. */
export function isTraditional(code: number): boolean {
  return know().traditional.has(code)
}

/** Whether a character is both traditional only and among the most frequent ones. */
export function isCommonTraditional(code: number): boolean {
  return know().common.has(code)
}
