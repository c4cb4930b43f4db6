import type { Characters } from './characters.ts'
import type { LanguageModel } from './language-model.ts'
import type { Site } from './site.ts'
import type { Tokens } from './tokens.ts'

/**
 * A reading of a damaged window: the characters written, and the token each was read at.
 *
 *     變 | ?yōu) | 榻 | ?jīng) | 濟       變 為 經 濟
 *     0    1       2    3        4        0  2  3  4
 */
export interface Reading {
  /** UTF-16 code units; `LOST` where a character was swallowed. */
  units: number[]
  /** The token that each unit was read at. */
  at: number[]
  /** Whether each unit is its token as it stands. */
  intact: boolean[]
  /** The natural logarithm of how likely the reading is. */
  score: number
  /** Characters read with a gloss that the site was not known to write, as code → pinyin. */
  unlisted: ReadonlyMap<number, string>
  /** How many cuts the reading says did not happen. */
  missed: number
}

/** What stands in front of a window. */
export interface Before {
  /** The last byte of the character in front; 0 where a gloss, a single byte or nothing stands there. */
  byte: number
  /** The language model's state there. */
  state: number
}

/** Stands for a character that was swallowed. */
export const LOST = 0

export interface Search {
  /** The readings found, best first; empty when there is none. */
  readings: Reading[]
  /** The token behind the last one that was read: all readings are whole again there. */
  end: number
  /** How many candidates were weighed. */
  steps: number
}

/** How many readings are carried along. */
const BEAM = 28
/** How many readings with a vanished pair are carried along at a place. */
const VANISHING = 12
/** How many vanished pairs may follow one another. */
const VANISHED_IN_A_ROW = 3
/** A reading this many nats behind the best at its token is given up. */
const HOPELESS = 12
/** How many tokens behind the last loss are read before a window can close. */
const LOOKAHEAD = 7
/** A window of more tokens closes where it can. */
const LONG = 80
/** How many characters are tried where both bytes are unknown, and where one is. */
const TRIED_WITHOUT_BYTES = 1600
const TRIED_WITH_TRAIL = 160
/** How many finished readings are handed back. */
const FINALS = 24

/** The cost of what the site never does. */
const IMPOSSIBLE = 1000

/** Nats against what is rare in the channel; a vanished pair is given some, for what it hides was said. */
const COST = {
  missedCut: 5,
  unlistedGloss: 3.5,
  strangeForm: 12,
  unseenForm: 0.8,
  swallowed: 5,
  vanished: -0.3,
  literalByte: 3,
}

/** Flags of a reading's last step: how many cuts were missed so far, and whether it took its token as it stands. */
const MISSED = 3
const INTACT = 4

/** The marks whose wide form is meant where the narrow one is shown. */
const isWideMark = (byte: number): boolean => ',;:!?()'.includes(String.fromCharCode(byte))

/** In place of the last byte: a gloss stands between the lead byte of the next character and its trail byte. */
const PARTED = -1

/** Added to the last byte: a gloss stands behind it. */
const GLOSSED = 0x100

/** Whether the decoder shows a byte without a partner as a `?`: lower ones show as they are, 80 vanishes. */
const isLostLead = (byte: number): boolean => byte > 0x80

/** A step that reads no character. */
const NOTHING = -1

/** The state of a reading between two characters of the text. */
const WHOLE = 0

/**
 * Reads tokens from `from`, where the text is whole, by a walk with two states: between characters (`WHOLE`), or
 * with the lead byte of the next character read. A vanished pair leaves a third: only its first byte is known.
 */
export function search(
  tokens: Tokens,
  from: number,
  before: Before,
  model: LanguageModel,
  site: Site,
  characters: Characters,
  budget: number,
): Search {
  const { toUnit, isHole } = site
  const { symbolOf } = model
  const { isStandard, byTrail, byLead, byNumber, all } = characters
  const { byHoleTrail, isRareHoleTrail } = site

  // Readings in progress, as columns. `pend`: WHOLE, a lead byte, or minus the first byte of a vanished pair.
  const score: number[] = []
  const parent: number[] = []
  const unit: number[] = []
  const token: number[] = []
  const pend: number[] = []
  const prev: number[] = []
  const state: number[] = []
  const flags: number[] = []
  /** The characters that readings gloss without leave, by the reading that does. */
  const gloss: (number | undefined)[] = []
  let steps = 0

  const buckets: (number[] | undefined)[] = []
  /** The best score of each bucket. */
  const bests: number[] = []
  /** The last token that a reading has come to. */
  let furthest = from
  let lastLoss = from
  const root = add(-1, NOTHING, from, WHOLE, before.byte, before.state, 0, 0)
  buckets[from] = [root]

  for (let at = from; ; at++) {
    let bucket = prune(buckets[at] ?? [], BEAM)
    buckets[at] = undefined
    if (at < tokens.length && isLoss(at)) lastLoss = at
    if (bucket.length === 0 && furthest <= at) return { readings: [], end: at, steps }
    if (steps > budget) return { readings: [], end: at, steps }
    if (at >= tokens.length) return finish(bucket, at)
    if (canClose(at) && bucket.every((h) => pend[h] === WHOLE)) return finish(bucket, at)
    const vanishing = vanish(bucket, at)
    bucket = vanishing.whole.length > 0 ? prune([...bucket, ...vanishing.whole], BEAM) : bucket
    for (const h of bucket) {
      if (pend[h] === WHOLE) expandWhole(h, at)
      else expandPending(h, at)
    }
    for (const h of vanishing.open) expandVanished(h, at)
  }

  /** Whether a window may close before the token at `at`: some way behind the last loss, or anywhere in a long one. */
  function canClose(at: number): boolean {
    if (furthest > at) return false
    if (at - from > LONG) return at > lastLoss + 1
    return at > lastLoss + LOOKAHEAD && !lossAhead(at)
  }

  function isLoss(at: number): boolean {
    return tokens.broken[at] === true || (tokens.bytes[at] === 0x3f && isGhost(at))
  }

  function lossAhead(at: number): boolean {
    for (let i = at; i < Math.min(tokens.length, at + 4); i++) if (isLoss(i)) return true
    return false
  }

  /** Whether a `?` at `at` may be the byte before a cut. */
  function isGhost(at: number): boolean {
    return at + 1 < tokens.length && site.markOrder[tokens.pairs[at + 1] as number] !== 0
  }

  /** What the text says is whole: the token as it stands, or a loss that opens a damaged run. */
  function expandWhole(h: number, at: number): void {
    if (tokens.broken[at]) {
      const lead = (prev[h] as number) & 0xff
      if (lead === 0) return
      for (const code of site.byPinyin(tokens.pinyin[at] as string)) {
        if (code >> 8 !== lead) continue
        const cost = glossCost(code, tokens.pinyin[at] as string)
        if (cost < IMPOSSIBLE) put(at + 1, child(h, NOTHING, at, code & 0xff, PARTED, -cost, cost > 0 ? code : 0))
      }
      return
    }
    const pair = tokens.pairs[at] as number
    const byte = tokens.bytes[at] as number
    if (byte === 0x3f && isGhost(at) && tokens.pinyin[at + 1] === '') {
      const mark = tokens.pairs[at + 1] as number
      for (const code of byTrail[mark >> 8] ?? []) {
        if (site.isGlossed[code]) continue
        emit(h, at, code, mark & 0xff, mark >> 8, at + 2, 0)
      }
    }
    if (byte !== 0 && tokens.pinyin[at] !== '') {
      straddledLetter(h, at, byte)
      return
    }
    const written = byte !== 0 && !isWideMark(byte) ? 0 : pair
    if (written !== 0) {
      const gloss = tokens.pinyin[at] as string
      if (gloss === '' && site.isGlossed[written]) return
      const unlisted = gloss !== '' && !site.pinyinOf.has(written) ? written : 0
      emit(h, at, written, WHOLE, (written & 0xff) | (gloss === '' ? 0 : GLOSSED), at + 1, 0, true, unlisted)
    } else {
      const made = said(h, unitAt(at), at, WHOLE, 0, 0, true)
      put(at + 1, made)
    }
  }

  /** An ASCII letter that makes a glossed code with the byte in front. */
  function straddledLetter(h: number, at: number, byte: number): void {
    const code = (((prev[h] as number) & 0xff) << 8) | byte
    if (code < 0x8140) return
    const cost = glossCost(code, tokens.pinyin[at] as string)
    if (cost < IMPOSSIBLE) put(at + 1, said(h, unitAt(at), at, WHOLE, 0, cost, true))
  }

  /** The lead byte of the next character is known. */
  function expandPending(h: number, at: number): void {
    const lead = pend[h] as number
    if (tokens.broken[at]) {
      for (const code of site.byPinyin(tokens.pinyin[at] as string)) {
        if (code >> 8 !== lead) continue
        closeWithGloss(h, at, code)
      }
      return
    }
    const pair = tokens.pairs[at] as number
    const byte = tokens.bytes[at] as number
    if (byte === 0x3f) {
      const cut = at + 1 === tokens.length || site.markOrder[tokens.pairs[at + 1] as number] !== 0
      for (const code of byLead[lead] ?? []) {
        if (cut) closeBeforeCut(h, at, code)
        if (isLostLead(code & 0xff) && !lacksGloss(h, code)) swallow(h, at, code)
      }
    }
    if (byte >= 0x40) closeWithLetter(h, at, (lead << 8) | byte)
    if (pair !== 0 && (byte === 0 || tokens.pinyin[at] === '')) readPair(h, at, (lead << 8) | (pair >> 8), pair)
  }

  /** Reads an ASCII letter that is the second byte of `code`, with the gloss of `code` behind it if it has one. */
  function closeWithLetter(h: number, at: number, code: number): void {
    if (tokens.pinyin[at] === '') {
      if (!lacksGloss(h, code)) emit(h, at, code, WHOLE, code & 0xff, at + 1, 0)
      return
    }
    closeWithGloss(h, at, code)
  }

  /** Reads a character whose gloss the token at `at` bears, if the site can gloss it so. */
  function closeWithGloss(h: number, at: number, code: number): void {
    const cost = glossCost(code, tokens.pinyin[at] as string)
    if (cost < IMPOSSIBLE) emit(h, at, code, WHOLE, (code & 0xff) | GLOSSED, at + 1, cost, false, cost > 0 ? code : 0)
  }

  /** Reads a decoded pair whose first byte closes `code` and whose second opens the next character. */
  function readPair(h: number, at: number, code: number, pair: number): void {
    if (lacksGloss(h, code)) return
    const gloss = tokens.pinyin[at] as string
    let cost = 0
    if (gloss !== '') {
      cost = glossCost(pair, gloss)
      if (cost >= IMPOSSIBLE) return
    } else if (site.isGlossed[pair]) return
    const last = gloss === '' ? pair >> 8 : PARTED
    if ((pair & 0xff) < 0x80) literal(h, at, code, pair & 0xff, cost)
    else emit(h, at, code, pair & 0xff, last, at + 1, cost, false, cost > 0 ? pair : 0)
  }

  /** Reads a `?` before a cut as the last byte of `code`. */
  function closeBeforeCut(h: number, at: number, code: number): void {
    if (isLostLead(code & 0xff) && !lacksGloss(h, code)) emit(h, at, code, WHOLE, code & 0xff, at + 1, 0)
  }

  /** Whether the site would have glossed a character whose bytes are not parted by another gloss. */
  function lacksGloss(h: number, code: number): boolean {
    return site.isGlossed[code] === 1 && prev[h] !== PARTED
  }

  /** A character, and then an ASCII character that the decoder took for a trail byte. */
  function literal(h: number, at: number, code: number, byte: number, cost: number): void {
    const made = spell(h, at, code, WHOLE, 0, cost)
    if (made === -1) return
    advance(made)
    put(at + 1, said(made, byte, at, WHOLE, 0, COST.literalByte, false))
  }

  /** A character, and then one that the decoder swallowed with its last byte. */
  function swallow(h: number, at: number, code: number): void {
    const made = spell(h, at, code, WHOLE, 0, COST.swallowed)
    if (made === -1) return
    put(at + 1, add(made, LOST, at, WHOLE, 0, -1, score[made] as number, flags[made] as number))
  }

  /** Readings in which pairs vanish before the token at `at`, and those that are whole again by it. */
  function vanish(bucket: number[], at: number): { open: number[]; whole: number[] } {
    const whole: number[] = []
    const open: number[] = []
    const gloss80 = looseGloss(at)
    let fresh: number[] = []
    let best = Number.NEGATIVE_INFINITY
    for (const h of bucket) {
      const lead = pend[h] as number
      if (lead <= 0) continue
      for (const trail of site.holeTrails) {
        const code = (lead << 8) | trail
        if (!isStandard[code] || lacksGloss(h, code)) continue
        const made = spell(h, at, code, -trail, trail, COST.vanished, false, 0, best - HOPELESS)
        if (made === -1) continue
        best = Math.max(best, score[made] as number)
        fresh.push(made)
      }
      const alone = (lead << 8) | 0x80
      if (!isStandard[alone]) continue
      if (gloss80 !== '') {
        const cost = glossCost(alone, gloss80)
        if (cost < IMPOSSIBLE) emit(h, at, alone, WHOLE, 0, at + gloss80.length + 2, cost, false, cost > 0 ? alone : 0)
      } else if (!lacksGloss(h, alone)) {
        const made = spell(h, at, alone, WHOLE, 0x80, COST.vanished)
        if (made !== -1) whole.push(made)
      }
    }
    for (let row = 1; ; row++) {
      fresh = prune(fresh, VANISHING)
      open.push(...fresh)
      if (fresh.length === 0 || row === VANISHED_IN_A_ROW) break
      const further: number[] = []
      for (const h of fresh) {
        advance(h)
        const spellBetween = (code: number): void => {
          if (!isHole[(-(pend[h] as number) << 8) | (code >> 8)] || site.isGlossed[code]) return
          const trail = code & 0xff
          const next = trail === 0x80 ? WHOLE : -trail
          const made = spell(h, at, code, next, trail, COST.vanished, false, 0, best - HOPELESS)
          if (made === -1) return
          if (trail === 0x80) whole.push(made)
          else further.push(made)
        }
        byHoleTrail.forEach(spellBetween)
        model.continuations(state[h] as number, (symbol) => {
          for (const code of byNumber[symbol] as readonly number[]) if (isRareHoleTrail[code]) spellBetween(code)
        })
      }
      fresh = further
    }
    return { open: prune(open, VANISHING), whole }
  }

  /**
   * The pinyin of a whole gloss that starts at `at` and belongs to no token: its character's last byte, 80, vanished.
   *
   *     粋(gè)   has the first byte of 個 (8280) as its second
   *       ^
   */
  function looseGloss(at: number): string {
    if (tokens.bytes[at] !== 0x28) return ''
    let pinyin = ''
    let i = at + 1
    while (i < tokens.length && pinyin.length < 7 && tokens.bytes[i] !== 0x29)
      pinyin += String.fromCharCode(unitAt(i++))
    return tokens.bytes[i] === 0x29 && site.byPinyin(pinyin).length > 0 ? pinyin : ''
  }

  /** A pair vanished: the next character's lead byte is any that makes a hole with its first byte. */
  function expandVanished(h: number, at: number): void {
    advance(h)
    const first = -(pend[h] as number) << 8
    if (tokens.broken[at]) {
      for (const code of site.byPinyin(tokens.pinyin[at] as string)) {
        if (!isHole[first | (code >> 8)]) continue
        closeWithGloss(h, at, code)
      }
      return
    }
    const pair = tokens.pairs[at] as number
    const byte = tokens.bytes[at] as number
    if (byte === 0x3f) {
      const cut = at + 1 === tokens.length || site.markOrder[tokens.pairs[at + 1] as number] !== 0
      if (cut) tryAll(first, all, TRIED_WITHOUT_BYTES, (code) => closeBeforeCut(h, at, code))
    }
    if (byte >= 0x40) tryAll(first, byTrail[byte] ?? [], TRIED_WITH_TRAIL, (code) => closeWithLetter(h, at, code))
    if (pair !== 0 && (byte === 0 || tokens.pinyin[at] === ''))
      tryAll(first, byTrail[pair >> 8] ?? [], TRIED_WITH_TRAIL, (code) => readPair(h, at, code, pair))
  }

  /** Reads each of the first `most` characters whose lead byte makes a hole with the byte in front. */
  function tryAll(first: number, codes: readonly number[], most: number, read: (code: number) => void): void {
    let tried = 0
    for (const code of codes) {
      if (!isHole[first | (code >> 8)]) continue
      read(code)
      if (++tried >= most) return
    }
  }

  /** What it costs that the site glosses a character so. */
  function glossCost(code: number, pinyin: string): number {
    const known = site.pinyinOf.get(code)
    if (known !== undefined) return known === pinyin ? 0 : IMPOSSIBLE
    return site.isBare(code) ? IMPOSSIBLE : COST.unlistedGloss + formCost(code)
  }

  function formCost(code: number): number {
    if (site.isSeen[code]) return isStandard[code] ? 0 : 2
    return isStandard[code] ? COST.unseenForm : COST.strangeForm
  }

  /** Puts a reading with one more character before the token at `to`. */
  function emit(
    h: number,
    at: number,
    code: number,
    next: number,
    last: number,
    to: number,
    cost: number,
    intact = false,
    unlisted = 0,
  ): void {
    const made = spell(
      h,
      at,
      code,
      next,
      last,
      cost,
      intact,
      unlisted,
      (bests[to] ?? Number.NEGATIVE_INFINITY) - HOPELESS,
    )
    if (made !== -1) put(to, made)
  }

  /** A reading with one more character; -1 where the channel would have shown something else, or below `least`. */
  function spell(
    h: number,
    at: number,
    code: number,
    next: number,
    last: number,
    cost: number,
    intact = false,
    unlisted = 0,
    least = Number.NEGATIVE_INFINITY,
  ): number {
    const written = toUnit[code] as number
    if (written === 0) return -1
    let missed = 0
    const front = prev[h] as number
    if (front > 0 && front < GLOSSED && pend[h] === WHOLE) {
      const straddle = (front << 8) | (code >> 8)
      if (site.isGlossed[straddle]) return -1
      const order = site.markOrder[straddle] as number
      if (order !== 0) {
        const own = site.markOrder[code] as number
        if (own === 0 || own > order) missed++
      }
    }
    if (pend[h] !== WHOLE && next !== WHOLE && site.markOrder[code] !== 0 && prev[h] !== PARTED) missed++
    const misses = ((flags[h] as number) & MISSED) + missed
    if (misses > 1) return -1
    const symbol = symbolOf[written] as number
    const chance = model.score(stateOf(h), symbol)
    steps++
    const points = (score[h] as number) + chance - cost - formCost(code) - missed * COST.missedCut
    if (points < least) return -1
    const made = add(h, written, at, next, last, -1, points, misses | (intact ? INTACT : 0))
    if (unlisted !== 0) gloss[made] = unlisted
    return made
  }

  /** A reading with one more character that is no pair of bytes. */
  function said(
    h: number,
    written: number,
    at: number,
    next: number,
    last: number,
    cost: number,
    intact: boolean,
  ): number {
    steps++
    const chance = model.score(stateOf(h), symbolOf[written] as number)
    return add(
      h,
      written,
      at,
      next,
      last,
      -1,
      (score[h] as number) + chance - cost,
      ((flags[h] as number) & MISSED) | (intact ? INTACT : 0),
    )
  }

  /** A reading as it was, but for what it expects next. */
  function child(
    h: number,
    written: number,
    at: number,
    next: number,
    last: number,
    change: number,
    unlisted: number,
  ): number {
    const made = add(
      h,
      written,
      at,
      next,
      last,
      stateOf(h),
      (score[h] as number) + change,
      (flags[h] as number) & MISSED,
    )
    if (unlisted !== 0) gloss[made] = unlisted
    return made
  }

  function add(
    from: number,
    written: number,
    at: number,
    next: number,
    last: number,
    lm: number,
    points: number,
    flag: number,
  ): number {
    parent.push(from)
    unit.push(written)
    token.push(at)
    pend.push(next)
    prev.push(last)
    state.push(lm)
    score.push(points)
    flags.push(flag)
    return score.length - 1
  }

  function put(at: number, h: number): void {
    const bucket = buckets[at]
    if (at > furthest) furthest = at
    bests[at] = Math.max(bests[at] ?? Number.NEGATIVE_INFINITY, score[h] as number)
    if (bucket) bucket.push(h)
    else buckets[at] = [h]
  }

  function stateOf(h: number): number {
    advance(h)
    return state[h] as number
  }

  function advance(h: number): void {
    if (state[h] !== -1) return
    const above = parent[h] as number
    const written = unit[h] as number
    const symbol = written === LOST ? (symbolOf[0x30] as number) : (symbolOf[written] as number)
    state[h] = model.advance(stateOf(above), symbol)
  }

  /** The best of a bucket, best first. */
  function prune(bucket: number[], most: number): number[] {
    if (bucket.length === 0) return bucket
    let best = Number.NEGATIVE_INFINITY
    for (const h of bucket) if ((score[h] as number) > best) best = score[h] as number
    const kept = bucket.filter((h) => (score[h] as number) > best - HOPELESS)
    kept.sort((a, b) => (score[b] as number) - (score[a] as number) || a - b)
    if (kept.length > most) kept.length = most
    return kept
  }

  function unitAt(at: number): number {
    return tokens.units[at] as number
  }

  function finish(bucket: number[], at: number): Search {
    const whole = bucket.filter((h) => pend[h] === WHOLE)
    return { readings: whole.slice(0, FINALS).map(unwind), end: at, steps }
  }

  function unwind(h: number): Reading {
    const reading: Reading = {
      units: [],
      at: [],
      intact: [],
      score: score[h] as number,
      unlisted: new Map(),
      missed: (flags[h] as number) & MISSED,
    }
    const unlisted = reading.unlisted as Map<number, string>
    for (let i = h; i !== root; i = parent[i] as number) {
      const extra = gloss[i]
      if (extra !== undefined) unlisted.set(extra, tokens.pinyin[token[i] as number] || looseGloss(token[i] as number))
      if (unit[i] === NOTHING) continue
      reading.units.push(unit[i] as number)
      reading.at.push(token[i] as number)
      reading.intact.push(((flags[i] as number) & INTACT) !== 0)
    }
    reading.units.reverse()
    reading.at.reverse()
    reading.intact.reverse()
    return reading
  }
}
