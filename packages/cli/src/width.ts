import { eastAsianWidth } from 'get-east-asian-width'

const INVISIBLE = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]$/u
const CONTROL = /[\p{Control}\u2028\u2029]/gu

/** How many columns a terminal gives to a text (Unicode Annex 11: wide and full-width characters take two). */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) if (!INVISIBLE.test(char)) width += eastAsianWidth(char.codePointAt(0) as number)
  return width
}

/** `text` with blanks for tabs and other characters that would move the cursor or change the terminal. */
export function toPrintable(text: string): string {
  return text.replace(CONTROL, ' ')
}
