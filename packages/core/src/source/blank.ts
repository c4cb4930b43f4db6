/** Whether a UTF-16 code unit is blank: the characters with the Unicode property White_Space. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13)
  if (code < 0x85) return false
  if (code === 0x85 || code === 0xa0 || code === 0x1680 || code === 0x3000) return true
  if (code < 0x2000 || code > 0x205f) return false
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f
}

/** Whether a UTF-16 code unit is a blank that sites print inside a line: a space, an ideographic one, `&nbsp;`. */
export function isBlankInLine(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0
}
