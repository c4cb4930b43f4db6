import { cp936 } from '../cp936.ts'
import { behindGloss, pinyinEnd } from '../gloss/form.ts'
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
      const pinyin = brokenGlossAt(text, at, end, site)
      if (pinyin !== '') {
        const from = at + site.form.before.length
        const behind = behindGloss(from, from + pinyin.length, site.form)
        push(at, behind, 0, 0, pinyin, true)
        at = behind
        continue
      }
    }
    const gloss = glossAt(text, at, end, site)
    const from = at + 1 + site.form.before.length
    const behind = gloss === '' ? at + 1 : behindGloss(from, from + gloss.length, site.form)
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

/** Whether the text is cut behind the token at `at`: a mark stands there that the site cuts in front of. */
export function isCut({ length, pairs }: Tokens, at: number, { markOrder }: Site): boolean {
  return at + 1 < length && markOrder[pairs[at + 1] as number] !== 0
}

/** The pinyin of the gloss whose first byte the `?` at `at` swallowed; '' where there is none. */
function brokenGlossAt(text: string, at: number, end: number, { form, byPinyin }: Site): string {
  if (!text.startsWith(form.before.slice(1), at + 1)) return ''
  const from = at + form.before.length
  const to = pinyinEnd(text, from, end, form)
  const pinyin = to === -1 ? '' : text.slice(from, to)
  return pinyin !== '' && byPinyin(pinyin).length > 0 ? pinyin : ''
}

/** The pinyin of the gloss behind the character at `at`; '' where there is none. */
function glossAt(text: string, at: number, end: number, site: Site): string {
  const { before } = site.form
  if (text.charCodeAt(at + 1) !== before.charCodeAt(0) || !text.startsWith(before, at + 1)) return ''
  const from = at + 1 + before.length
  const close = pinyinEnd(text, from, end, site.form)
  if (close === -1) return ''
  const pinyin = text.slice(from, close)
  const codes = site.byPinyin(pinyin)
  if (isTrailLetter(text.charCodeAt(at))) return codes.length > 0 ? pinyin : ''
  return codes.includes(cp936().toCode[text.charCodeAt(at)] as number) ? pinyin : ''
}

/** Whether an ASCII character can be the second byte of a glossed one: the I of 業 (9849). */
function isTrailLetter(unit: number): boolean {
  return unit >= 0x40 && unit < 0x7f
}
