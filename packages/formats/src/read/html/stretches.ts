import { decodeHTML } from 'entities'

/** A piece of text and where it begins in the file. */
interface Stretch {
  text: string
  place: number
}

/**
 * Text as it was tokenized, in pieces that run side by side with the file: `raw` is what the file says there, from
 * `place` on. A character reference is shorter as text than in the file:
 *
 *     &ldquo;三农&rdquo;   →   “ + 三农 + ”
 */
export function stretchesOf(text: string, raw: string, place: number): Stretch[] {
  if (text.length === raw.length) return [{ text, place }]
  const pieces: Stretch[] = []
  let from = 0
  let done = 0
  for (const part of raw.split(/(?=&)/)) {
    const length = decodeHTML(part).length
    const plain = commonEnd(text.slice(done, done + length), part)
    const reference = text.slice(done, done + length - plain)
    if (reference !== '') pieces.push({ text: reference, place: place + from })
    if (plain > 0)
      pieces.push({ text: text.slice(done + length - plain, done + length), place: place + from + part.length - plain })
    from += part.length
    done += length
  }
  if (done < text.length) pieces.push({ text: text.slice(done), place: place + from })
  return pieces
}

/** How many code units two texts have in common at their ends. */
function commonEnd(one: string, other: string): number {
  let count = 0
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count++
  return count
}
