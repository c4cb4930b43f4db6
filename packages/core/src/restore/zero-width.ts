import type { Grounds } from '../source/patches.ts'
import { noPatches, pushPatch } from '../source/patches.ts'
import { blank, chinese, kindOf, letter } from './kinds.ts'
import type { Layer } from './layer.ts'

const certain: Grounds = { rule: 'zero-width', certainty: 'certain' }

/**
 * Characters without width that scraped pages are sown with (Unicode, general category Cf). Joiners and direction
 * marks have work to do in other scripts and in emoji.
 */
const ZERO_WIDTH = '\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff'
const PATTERN = new RegExp(`[${ZERO_WIDTH}]+`, 'g')

/** Takes zero-width characters out of Chinese text: 同\u200b志 → 同志. Between letters of other scripts they stay. */
export const zeroWidth: Layer = {
  rule: 'zero-width',
  isNeeded: (survey) => [...ZERO_WIDTH].some((char) => survey.has(char)),
  run(text) {
    const patches = noPatches()
    for (const { 0: found, index } of text.matchAll(PATTERN)) {
      const end = index + found.length
      if (isIdle(text.charCodeAt(index - 1), text.charCodeAt(end))) pushPatch(patches, index, end, '', certain)
    }
    return { patches }
  },
}

/** Whether nothing can be joined or parted here: Chinese or a blank on one side, and no emoji on the other. */
function isIdle(before: number, after: number): boolean {
  if (isEmoji(before) || isEmoji(after)) return false
  const kinds = [kindOf(before), kindOf(after)]
  if (kinds.includes(chinese)) return true
  return kinds.includes(blank) && !kinds.includes(letter)
}

/** Surrogates, dingbats and variation selectors: what joiners are used between. */
function isEmoji(code: number): boolean {
  return (code >= 0xd800 && code <= 0xdfff) || (code >= 0x2600 && code <= 0x27bf) || code === 0xfe0f
}
