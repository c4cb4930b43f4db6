/**
 * The syllables of Mandarin in pinyin, told by their parts.
 * Source: GB/T 16159, the tables of 声母 and 韵母; interjections (m, ng, hng) are left out.
 */
export const INITIALS = [
  '',
  'b',
  'p',
  'm',
  'f',
  'd',
  't',
  'n',
  'l',
  'g',
  'k',
  'h',
  'j',
  'q',
  'x',
  'zh',
  'ch',
  'sh',
  'r',
  'z',
  'c',
  's',
  'y',
  'w',
]
export const FINALS = [
  ...[
    'a',
    'o',
    'e',
    'i',
    'u',
    'ü',
    'v',
    'ai',
    'ei',
    'ui',
    'ao',
    'ou',
    'iu',
    'ie',
    'üe',
    've',
    'ue',
    'er',
    'an',
    'en',
    'in',
    'un',
    'ün',
  ],
  ...['ang', 'eng', 'ing', 'ong', 'ia', 'iao', 'ian', 'iang', 'iong', 'ua', 'uo', 'uai', 'uan', 'uang', 'üan'],
]

/** Vowels with tone marks, by plain vowel. ɑ and ɡ are the forms that GBK keeps beside a and g. */
const TONED: Record<string, string> = { a: 'āáǎàɑ', e: 'ēéěè', i: 'īíǐì', o: 'ōóǒò', u: 'ūúǔù', ü: 'ǖǘǚǜ' }

const SYLLABLES = new Set(INITIALS.flatMap((initial) => FINALS.map((final) => initial + final)))
const PLAIN = new Map<string, string>([
  ['ɡ', 'g'],
  ['ɑ', 'a'],
])
for (const [plain, toned] of Object.entries(TONED)) for (const vowel of toned) PLAIN.set(vowel, plain)

/** All vowels with tone marks. */
export const TONED_VOWELS = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ'

/** Whether a UTF-16 code unit can stand in a lower-case pinyin syllable. */
export function isPinyinLetter(code: number): boolean {
  if (code >= 0x61 && code <= 0x7a) return true
  return code === 0xfc || (code > 0x7f && PLAIN.has(String.fromCharCode(code)))
}

/** How many tone marks a word bears. */
export function toneMarks(word: string): number {
  let marks = 0
  for (const letter of word) if (letter !== 'ɑ' && letter !== 'ɡ' && PLAIN.has(letter)) marks++
  return marks
}

/** A syllable with the letters that tables of readings have: nónɡ → nóng, lv → lü. */
export function spelledOut(syllable: string): string {
  return syllable
    .replaceAll('ɑ', 'a')
    .replaceAll('ɡ', 'g')
    .replace(/^([ln])v/, '$1ü')
}

/** The word without tone marks: yè → ye. */
export function withoutTone(word: string): string {
  let plain = ''
  for (const letter of word) plain += PLAIN.get(letter) ?? letter
  return plain
}

/** A syllable by the places of its parts in `INITIALS` and `FINALS`; tone 0 is none, 1 to 4 are those of Mandarin. */
export interface SyllableParts {
  initial: number
  final: number
  tone: number
}

/** The parts of a syllable: zhuāng → zh, uang, 1. Both places are -1 for what is none. */
export function partsOf(syllable: string): SyllableParts {
  const plain = withoutTone(syllable)
  const vowels = Object.values(TONED)
  const toned = [...syllable].find((letter) => PLAIN.has(letter) && letter !== 'ɑ' && letter !== 'ɡ') ?? ''
  const tone = 1 + Math.max(-1, ...vowels.map((marked) => (toned === '' ? -1 : marked.indexOf(toned))))
  let initial = 0
  INITIALS.forEach((letters, i) => {
    const isLonger = letters.length > (INITIALS[initial] as string).length
    if (isLonger && plain.startsWith(letters)) initial = i
  })
  const final = FINALS.indexOf(plain.slice((INITIALS[initial] as string).length))
  return final === -1 ? { initial: -1, final, tone } : { initial, final, tone }
}

/** The syllables that were asked for, by their parts. */
const printed: string[] = []

/** The syllable that parts make, with the mark of its tone where GB/T 16159 puts it: on a or e, on the o of ou, else on the last vowel. */
export function printedReading({ initial, final, tone }: SyllableParts): string {
  const place = (initial * FINALS.length + final) * 5 + tone
  printed[place] ??= withTone(`${INITIALS[initial]}${FINALS[final]}`, tone)
  return printed[place]
}

function withTone(plain: string, tone: number): string {
  if (tone === 0) return plain
  const leading = ['a', 'e', 'ou'].map((vowel) => plain.indexOf(vowel)).find((at) => at !== -1)
  const at = leading ?? plain.search(/[iouü](?!.*[iouü])/)
  return plain.slice(0, at) + (TONED[plain.charAt(at)] as string).charAt(tone - 1) + plain.slice(at + 1)
}

/** Whether a word is one lower-case syllable of pinyin, with one tone mark or none. */
export function isSyllable(word: string): boolean {
  return word.length <= 6 && toneMarks(word) <= 1 && SYLLABLES.has(withoutTone(word))
}
