import { commonTraditional } from '../../generated/common.ts'
import { simplified, traditional } from '../../generated/fold.ts'
import { readings } from '../../generated/readings.ts'
import { withoutTone } from './syllable.ts'

/** What is known about characters and how they are read; made from the generated tables on first use. */
interface Knowledge {
  /** The characters of a reading, in traditional forms: yè → 業頁葉… */
  readers: Map<string, string>
  /** The characters of a reading without its tone: ye → 業頁葉爺… */
  tonelessReaders: Map<string, string>
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
  for (const entry of readings.split(' ')) {
    const [, reading = '', chars = ''] = /^([^一-龥]+)(.*)$/.exec(entry) ?? []
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
  const { readers, tonelessReaders, formsOf } = know()
  const spelled = pinyin
    .replaceAll('ɑ', 'a')
    .replaceAll('ɡ', 'g')
    .replace(/^([ln])v/, '$1ü')
  const chars = readers.get(spelled) ?? ''
  const anyTone = withoutTone(spelled) === spelled ? (tonelessReaders.get(spelled) ?? '') : ''
  const char = String.fromCharCode(code)
  return [char, ...(formsOf.get(char) ?? '')].some((form) => chars.includes(form) || anyTone.includes(form))
}

/** Whether only traditional script writes this character so. */
export function isTraditional(code: number): boolean {
  return know().traditional.has(code)
}

/** Whether a character is both traditional only and among the most frequent ones. */
export function isCommonTraditional(code: number): boolean {
  return know().common.has(code)
}
