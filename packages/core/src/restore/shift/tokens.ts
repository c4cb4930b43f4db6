import { cp936 } from '../cp936.ts'
import type { Site } from './site.ts'

/**
 * A line of a damaged page as the decoder put it out, one token a decoded pair, ASCII byte, or loss.
 *
 *     變 | ?yōu) | 榻 | ?jīng) | 濟
 *          loss with the rest of a gloss
 *     企 | 業(yè) | 家          a gloss belongs to its character
 */
export interface Tokens {
  length: number
  /** UTF-16 offsets in the page; a token's gloss is part of it. */
  starts: number[]
  ends: number[]
  /** The character shown, as a UTF-16 code unit. */
  units: number[]
  /** The pair of bytes that a token can be; 0 if none. */
  pairs: number[]
  /** The single byte that a token can be; 0 if none. */
  bytes: number[]
  /** The pinyin behind a token, or the rest of a gloss behind a loss; '' if none. */
  pinyin: string[]
  /** Whether a token is a `?` and the rest of a gloss. */
  broken: boolean[]
}

const QUESTION = 0x3f

/** Reads the tokens of `text` from `start` up to `end`, which must lie in one line and not inside a gloss. */
export function readTokens(text: string, start: number, end: number, site: Site): Tokens {
  const { toCode } = cp936()
  const tokens: Tokens = { length: 0, starts: [], ends: [], units: [], pairs: [], bytes: [], pinyin: [], broken: [] }
  let at = start
  while (at < end) {
    const unit = text.charCodeAt(at)
    if (unit === QUESTION) {
      const close = pinyinEnd(text, at + 1, end)
      const pinyin = close === -1 ? '' : text.slice(at + 1, close)
      if (pinyin !== '' && site.byPinyin(pinyin).length > 0) {
        push(at, close + 1, 0, 0, pinyin, true)
        at = close + 1
        continue
      }
    }
    const gloss = glossAt(text, at, end, site)
    const behind = at + 1 + (gloss === '' ? 0 : gloss.length + 2)
    if (unit >= 0x80) push(at, behind, toCode[unit] as number, 0, gloss, false)
    else push(at, behind, unit > 0x20 ? (toCode[unit + 0xfee0] as number) : 0, unit, gloss, false)
    at = behind
  }
  return tokens

  function push(from: number, to: number, pair: number, byte: number, pinyin: string, isBroken: boolean): void {
    tokens.starts.push(from)
    tokens.ends.push(to)
    tokens.units.push(text.charCodeAt(from))
    tokens.pairs.push(pair)
    tokens.bytes.push(byte)
    tokens.pinyin.push(pinyin)
    tokens.broken.push(isBroken)
    tokens.length++
  }
}

/** The pinyin of the gloss behind the character at `at`; '' where there is none. */
function glossAt(text: string, at: number, end: number, site: Site): string {
  if (text.charCodeAt(at + 1) !== 0x28) return ''
  const close = pinyinEnd(text, at + 2, end)
  if (close === -1) return ''
  const pinyin = text.slice(at + 2, close)
  const codes = site.byPinyin(pinyin)
  if (isTrailLetter(text.charCodeAt(at))) return codes.length > 0 ? pinyin : ''
  return codes.includes(cp936().toCode[text.charCodeAt(at)] as number) ? pinyin : ''
}

/** Whether an ASCII character can be the second byte of a glossed one: the I of 業 (9849). */
function isTrailLetter(unit: number): boolean {
  return unit >= 0x40 && unit < 0x7f
}

/** Where the bracket behind a syllable of pinyin closes; -1 where no syllable stands. */
export function pinyinEnd(text: string, from: number, end: number): number {
  let at = from
  while (at < end && at - from < 7 && isPinyin(text.charCodeAt(at))) at++
  return at > from && at < end && text.charCodeAt(at) === 0x29 ? at : -1
}

function isPinyin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xe0 && code <= 0x1dc)
}
