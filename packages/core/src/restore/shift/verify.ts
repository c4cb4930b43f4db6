import { type ByteChannel, createSender } from '../byte-channel.ts'
import { LOST, type Reading } from './search.ts'
import type { Site } from './site.ts'

/** Tells whether the forward channel makes of a reading what the page shows. */
export interface Verifier {
  verify(reading: Reading, shown: string): boolean
}

/** Any character that a lead byte swallows. */
const SWALLOWED = '0'
/** How many overlapping glosses of a window are tried both ways. */
const OVERLAPS = 4

/**
 * A verifier for a site; a reading brings glosses of its own where the page did not teach them. What a page cannot
 * teach is tried both ways: which of two overlapping glosses the site writes, and the one cut that a reading misses.
 */
export function createVerifier({ pinyinOf, toUnit }: Site): Verifier {
  const known = new Map<string, string>()
  for (const [code, pinyin] of pinyinOf) known.set(String.fromCharCode(toUnit[code] as number), pinyin)

  return {
    verify({ units, unlisted, missed }, shown) {
      let written = ''
      for (const unit of units) written += unit === LOST ? SWALLOWED : String.fromCharCode(unit)
      const glosses = unlisted.size === 0 ? known : withUnlisted(unlisted)
      return missed === 0 ? verifyOverlaps(written, glosses, shown) : verifyMissedCut(written, glosses, shown)
    },
  }

  function withUnlisted(unlisted: Reading['unlisted']): Map<string, string> {
    const glosses = new Map(known)
    for (const [code, pinyin] of unlisted) glosses.set(String.fromCharCode(toUnit[code] as number), pinyin)
    return glosses
  }
}

/** Whether some choice among overlapping glosses gives what is shown; bit `n` of a choice is for the `n`th overlap. */
function verifyOverlaps(written: string, glosses: ReadonlyMap<string, string>, shown: string): boolean {
  let most = 0
  for (let choice = 0; choice < 1 << Math.min(most, OVERLAPS) || choice === 0; choice++) {
    let ordinal = 0
    const overlaps = (): boolean => ((choice >> ordinal++) & 1) === 1
    if (send(written, { glosses, overlaps }) === shown) return true
    most = Math.max(most, ordinal)
  }
  return false
}

function verifyMissedCut(written: string, glosses: ReadonlyMap<string, string>, shown: string): boolean {
  let most = 0
  for (let missed = 0; missed <= most; missed++) {
    const cuts = (ordinal: number): boolean => {
      most = Math.max(most, ordinal)
      return ordinal !== missed
    }
    if (send(written, { glosses, cuts }) === shown) return true
  }
  return false
}

function send(written: string, channel: ByteChannel): string {
  return createSender(channel).send(written, 0, written.length)
}
