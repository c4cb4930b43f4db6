import { lengthOf } from '../line.ts'
import type { Entry } from './entries.ts'

/** 出席今天座談會的領導有:    首先介紹到場的來賓,他們是: */
const ANNOUNCED = /(?:出席|参加|莅临|光临|到会|到场|列席|介绍)[^。!?]{0,40}(?:有|是|为):$/
/** 決定授予以下同志榮譽稱號: */
const AWARDED = /(?:授予|评为|荣获|获得|获奖)[^。!?]{0,30}(?:称号|名单|奖项?|如下|有):$/
/** 金掃帚獎:荊長順、冉桂香; */
const AWARD = /^[^,。:!?…我]{2,12}:[^。:!?…我]{2,30}[;。]?$/
/** A guest's offices and name have at most so many units. */
const GUEST = 36
/** So many names are a list. */
const FEWEST = 2

/**
 * Guests, each with offices and name on a line of its own, and awards, each with who is given it, are a list; whether it
 * is one.
 *
 *     出席今天座談會的領導有:
 *     縣委書記陸明陽同志
 *     縣委副書記、縣長宮健同志
 */
export function settleGuests(entries: Entry[], from: number): boolean {
  const announced = entries[from - 1]?.line.tail ?? ''
  const isListed = ANNOUNCED.test(announced) ? isGuest : AWARDED.test(announced) ? isAward : undefined
  if (!isListed) return false
  let end = from
  while (entries[end] && isListed(entries[end] as Entry)) end++
  if (end - from < FEWEST) return false
  for (const guest of entries.slice(from, end)) guest.role = 'item'
  return true
}

function isGuest({ role, line }: Entry): boolean {
  if (role !== 'text' || line.turn > 0 || line.isStage || line.address?.mark === ':' || lengthOf(line) > GUEST)
    return false
  return /^[^,。:!?…我]*[一-龥)][;。]?$/.test(line.head)
}

function isAward({ role, line }: Entry): boolean {
  return role === 'text' && line.turn === 0 && lengthOf(line) <= GUEST && AWARD.test(line.head)
}
