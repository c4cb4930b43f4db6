import { charactersBehind, charactersBehindWith } from './behind-holes.ts'
import { COST, glossCost, IMPOSSIBLE } from './cost.ts'
import { emit, emitLiteral, emitSwallowed, lacksGloss } from './spell.ts'
import { isCut } from './tokens.ts'
import { GLOSSED, HOPELESS, PARTED, WHOLE } from './trellis.ts'
import { siftCodes, type Walk } from './walk.ts'

/**
 * Closes a character whose lead byte is read, or which stands behind a vanished pair whose first byte is known,
 * with the token at `at`.
 */
export function closeCharacter(walk: Walk, h: number, at: number): void {
  const { tokens, site } = walk
  const gloss = tokens.pinyin[at] as string
  if (tokens.broken[at]) {
    for (const code of site.byPinyin(gloss)) if (fits(walk, h, code)) closeWithGloss(walk, h, at, code)
    return
  }
  const pair = tokens.pairs[at] as number
  const byte = tokens.bytes[at] as number
  if (byte === 0x3f) closeAtLoss(walk, h, at)
  if (byte >= 0x40) for (const code of endingWith(walk, h, byte)) closeWithLetter(walk, h, at, code)
  if (pair !== 0 && (byte === 0 || gloss === '')) {
    for (const code of endingWith(walk, h, pair >> 8)) closeWithPair(walk, h, at, code, pair)
  }
}

/** Whether a code can stand where `h` is: it has the lead byte that was read, or one that makes the pair vanish. */
function fits({ trellis, site }: Walk, h: number, code: number): boolean {
  const pend = trellis.pend[h] as number
  return pend > 0 ? code >> 8 === pend : site.isHole[(-pend << 8) | (code >> 8)] === 1
}

/** The codes with a trail byte that can stand where `h` is. */
function endingWith({ trellis, site, characters }: Walk, h: number, trail: number): readonly number[] {
  const pend = trellis.pend[h] as number
  return pend > 0 ? [(pend << 8) | trail] : charactersBehindWith(-pend, trail, site, characters)
}

/** Reads a `?` as the last byte before a cut; where the lead byte is known, also as a byte that swallowed a character. */
function closeAtLoss(walk: Walk, h: number, at: number): void {
  const { tokens, site, characters } = walk
  const pend = walk.trellis.pend[h] as number
  const isEnd = at + 1 === tokens.length || isCut(tokens, at, site)
  if (pend < 0 && !isEnd) return
  const codes = (pend > 0 ? characters.byLead[pend] : charactersBehind(-pend, site, characters)) ?? []
  const least = (walk.bests[at + 1] as number) - HOPELESS + (isEnd ? 0 : COST.swallowed)
  const count = siftCodes(walk, h, codes, least)
  for (let i = 0; i < count; i++) {
    const code = walk.sifted[i] as number
    if ((code & 0xff) <= 0x80 || lacksGloss(walk, h, code)) continue
    if (isEnd) emit(walk, h, at, code, WHOLE, code & 0xff, at + 1, 0)
    if (pend > 0) emitSwallowed(walk, h, at, code)
  }
}

/** Reads an ASCII letter that is the second byte of `code`, with the gloss of `code` behind it if it has one. */
function closeWithLetter(walk: Walk, h: number, at: number, code: number): void {
  if (walk.tokens.pinyin[at] !== '') closeWithGloss(walk, h, at, code)
  else if (!lacksGloss(walk, h, code)) emit(walk, h, at, code, WHOLE, code & 0xff, at + 1, 0)
}

/** Reads a character whose gloss the token at `at` bears, if the site can gloss it so. */
function closeWithGloss(walk: Walk, h: number, at: number, code: number): void {
  const cost = glossCost(walk.site, walk.characters, code, walk.tokens.pinyin[at] as string)
  if (cost >= IMPOSSIBLE) return
  emit(walk, h, at, code, WHOLE, (code & 0xff) | GLOSSED, at + 1, cost, cost > 0 ? code : 0)
}

/** Reads a decoded pair whose first byte closes `code` and whose second opens the next character. */
function closeWithPair(walk: Walk, h: number, at: number, code: number, pair: number): void {
  const { tokens, site, characters } = walk
  if (lacksGloss(walk, h, code)) return
  const gloss = tokens.pinyin[at] as string
  if (gloss === '' && site.isGlossed[pair]) return
  const cost = gloss === '' ? 0 : glossCost(site, characters, pair, gloss)
  if (cost >= IMPOSSIBLE) return
  const last = gloss === '' ? pair >> 8 : PARTED
  if ((pair & 0xff) < 0x80) emitLiteral(walk, h, at, code, pair & 0xff, cost)
  else emit(walk, h, at, code, pair & 0xff, last, at + 1, cost, cost > 0 ? pair : 0)
}
