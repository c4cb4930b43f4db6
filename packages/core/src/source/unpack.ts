/** The character of ASCII that stands for no step; smaller ones step back. */
export const NO_STEP = 50

/**
 * Chinese characters of which each is written as how far it lies behind the one before it, where that is near.
 *
 * @param packed what the generator's `pack` made: a character of ASCII is a step of its code less `NO_STEP`; any other
 *   character is itself
 */
export function unpack(packed: string): string {
  let code = 0
  let chars = ''
  for (let at = 0; at < packed.length; at++) {
    const step = packed.charCodeAt(at)
    code = step < 127 ? code + step - NO_STEP : step
    chars += String.fromCharCode(code)
  }
  return chars
}
