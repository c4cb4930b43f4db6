import type { Range } from '@speeches/store'

/** Text cut where words were found; long text is cut down to what stands around the first of them. */
export interface Stretch {
  text: string
  isFound: boolean
}

/** How much is shown before the first word found, and in all, in characters. */
const BEFORE = 40
const IN_ALL = 160

/**
 * Cuts a passage at its hits.
 *
 * @param ranges in `text`, sorted, never overlapping
 * @param shown the same text in the script that is shown: its n-th character is that of `text`
 */
export function highlight(text: string, ranges: readonly Range[], shown: string): Stretch[] {
  const characters = Array.from(shown)
  const place = characterPlaces(text)
  const found = ranges.map(({ start, end }) => ({ start: place(start), end: place(end) }))
  const from = Math.max(0, (found[0]?.start ?? 0) - BEFORE)
  const to = Math.min(characters.length, from + IN_ALL)
  const stretches: Stretch[] = []
  let at = from
  if (from > 0) stretches.push({ text: '…', isFound: false })
  for (const { start, end } of found) {
    if (start >= to) break
    add(at, start, false)
    add(start, Math.min(end, to), true)
    at = Math.min(end, to)
  }
  add(at, to, false)
  if (to < characters.length) stretches.push({ text: '…', isFound: false })
  return stretches

  function add(start: number, end: number, isFound: boolean): void {
    if (end > start) stretches.push({ text: characters.slice(start, end).join(''), isFound })
  }
}

/** From UTF-16 offsets to places of characters, for offsets that grow. */
function characterPlaces(text: string): (offset: number) => number {
  let at = 0
  let place = 0
  return (offset) => {
    while (at < offset) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      place++
    }
    return place
  }
}
