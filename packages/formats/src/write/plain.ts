import type { Phrasing } from '@speeches/core/schema'

/** A node of running text, or what stands beside it in a section: children, a value, or neither. */
type Part = Phrasing | { type: string; children?: readonly Part[]; value?: string }

/** The restored text of some nodes, on one line. Noise is not the speaker's and is left out. */
export function plain(parts: readonly Part[]): string {
  return oneLine(collect(parts))
}

/** `text` without line ends, and without blanks around it. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, '').trim()
}

function collect(parts: readonly Part[]): string {
  let text = ''
  for (const part of parts) {
    if (part.type === 'noise') continue
    if ('children' in part && part.children) text += collect(part.children)
    else if ('value' in part) text += part.value ?? ''
  }
  return text
}

/** How many characters a text has, blanks left out; a character beyond the BMP counts as one. */
export function countCharacters(text: string): number {
  let count = 0
  for (const char of text) if (char.trim() !== '') count++
  return count
}

/** `text`, cut to at most `most` characters, the last being … where something is left out. */
export function shorten(text: string, most: number): string {
  const chars = [...text.slice(0, 2 * most + 2)]
  return chars.length <= most ? text : `${chars.slice(0, most - 1).join('')}…`
}
