import { behindGloss, type GlossForm, pinyinEnd } from '../gloss/form.ts'
import { spelledOut } from '../gloss/syllable.ts'
import type { GlossSet } from '../gloss-set.ts'
import type { Characters } from './characters.ts'

/** A page as the language model learns from it: without glosses, and with the places near damage left out. */
export interface PlainPage {
  /** The symbols of the page; 0 where a line ends or damage is near. */
  symbols: Uint16Array
  /** How often each UTF-16 code unit stands there. */
  counts: Uint32Array
  /** How often it bears a gloss there. */
  glossed: Uint32Array
}

/** How many characters behind a loss are not trusted. */
const SHADOW = 12
/** How much of a long page is learned from, in UTF-16 code units. */
const LEARNED = 400_000

/**
 * Reads a page once, left to right, and then the intact texts that may hold the same passages; these teach sequences,
 * not how the page's site writes.
 */
export function plainPage(
  page: string,
  witnesses: readonly string[],
  symbolOf: Uint16Array,
  glosses: GlossSet,
  form: GlossForm,
  characters: Characters,
): PlainPage {
  const { before } = form
  const opening = before.charCodeAt(0)
  const texts = [page, ...witnesses]
  const all = texts.reduce((sum, text) => sum + text.length + 1, 0)
  const length = Math.min(LEARNED, all)
  const symbols = new Uint16Array(length)
  const counts = new Uint32Array(0x10000)
  const glossed = new Uint32Array(0x10000)
  let size = 0
  for (const text of texts) {
    let shadow = 0
    for (let at = 0; at < text.length && size < length - 1; at++) {
      const unit = text.charCodeAt(at)
      if (unit === 0x3f) {
        shadow = SHADOW
        if (size > 0) symbols[size - 1] = 0
        continue
      }
      if (unit === opening && text.startsWith(before, at)) {
        const from = at + before.length
        const close = pinyinEnd(text, from, text.length, form)
        if (close !== -1 && isGloss(text.charAt(at - 1), text.slice(from, close))) {
          if (shadow === 0) glossed[text.charCodeAt(at - 1)] = (glossed[text.charCodeAt(at - 1)] as number) + 1
          at = behindGloss(from, close, form) - 1
          continue
        }
      }
      if (shadow > 0) shadow--
      if (shadow > 0 || unit < 0x20) {
        if (size > 0 && symbols[size - 1] !== 0) size++
        continue
      }
      if (text === page) counts[unit] = (counts[unit] as number) + 1
      symbols[size++] = symbolOf[unit] as number
    }
    size++
  }
  return { symbols: symbols.subarray(0, Math.min(size, length)), counts, glossed }

  function isGloss(char: string, pinyin: string): boolean {
    return glosses.get(char) === pinyin || characters.byReading.has(spelledOut(pinyin))
  }
}
