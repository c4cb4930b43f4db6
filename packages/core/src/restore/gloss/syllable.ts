/**
 * The syllables of Mandarin in pinyin, told by their parts.
 * Source: GB/T 16159, the tables of 声母 and 韵母; interjections (m, ng, hng) are left out.
 */
const INITIALS = [
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
const FINALS = [
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

/** Whether a word is one lower-case syllable of pinyin, with one tone mark or none. */
export function isSyllable(word: string): boolean {
  return word.length <= 6 && toneMarks(word) <= 1 && SYLLABLES.has(withoutTone(word))
}
