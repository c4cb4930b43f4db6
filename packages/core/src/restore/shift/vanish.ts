import { charactersBetween, LONE, rareBetween } from './behind-holes.ts'
import { COST, glossCost, IMPOSSIBLE } from './cost.ts'
import { emit, lacksGloss, spell } from './spell.ts'
import { HOPELESS, prune, WHOLE } from './trellis.ts'
import { looseGloss, siftCodes, stateOf, type Walk } from './walk.ts'

/** How many readings with a vanished pair are carried along at a place. */
const VANISHING = 20
/** How many vanished pairs may follow one another. */
const VANISHED_IN_A_ROW = 3

/** Readings in which something vanished before a token: with a pair of unknown second byte, and whole again. */
export interface Vanishing {
  open: number[]
  whole: number[]
}

/** What those readings of a list, best first, that wait with a lead byte become if pairs vanish before the token at `at`. */
export function vanish(walk: Walk, readings: readonly number[], at: number): Vanishing {
  const { trellis } = walk
  const gloss = looseGloss(walk.tokens, at, walk.site)
  const vanishing: Vanishing = { open: [], whole: [] }
  let fresh: number[] = []
  let best = Number.NEGATIVE_INFINITY
  for (const h of readings) {
    if ((trellis.pend[h] as number) <= 0) continue
    best = vanishBehindLead(walk, h, at, best, fresh)
    closeWithLone(walk, h, at, gloss, (trellis.score[readings[0] as number] as number) - HOPELESS, vanishing.whole)
  }
  for (let row = 1; ; row++) {
    fresh = prune(trellis, fresh, VANISHING)
    vanishing.open.push(...fresh)
    if (fresh.length === 0 || row === VANISHED_IN_A_ROW) break
    const further: number[] = []
    for (const h of fresh) {
      vanishAgain(walk, h, at, best, further, vanishing.whole)
      if (gloss !== '') closeGlossed(walk, h, at, gloss)
    }
    fresh = further
  }
  vanishing.open = prune(trellis, vanishing.open, VANISHING)
  return vanishing
}

/** Closes the next character with each byte that can open a vanished pair; the best score so far, and after. */
function vanishBehindLead(walk: Walk, h: number, at: number, best: number, fresh: number[]): number {
  const { trellis, site, characters } = walk
  const lead = trellis.pend[h] as number
  for (const trail of site.holeTrails) {
    const code = (lead << 8) | trail
    if (!characters.isStandard[code] || lacksGloss(walk, h, code)) continue
    const made = spell(walk, h, at, code, -trail, trail, COST.vanished, best - HOPELESS)
    if (made === -1) continue
    best = Math.max(best, trellis.score[made] as number)
    fresh.push(made)
  }
  return best
}

/** Closes the next character with 80, which vanishes alone, and leaves the gloss behind it whole if it has one. */
function closeWithLone(walk: Walk, h: number, at: number, gloss: string, least: number, whole: number[]): void {
  const { trellis, site, characters } = walk
  const code = ((trellis.pend[h] as number) << 8) | LONE
  if (!characters.isStandard[code]) return
  if (gloss !== '') {
    const cost = glossCost(site, characters, code, gloss)
    if (cost >= IMPOSSIBLE) return
    emit(walk, h, at, code, WHOLE, 0, at + gloss.length + 2, cost, cost > 0 ? code : 0)
  } else if (!lacksGloss(walk, h, code)) {
    const made = spell(walk, h, at, code, WHOLE, LONE, COST.vanished, least)
    if (made !== -1) whole.push(made)
  }
}

/** Has a further character vanish behind a vanished pair: a frequent one, or one that a word goes on with. */
function vanishAgain(walk: Walk, h: number, at: number, best: number, further: number[], whole: number[]): void {
  const { model, site, characters, trellis } = walk
  const first = -(trellis.pend[h] as number)
  const count = siftCodes(walk, h, charactersBetween(first, site, characters), best - HOPELESS + COST.vanished)
  for (let i = 0; i < count; i++) vanishBetween(walk, h, at, walk.sifted[i] as number, best, further, whole)
  const rare = rareBetween(site, characters)
  model.continuations(stateOf(walk, h), (symbol) => {
    for (const code of rare[symbol] as readonly number[]) {
      if (site.isHole[(first << 8) | (code >> 8)]) vanishBetween(walk, h, at, code, best, further, whole)
    }
  })
}

/**
 * A further character that vanishes, the second byte of it alone, and leaves the gloss behind it whole.
 *
 *     家帶個   BCD2 8EA7 8280, with 規 (D28E) and 個 glossed   家?guī)(gè), for A782 vanishes, and 80
 */
function closeGlossed(walk: Walk, h: number, at: number, gloss: string): void {
  const { site, characters, trellis } = walk
  const first = -(trellis.pend[h] as number)
  for (const code of site.byPinyin(gloss)) {
    if ((code & 0xff) !== LONE || !site.isHole[(first << 8) | (code >> 8)]) continue
    const cost = glossCost(site, characters, code, gloss)
    if (cost >= IMPOSSIBLE) continue
    emit(walk, h, at, code, WHOLE, 0, at + gloss.length + 2, cost, cost > 0 ? code : 0)
  }
}

function vanishBetween(
  walk: Walk,
  h: number,
  at: number,
  code: number,
  best: number,
  further: number[],
  whole: number[],
): void {
  if (walk.site.isGlossed[code]) return
  const trail = code & 0xff
  const next = trail === LONE ? WHOLE : -trail
  const made = spell(walk, h, at, code, next, trail, COST.vanished, best - HOPELESS)
  if (made === -1) return
  if (next === WHOLE) whole.push(made)
  else further.push(made)
}
