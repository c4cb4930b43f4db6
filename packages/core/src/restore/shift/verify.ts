import { createCodeSender } from '../byte-channel.ts'
import { LOST, type Reading } from './reading.ts'
import type { Site } from './site.ts'

/** Tells whether the forward channel makes of a reading what the page shows. */
export interface Verifier {
  verify(reading: Reading, shown: string): boolean
}

/** Any character that a lead byte swallows. */
const SWALLOWED = '0'
/** How many overlapping glosses of a window are tried both ways. */
const OVERLAPS = 4
/** Where every cut happens. */
const NONE = -1

/**
 * A verifier for a site; a reading brings glosses of its own where the page did not teach them. What a page cannot
 * teach is tried both ways: which of two overlapping glosses the site writes, and the one cut that a reading misses.
 */
export function createVerifier({ pinyinOf, form }: Site): Verifier {
  let unlisted: Reading['unlisted'] = new Map()
  /** Which overlapping glosses are written: bit `n` is for the `n`th; and how many there were. */
  let choice = 0
  let overlaps = 0
  /** Which cut does not happen, and how many there were. */
  let missed = NONE
  let cuts = 0
  const sender = createCodeSender({
    form,
    pinyinOf: (code) => unlisted.get(code) ?? pinyinOf.get(code),
    overlaps: () => ((choice >> overlaps++) & 1) === 1,
    cuts: (ordinal) => {
      cuts = ordinal + 1
      return ordinal !== missed
    },
  })

  return {
    verify(reading, shown) {
      unlisted = reading.unlisted
      const written = writtenAs(reading)
      return reading.missed === 0 ? verifyOverlaps(written, shown) : verifyMissedCut(written, shown)
    },
  }

  /** Whether some choice among overlapping glosses gives what is shown. */
  function verifyOverlaps(written: string, shown: string): boolean {
    missed = NONE
    let most = 0
    for (choice = 0; choice < 1 << Math.min(most, OVERLAPS); choice++) {
      if (send(written) === shown) return true
      most = Math.max(most, overlaps)
    }
    return false
  }

  /** Whether leaving out some cut gives what is shown. */
  function verifyMissedCut(written: string, shown: string): boolean {
    choice = 0
    cuts = 1
    for (missed = 0; missed < cuts; missed++) if (send(written) === shown) return true
    return false
  }

  function send(written: string): string {
    overlaps = 0
    return sender.send(written, 0, written.length)
  }
}

function writtenAs({ units }: Reading): string {
  let written = ''
  for (const unit of units) written += unit === LOST ? SWALLOWED : String.fromCharCode(unit)
  return written
}
