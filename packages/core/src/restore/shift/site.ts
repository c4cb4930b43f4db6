import { CUT_MARKS } from '../byte-channel.ts'
import { cp936 } from '../cp936.ts'
import type { GlossForm } from '../gloss/form.ts'
import { spelledOut, withoutTone } from '../gloss/syllable.ts'
import type { GlossSet } from '../gloss-set.ts'
import type { Characters } from './characters.ts'

/** What the byte channel of a page's site does, by two-byte codes of CP936, and what the page shows whole. */
export interface Site {
  /** The code unit of a code; 0 where there is none. */
  toUnit: Uint16Array
  /** Whether the site glosses a code. */
  isGlossed: Uint8Array
  /** How the site prints its glosses. */
  form: GlossForm
  /** The pinyin the site writes behind a code. */
  pinyinOf: ReadonlyMap<number, string>
  /** The codes that a pinyin can stand behind: those the page taught, and those that have it as a reading. */
  byPinyin(pinyin: string): readonly number[]
  /** Codes the text is cut in front of, numbered from 1 in the order the site looks for them; 0 for others. */
  markOrder: Uint8Array
  /** Codes that vanish. */
  isHole: Uint8Array
  /** Bytes that open a vanishing code and can close a character. */
  isHoleTrail: Uint8Array
  holeTrails: readonly number[]
  /** Codes that stand whole on the page. */
  isSeen: Uint8Array
  /** Whether a code stands on the page without a gloss. */
  isBare(code: number): boolean
}

const fixed = {
  ready: false,
  markOrder: new Uint8Array(0),
  isHole: new Uint8Array(0),
  isHoleTrail: new Uint8Array(256),
  holeTrails: [] as number[],
}

/**
 * The site of a page.
 *
 * @param counts how often each UTF-16 code unit stands on the page outside of damage
 * @param glossed how often it bears a gloss there
 */
export function siteOf(
  glosses: GlossSet,
  form: GlossForm,
  characters: Characters,
  counts: Uint32Array,
  glossed: Uint32Array,
): Site {
  if (!fixed.ready) prepare()
  const { toUnit, toCode } = cp936()
  const isGlossed = new Uint8Array(0x10000)
  const pinyinOf = new Map<number, string>()
  const byReading = hasTones(glosses) ? characters.byReading : tonelessOf(characters)
  const asPrinted = new Map<string, readonly number[]>()
  const byPinyin = (pinyin: string): readonly number[] => {
    const known = asPrinted.get(pinyin)
    if (known) return known
    const codes = byReading.get(spelledOut(pinyin)) ?? NONE
    asPrinted.set(pinyin, codes)
    return codes
  }
  for (const [char, pinyin] of glosses) {
    const code = toCode[char.charCodeAt(0)] as number
    isGlossed[code] = 1
    pinyinOf.set(code, pinyin)
    const codes = byPinyin(pinyin)
    if (!codes.includes(code)) asPrinted.set(pinyin, [...codes, code])
  }
  const isSeen = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) if (counts[unit] !== 0) isSeen[toCode[unit] as number] = 1
  return {
    toUnit,
    isGlossed,
    form,
    pinyinOf,
    byPinyin,
    markOrder: fixed.markOrder,
    isHole: fixed.isHole,
    isHoleTrail: fixed.isHoleTrail,
    holeTrails: fixed.holeTrails,
    isSeen,
    isBare: (code) => (counts[toUnit[code] as number] as number) > (glossed[toUnit[code] as number] as number),
  }
}

const NONE: readonly number[] = []

/** Whether a site prints tones; 們(men) alone does not say that it prints none. */
function hasTones(glosses: GlossSet): boolean {
  for (const pinyin of glosses.values()) if (withoutTone(pinyin) !== pinyin) return true
  return false
}

const toneless = new WeakMap<Characters, ReadonlyMap<string, readonly number[]>>()

/** The codes with a reading, whatever its tone: ye → 業頁葉爺… */
function tonelessOf(characters: Characters): ReadonlyMap<string, readonly number[]> {
  const known = toneless.get(characters)
  if (known) return known
  const made = new Map<string, number[]>()
  for (const [reading, codes] of characters.byReading) {
    const plain = withoutTone(reading)
    made.set(plain, [...new Set([...(made.get(plain) ?? []), ...codes])])
  }
  toneless.set(characters, made)
  return made
}

function prepare(): void {
  const { toUnit, toCode } = cp936()
  fixed.markOrder = new Uint8Array(0x10000)
  ;[...CUT_MARKS].forEach((mark, i) => {
    fixed.markOrder[toCode[mark.charCodeAt(0)] as number] = i + 1
  })
  fixed.isHole = new Uint8Array(0x10000)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x81; trail <= 0xfe; trail++) {
      if (toUnit[(lead << 8) | trail] !== 0) continue
      fixed.isHole[(lead << 8) | trail] = 1
      fixed.isHoleTrail[lead] = 1
    }
  }
  fixed.holeTrails = [...fixed.isHoleTrail.keys()].filter((byte) => fixed.isHoleTrail[byte])
  fixed.ready = true
}
