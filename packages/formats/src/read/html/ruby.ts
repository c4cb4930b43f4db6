/** The ruby annotation that is being read: its bases and what stands above them. */
export interface Ruby {
  bases: string[]
  texts: string[]
  into: 'base' | 'text' | 'nothing'
}

export const openRuby = (): Ruby => ({ bases: [], texts: [], into: 'base' })

/** Takes up the tag of an element inside `<ruby>`. */
export function enterRubyPart(ruby: Ruby, tag: string): void {
  if (tag === 'rt') {
    ruby.into = 'text'
    ruby.texts.push('')
  } else if (tag === 'rp') {
    ruby.into = 'nothing'
  } else if (tag === 'rb') {
    ruby.into = 'base'
    ruby.bases.push('')
  }
}

export function leaveRubyPart(ruby: Ruby, tag: string): void {
  if (tag === 'rt' || tag === 'rp') ruby.into = 'base'
}

/** Puts text where it belongs. */
export function addToRuby(ruby: Ruby, text: string): void {
  if (ruby.into === 'nothing') return
  const parts = ruby.into === 'base' ? ruby.bases : ruby.texts
  if (parts.length === 0) parts.push('')
  parts[parts.length - 1] += text
}

/** Whether base text would begin a new pair: 中(zhōng) is complete when 国 comes. */
export function isComplete({ texts, into }: Ruby): boolean {
  return into === 'base' && texts.length > 0
}

/** The annotation as a gloss: 養(yǎng). Bases and texts are paired where there are as many of them. */
export function toGloss({ bases, texts }: Ruby): string {
  const base = bases.map((text) => text.trim())
  const above = texts.map((text) => text.trim())
  if (base.length === above.length) return base.map((text, index) => gloss(text, above[index] as string)).join('')
  return gloss(base.join(''), above.join(''))
}

function gloss(base: string, above: string): string {
  return above === '' ? base : `${base}(${above})`
}
