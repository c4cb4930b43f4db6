import { type Entry, familyOf, isSeries } from './entries.ts'

/** 首先, 第一, 一是 open ordinary paragraphs too: they head sections only in a series. */
export function settleWords(entries: Entry[]): void {
  settleRunning(entries)
  const joined = findJoined(entries)
  const ordinals = new Map<string, Set<number>>()
  /** 第一,感謝。 / 第一,祝願。 — where the second is numbered as the first. */
  const again = new Set<string>()
  for (const { line, marker, role } of entries) {
    if (!marker?.worded || role === 'text') continue
    const family = familyOf(line, marker)
    const seen = ordinals.get(family)
    if (seen?.size === 1 && seen.has(marker.ordinal) && role === 'run-in') again.add(family)
    if (seen) seen.add(marker.ordinal)
    else ordinals.set(family, new Set([marker.ordinal]))
  }
  for (const entry of entries) {
    const { line, marker } = entry
    if (!marker?.worded) continue
    const family = familyOf(line, marker)
    const counted = ordinals.get(family)
    const isSingle = (counted?.size ?? 0) < 2 && !joined.has(entry) && !(again.has(family) && entry.role === 'run-in')
    if (isSingle || (TIMES.test(line.head) && !isSeries(counted))) entry.role = 'text'
  }
}

/**
 * Where the second goes on in the middle of the first one's line, both count in running text, and so does the third.
 *
 *     一是人命賬。一個保管員的後面是一個家。二是糧食賬。…
 *     三是信譽賬。…
 */
function settleRunning(entries: readonly Entry[]): void {
  const words = entries.filter(({ marker }) => marker?.system === 'first-is')
  words.forEach((entry, i) => {
    const { line, marker } = entry
    const next = words[i + 1]
    const second = '一二三四五六七八九十'[marker?.ordinal as number]
    if (next?.marker?.ordinal === (marker?.ordinal as number) + 1) return
    if (!new RegExp(`[。；;]${second}是`).test(line.text.slice(line.start, line.end))) return
    entry.role = 'text'
    if (next?.marker?.ordinal === (marker?.ordinal as number) + 2) next.role = 'text'
  })
}

/**
 * Measured words whose first stands in running text are running text as that is.
 *
 *     戰友們,這第一杯酒,敬老楊。
 *     第二杯酒,敬各位嫂子。…
 */
export function settleBegun(entries: readonly Entry[]): void {
  let above = ''
  let begun = ''
  for (const entry of entries) {
    const { head } = entry.line
    const [, numeral, thing = ''] = MEASURED.exec(head) ?? []
    if (
      entry.role !== 'text' &&
      thing &&
      (numeral === '二' ? BEGUN.some((first) => above.includes(first + thing)) : thing === begun)
    ) {
      begun = thing
      entry.role = 'text'
    } else if (entry.role !== 'text') begun = ''
    if (entry.role === 'text' && !entry.line.isStage && !thing) above = head + entry.line.tail
    else if (thing && entry.role !== 'text') above = ''
  }
}

const BEGUN = ['第一', '头一']
/** 第二杯酒 */
const MEASURED = /^第([二三四五六七八九十])([个份杯碗声句件封张束把支盏][^,。:;!?]{0,2})[,:]/

/** Members of series that go on in other words, whose number is the next: 首先, 第二,    再者, 四是 */
function findJoined(entries: readonly Entry[]): ReadonlySet<Entry> {
  const joined = new Set<Entry>()
  let above: Entry | undefined
  for (const entry of entries) {
    const { line, marker, role } = entry
    if (marker?.system === 'han') above = undefined
    if (!marker?.worded || role === 'text') continue
    const isNext = above?.marker && marker.ordinal === above.marker.ordinal + 1
    if (above?.marker && isNext && familyOf(above.line, above.marker) !== familyOf(line, marker))
      joined.add(above).add(entry)
    above = entry
  }
  return joined
}

const TIMES = /^第.{1,3}[次回天年]/
