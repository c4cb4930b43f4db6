const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Text as HTML. Characters that turn the direction of what follows are shown as codes, and halves of a pair as U+FFFD:
 * a page may hold anything.
 */
export function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, (character) => `&lt;U+${character.charCodeAt(0).toString(16)}&gt;`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd')
}
