/** Widths at which text is wrapped, in columns: a Chinese character takes two. */
export const NARROWEST = 36
/** Narrower rows are those of short lines too: only where hardly any is ragged do they show a width. */
export const NARROW = 44
export const WIDEST = 96

/** How many columns a half-width character takes, and a full-width mark that the page may have printed half-width. */
export interface Gauge {
  ascii: 1 | 2
  mark: 1 | 2
}

/** 渡口2号闸门: 11 columns. */
export const columns: Gauge = { ascii: 1, mark: 2 }

/**
 * The ways in which text is measured where it is wrapped: by columns; by characters, where a digit counts as much as
 * a Chinese character; and by columns where the marks were half-width on the page and have been widened since.
 */
export const GAUGES: readonly Gauge[] = [columns, { ascii: 2, mark: 2 }, { ascii: 1, mark: 1 }]

export function columnsOf(text: string, from: number, to: number, { ascii, mark }: Gauge): number {
  let width = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) width += ascii
    else width += isWidened(code) ? mark : 2
  }
  return width
}

/** ，：；！？ */
function isWidened(code: number): boolean {
  return code >= 0xff01 && (code === 0xff0c || code === 0xff1a || code === 0xff1b || code === 0xff01 || code === 0xff1f)
}

/** No row opens with these: where one would, it hangs out of the row before, or takes that row's last character along. */
const CLOSERS = '，。、；：！？…,;:!?)）”’》」』】'
/** No row ends in these. */
const OPENERS = '（(“‘《「『【'
/** The marks that stand behind a Chinese character and nowhere else. */
const CHINESE_CLOSERS = '，。、；：！？）”》」』】'
/** A Latin word or a number that is longer is broken like any other text. */
const LONGEST_WORD = 12

function isCloser(char: string): boolean {
  return char !== '' && CLOSERS.includes(char)
}

/** Where the marks begin that may hang out of a row: 。 or 。” */
export function hangStart(text: string, start: number, end: number): number {
  let at = end
  while (at > start && at > end - 2 && isCloser(text.charAt(at - 1))) at--
  return at
}

/** Whether a row opens with a mark that belongs to the row before. */
export function opensWithCloser(text: string, start: number): boolean {
  return start < text.length && CHINESE_CLOSERS.includes(text.charAt(start))
}

/**
 * Behind the least that the row before would have had to hold: a character with the brackets before it, a Latin word,
 * a number.
 *
 *     “今天      2021年3月
 *       ^            ^
 */
export function headEnd(text: string, start: number, end: number): number {
  let at = start
  while (at < end - 1 && OPENERS.includes(text.charAt(at))) at++
  const word = at
  while (at < end && at - word < LONGEST_WORD && isOfWord(text.charCodeAt(at))) at++
  return Math.max(at, word + 1)
}

/** Behind the marks that may not be parted from what ends here. */
export function closersEnd(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isCloser(text.charAt(at))) at++
  return at
}

/** a–z A–Z 0–9 . % */
function isOfWord(code: number): boolean {
  if (code >= 0x61) return code <= 0x7a
  if (code >= 0x41) return code <= 0x5a
  return (code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x25
}
