const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Characters that turn the direction of what follows. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g

/** Control characters but tab and line end: HTML knows none of them. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu

/** Text as HTML, tamed. */
export function escapeHtml(text: string): string {
  return tame(text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string))
}

/**
 * HTML in which nothing turns directions or is no character, whatever the text in it held: what turns directions is
 * shown as its code, controls and halves of a pair as U+FFFD.
 */
export function tame(html: string): string {
  return html
    .toWellFormed()
    .replace(DIRECTIONS, (character) => `&lt;U+${character.charCodeAt(0).toString(16).toUpperCase()}&gt;`)
    .replace(CONTROLS, '\ufffd')
}
