import { createSender, type Sender } from '../byte-channel.ts'
import { LOST, type Reading } from './search.ts'
import type { Site } from './site.ts'

/** Tells whether the forward channel makes of a reading what the page shows. */
export interface Verifier {
  verify(reading: Reading, shown: string): boolean
}

/** Any character that a lead byte swallows. */
const SWALLOWED = '0'

/** A verifier for a site; a reading brings glosses of its own where the page did not teach them. */
export function createVerifier({ pinyinOf, toUnit }: Site): Verifier {
  const glosses = new Map<string, string>()
  for (const [code, pinyin] of pinyinOf) glosses.set(String.fromCharCode(toUnit[code] as number), pinyin)
  const sender = createSender({ glosses })

  return {
    verify({ units, unlisted, missed }, shown) {
      let written = ''
      for (const unit of units) written += unit === LOST ? SWALLOWED : String.fromCharCode(unit)
      if (missed > 0) return verifyWithMissedCut(written, unlisted, shown)
      return send(unlisted.size === 0 ? sender : senderWith(unlisted), written) === shown
    },
  }

  function verifyWithMissedCut(written: string, unlisted: Reading['unlisted'], shown: string): boolean {
    let cutsSeen = 0
    for (let missed = 0; missed <= cutsSeen; missed++) {
      cutsSeen = 0
      const cuts = (ordinal: number): boolean => {
        cutsSeen = Math.max(cutsSeen, ordinal)
        return ordinal !== missed
      }
      if (send(senderWith(unlisted, cuts), written) === shown) return true
    }
    return false
  }

  function senderWith(unlisted: Reading['unlisted'], cuts?: (ordinal: number) => boolean): Sender {
    const more = new Map(glosses)
    for (const [code, pinyin] of unlisted) more.set(String.fromCharCode(toUnit[code] as number), pinyin)
    return createSender({ glosses: more, ...(cuts && { cuts }) })
  }
}

function send(sender: Sender, written: string): string {
  return sender.send(written, 0, written.length)
}
