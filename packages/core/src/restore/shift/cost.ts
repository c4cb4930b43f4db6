import type { Characters } from './characters.ts'
import type { Site } from './site.ts'

/** Nats against what is rare in the channel; a vanished pair is given some, for what it hides was said. */
export const COST = {
  missedCut: 5,
  unlistedGloss: 3.5,
  strangeForm: 12,
  unseenForm: 0.8,
  /** A form that is no standard one, but stands on the page. */
  ownForm: 2,
  swallowed: 5,
  vanished: 0,
  literalByte: 3,
}

/** The cost of what the site never does. */
export const IMPOSSIBLE = 1000

/** What it costs that the site glosses a character so. */
export function glossCost(site: Site, characters: Characters, code: number, pinyin: string): number {
  const known = site.pinyinOf.get(code)
  if (known !== undefined) return known === pinyin ? 0 : IMPOSSIBLE
  return site.isBare(code) ? IMPOSSIBLE : COST.unlistedGloss + formCost(site, characters, code)
}

/** What it costs that a text is written with a character. */
export function formCost({ isSeen }: Site, { isStandard }: Characters, code: number): number {
  if (isSeen[code]) return isStandard[code] ? 0 : COST.ownForm
  return isStandard[code] ? COST.unseenForm : COST.strangeForm
}
