// biome-ignore lint/suspicious/noControlCharactersInRegex: that is the character no database keeps in text.
const NUL = /\u0000/g

/** Text that every database keeps: a NUL and half a surrogate pair become �, so that offsets hold. The source keeps them. */
export function clean(text: string): string {
  return text.toWellFormed().replace(NUL, '\ufffd')
}
