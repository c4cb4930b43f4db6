import { NO_STEP } from '../../../packages/core/src/source/unpack.ts'

/** What a packed text stands between. */
const QUOTE = 39

/**
 * Chinese characters as text, for core's `unpack`: each that lies near the one before it is written as how far it lies,
 * in one character of ASCII. Sorted characters weigh half as much so, and what they are folded to nearly so.
 */
export function pack(chars: readonly string[]): string {
  return chars
    .map((char, i) => {
      const step = char.charCodeAt(0) - (chars[i - 1] ?? '\0').charCodeAt(0) + NO_STEP
      return step > QUOTE && step < 127 ? String.fromCharCode(step).replace('\\', '\\\\') : char
    })
    .join('')
}
