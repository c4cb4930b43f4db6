/** The printable character of ASCII that stands for no step; smaller ones step back. */
const ZERO = 50
/** What a packed text stands between. */
const QUOTE = 39

/**
 * Chinese characters as text, for `unpack`: each that lies near the one before it is written as how far it lies, in
 * one character of ASCII. Sorted characters weigh half as much so, and what they are folded to nearly so.
 */
export function pack(chars: readonly string[]): string {
  return chars
    .map((char, i) => {
      const step = char.charCodeAt(0) - (chars[i - 1] ?? '\0').charCodeAt(0) + ZERO
      return step > QUOTE && step < 127 ? String.fromCharCode(step).replace('\\', '\\\\') : char
    })
    .join('')
}

/** The other half of `pack`, as generated code has it. */
export const UNPACK = `/** Characters of which each is written as how far it lies behind the one before it, where that is near. */
export function unpack(packed: string): string {
  let code = 0
  let chars = ''
  for (let at = 0; at < packed.length; at++) {
    const step = packed.charCodeAt(at)
    code = step < 127 ? code + step - ${ZERO} : step
    chars += String.fromCharCode(code)
  }
  return chars
}`
