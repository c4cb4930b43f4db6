import type { Characters } from './characters.ts'
import type { Site } from './site.ts'

/** How many characters are tried behind a vanished pair: where both bytes are unknown, and where one is. */
const TRIED_WITHOUT_BYTES = 1600
const TRIED_WITH_TRAIL = 160
/** How many are tried where both bytes vanish with their neighbours. */
const TRIED_BETWEEN = 80

/** The byte that vanishes without a partner. */
export const LONE = 0x80

/** What can stand behind the first byte of a vanished pair; made for a word table once, list by list. */
interface Followers {
  byTrail: (readonly number[] | undefined)[]
  any: (readonly number[] | undefined)[]
  between: (readonly number[] | undefined)[]
  /** The most frequent characters that the first byte of a vanished pair closes, or `LONE`. */
  vanishing: readonly number[]
  /** The codes of their kind that are not among them, by the number of their character in the lexicon. */
  rare: readonly (readonly number[])[]
}

const known = new WeakMap<Characters, Followers>()

/** The most frequent characters whose lead byte makes a pair with `first` that vanishes. */
export function charactersBehind(first: number, site: Site, characters: Characters): readonly number[] {
  const { any } = followersOf(site, characters)
  const list = any[first] ?? behind(first, characters.all, TRIED_WITHOUT_BYTES, site)
  any[first] = list
  return list
}

/** Those that end with a trail byte. */
export function charactersBehindWith(
  first: number,
  trail: number,
  site: Site,
  characters: Characters,
): readonly number[] {
  const { byTrail } = followersOf(site, characters)
  const key = (first << 8) | trail
  const list = byTrail[key] ?? behind(first, characters.byTrail[trail] ?? [], TRIED_WITH_TRAIL, site)
  byTrail[key] = list
  return list
}

/** Those whose last byte vanishes too. */
export function charactersBetween(first: number, site: Site, characters: Characters): readonly number[] {
  const { between, vanishing } = followersOf(site, characters)
  const list = between[first] ?? behind(first, vanishing, TRIED_BETWEEN, site)
  between[first] = list
  return list
}

/** The codes that could vanish between others like those, but are too rare to be tried everywhere, by character. */
export function rareBetween(site: Site, characters: Characters): readonly (readonly number[])[] {
  return followersOf(site, characters).rare
}

function behind(first: number, codes: readonly number[], most: number, { isHole }: Site): number[] {
  const fitting: number[] = []
  for (const code of codes) {
    if (!isHole[(first << 8) | (code >> 8)]) continue
    fitting.push(code)
    if (fitting.length === most) break
  }
  return fitting
}

function followersOf(site: Site, characters: Characters): Followers {
  const made = known.get(characters) ?? prepare(site, characters)
  known.set(characters, made)
  return made
}

function prepare({ isHoleTrail }: Site, { all, byNumber }: Characters): Followers {
  const vanishing = all.filter((code) => (code & 0xff) === LONE || isHoleTrail[code & 0xff])
  const rare = new Set(vanishing.slice(TRIED_BETWEEN))
  return {
    byTrail: [],
    any: [],
    between: [],
    vanishing: vanishing.slice(0, TRIED_BETWEEN),
    rare: byNumber.map((codes) => codes.filter((code) => rare.has(code))),
  }
}
