/**
 * What folding took from a text, so that a text needs to be stored once only: for each character that changed, how
 * many characters before it did not (as one character, from blank on), and the character that stood there.
 *
 *     text 「各位領導」   folded 各位领导   taken  "「 領 導」…
 */
export function takenByFolding(text: string, folded: string): string | null {
  if (text === folded) return null
  const before = text[Symbol.iterator]()
  let taken = ''
  let same = 0
  for (const character of folded) {
    const stood = before.next().value as string
    if (stood === character && same < MOST) {
      same++
      continue
    }
    taken += String.fromCharCode(BLANK + same) + stood
    same = 0
  }
  return taken
}

const BLANK = 0x20
/** As long as a gap can be, and stay clear of surrogates. */
const MOST = 0xd000

/** The text again. */
export function unfold(folded: string, taken: string | null): string {
  if (taken === null) return folded
  const characters = [...folded]
  const changes = [...taken]
  let at = 0
  for (let i = 0; i < changes.length; i += 2) {
    at += (changes[i] as string).charCodeAt(0) - BLANK
    characters[at++] = changes[i + 1] as string
  }
  return characters.join('')
}
