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

/** Stands for a character that was swallowed. */
export const LOST = 0
