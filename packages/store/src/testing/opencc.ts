import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })
const converted = new Map<string, string>()

/** What OpenCC makes of each character by itself, in simplified characters. */
export function simplify(text: string): string {
  let simplified = ''
  for (const character of text) {
    let to = converted.get(character)
    if (to === undefined) {
      to = convert(character)
      converted.set(character, to)
    }
    simplified += to
  }
  return simplified
}

/** The same, with the letters of ASCII alike, as LIKE takes them. */
export function foldByOpencc(text: string): string {
  return simplify(text).replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
