import type { Locator } from '../source/lines.ts'
import type { OffsetMap } from '../source/offset-map.ts'

/** A page ready to be read: what it says after restoration, and the way back to the source. */
export interface Page {
  source: string
  /** The restored text; every offset in `parse/` is one of this text, in UTF-16 code units. */
  text: string
  /** Its UTF-16 code units. */
  units: Uint16Array
  map: OffsetMap
  locator: Locator
  /** Offsets of the restored text where two lines of the page were joined into one, sorted. */
  seams: readonly number[]
}
