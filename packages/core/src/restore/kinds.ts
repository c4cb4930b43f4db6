/** What a code unit is to the marks beside it. */
export type Kind = 0 | 1 | 2 | 3 | 4

/** Marks, brackets, quotes, signs, and what has no script of its own. */
export const neutral = 0
/** Chinese characters, bopomofo, their marks and full-width forms. */
export const chinese = 1
/** Letters of other scripts, kana among them. */
export const letter = 2
export const digit = 3
/** Blanks, line ends and the edges of the text. */
export const blank = 4

/** The kind of a UTF-16 code unit; of NaN, beyond the text, too. */
export function kindOf(code: number): Kind {
  if (code >= 0x4e00 && code <= 0x9fff) return chinese
  if (!(code > 0x20)) return blank
  if (code < 0x80) return ASCII[code] as Kind
  return kindBeyondAscii(code)
}

const ASCII = Array.from({ length: 0x80 }, (_, code): Kind => {
  const char = String.fromCharCode(code)
  if (/[0-9]/.test(char)) return digit
  return /[A-Za-z]/.test(char) ? letter : neutral
})

function kindBeyondAscii(code: number): Kind {
  if (code === 0xa0 || code === 0x3000 || code === 0x2028 || code === 0x2029) return blank
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return neutral
  if (code < 0x2000) return letter
  if (code < 0x2e80) return neutral
  if (isBopomofo(code)) return chinese
  if (code >= 0x3040 && code <= 0x31bf) return letter
  if (code >= 0xac00 && code <= 0xd7ff) return letter
  if (code >= 0xd800 && code <= 0xdfff) return neutral
  if (code >= 0xe000 && code <= 0xf8ff) return neutral
  if (code < 0xff00) return chinese
  return code >= 0xff66 && code <= 0xffdc ? letter : chinese
}

function isBopomofo(code: number): boolean {
  return (code >= 0x3100 && code <= 0x312f) || (code >= 0x31a0 && code <= 0x31bf)
}
