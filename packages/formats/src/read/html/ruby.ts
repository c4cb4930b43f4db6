/** A piece of text and where it begins in the file; no place for what is not of the file. */
export interface Piece {
  text: string
  place?: number
}

/** The ruby annotation that is being read: its bases and what stands above them, each in pieces. */
export interface Ruby {
  bases: Piece[][]
  texts: Piece[][]
  into: 'base' | 'text' | 'nothing'
}

export const openRuby = (): Ruby => ({ bases: [], texts: [], into: 'base' })

/** Takes up the tag of an element inside `<ruby>`. */
export function enterRubyPart(ruby: Ruby, tag: string): void {
  if (tag === 'rt') {
    ruby.into = 'text'
    ruby.texts.push([])
  } else if (tag === 'rp') {
    ruby.into = 'nothing'
  } else if (tag === 'rb') {
    ruby.into = 'base'
    ruby.bases.push([])
  }
}

export function leaveRubyPart(ruby: Ruby, tag: string): void {
  if (tag === 'rt' || tag === 'rp') ruby.into = 'base'
}

/** Puts text where it belongs. */
export function addToRuby(ruby: Ruby, text: string, place: number): void {
  if (ruby.into === 'nothing') return
  const parts = ruby.into === 'base' ? ruby.bases : ruby.texts
  if (parts.length === 0) parts.push([])
  parts.at(-1)?.push({ text, place })
}

/** Whether base text would begin a new pair: 中(zhōng) is complete when 国 comes. */
export function isComplete({ texts, into }: Ruby): boolean {
  return into === 'base' && texts.length > 0
}

/** The annotation as a gloss: 養(yǎng). Bases and texts are paired where there are as many of them. */
export function toGloss({ bases, texts }: Ruby): Piece[] {
  const base = bases.map(trim)
  const above = texts.map(trim)
  if (base.length !== above.length) return gloss(base.flat(), above.flat())
  return base.flatMap((pieces, index) => gloss(pieces, above[index] as Piece[]))
}

function gloss(base: Piece[], above: Piece[]): Piece[] {
  return above.length === 0 ? base : [...base, { text: '(' }, ...above, { text: ')' }]
}

/** Pieces without blank ones at their ends. */
function trim(pieces: readonly Piece[]): Piece[] {
  const isText = ({ text }: Piece) => text.trim() !== ''
  return pieces.slice(Math.max(pieces.findIndex(isText), 0), pieces.findLastIndex(isText) + 1)
}
