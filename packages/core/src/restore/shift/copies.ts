import { EMPTY, longer, ORDER, type PageCounts } from './page-counts.ts'

/** Tells whether a passage stands intact elsewhere: on the page, or in a witness. */
export interface Copies {
  /** Whether each sequence of `ORDER` characters of a passage stands somewhere; the passage must be that long. */
  hold(passage: readonly number[]): boolean
}

/** The copies on a page that was counted; passages are given as UTF-16 code units. */
export function findCopies(page: PageCounts, symbolOf: Uint16Array): Copies {
  return {
    hold(passage) {
      for (let start = 0; start + ORDER <= passage.length; start++) {
        let hash = EMPTY
        for (let i = start; i < start + ORDER; i++) hash = longer(hash, symbolOf[passage[i] as number] as number)
        if (page.find(hash) === -1) return false
      }
      return passage.length >= ORDER
    },
  }
}
