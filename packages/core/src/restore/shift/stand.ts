import { glossCost, IMPOSSIBLE } from './cost.ts'
import { emit, say } from './spell.ts'
import { isCut } from './tokens.ts'
import { GLOSSED, INTACT, PARTED, WHOLE } from './trellis.ts'
import { expectNext, put, type Walk } from './walk.ts'

/** The marks whose wide form is meant where the narrow one is shown. */
const WIDE_MARKS = ',;:!?()'

/** Reads the token at `at` between two characters: as it stands, or as a loss that opens a damaged run. */
export function readWhole(walk: Walk, h: number, at: number): void {
  const { tokens, site } = walk
  if (tokens.broken[at]) {
    openAtGloss(walk, h, at)
    return
  }
  const byte = tokens.bytes[at] as number
  const gloss = tokens.pinyin[at] as string
  if (byte === 0x3f && isCut(tokens, at, site)) openAtMark(walk, h, at)
  if (byte === 0x3f && tokens.bytes[at + 1] === 0x3f) readCutTwice(walk, h, at)
  if (byte !== 0 && gloss !== '') readStraddledLetter(walk, h, at, byte)
  else readAsItStands(walk, h, at, byte, gloss)
}

function readAsItStands(walk: Walk, h: number, at: number, byte: number, gloss: string): void {
  const { tokens, site } = walk
  const code = byte !== 0 && !WIDE_MARKS.includes(String.fromCharCode(byte)) ? 0 : (tokens.pairs[at] as number)
  if (code === 0) {
    say(walk, h, at, tokens.units[at] as number, 0, INTACT)
  } else if (gloss !== '' || !site.isGlossed[code]) {
    const unlisted = gloss !== '' && !site.pinyinOf.has(code) ? code : 0
    emit(walk, h, at, code, WHOLE, (code & 0xff) | (gloss === '' ? 0 : GLOSSED), at + 1, 0, unlisted, INTACT)
  }
}

/** A gloss whose character straddles two: 變?yōu) is 變 with 優 (839E), and the trail byte of what follows. */
function openAtGloss(walk: Walk, h: number, at: number): void {
  const { tokens, site, characters } = walk
  const lead = (walk.trellis.prev[h] as number) & 0xff
  if (lead === 0) return
  const gloss = tokens.pinyin[at] as string
  for (const code of site.byPinyin(gloss)) {
    if (code >> 8 !== lead) continue
    const cost = glossCost(site, characters, code, gloss)
    if (cost >= IMPOSSIBLE) continue
    const made = expectNext(walk, h, at, code & 0xff, PARTED, cost)
    walk.trellis.unlisted[made] = cost > 0 ? code : 0
    put(walk, at + 1, made)
  }
}

/** A `?` before a ghost mark: its byte and the first one of the mark are a character, the second one opens the next. */
function openAtMark(walk: Walk, h: number, at: number): void {
  const { tokens, site, characters } = walk
  if (tokens.pinyin[at + 1] !== '') return
  const mark = tokens.pairs[at + 1] as number
  for (const code of characters.byTrail[mark >> 8] ?? []) {
    if (!site.isGlossed[code]) emit(walk, h, at, code, mark & 0xff, mark >> 8, at + 2, 0)
  }
}

/**
 * A character that is cut within and behind: its last byte makes a mark with the first one of the mark it stands before,
 * and the site looks for that mark first.
 *
 *     啊！   B0A1 A3A1, with 。 (A1A3) looked for before ！   ? ? !
 */
function readCutTwice(walk: Walk, h: number, at: number): void {
  const { tokens, site, characters } = walk
  const mark = tokens.pairs[at + 2] ?? 0
  const straddled = (STRADDLING << 8) | (mark >> 8)
  const order = site.markOrder[straddled] as number
  if (order === 0 || order >= (site.markOrder[mark] as number)) return
  for (const code of characters.byTrail[STRADDLING] ?? []) {
    if (!site.isGlossed[code]) emit(walk, h, at, code, WHOLE, 0, at + 2, 0)
  }
}

/** The only last byte of a character that makes a mark with the first one of another mark: 。 is A1A3. */
const STRADDLING = 0xa1

/** An ASCII letter that makes a glossed code with the byte in front. */
function readStraddledLetter(walk: Walk, h: number, at: number, byte: number): void {
  const { tokens, site, characters } = walk
  const code = (((walk.trellis.prev[h] as number) & 0xff) << 8) | byte
  if (code < 0x8140) return
  const cost = glossCost(site, characters, code, tokens.pinyin[at] as string)
  if (cost < IMPOSSIBLE) say(walk, h, at, tokens.units[at] as number, cost, INTACT)
}
