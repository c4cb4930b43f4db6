const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Characters that XML 1.0 cannot hold, in any form: controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** `text` with U+FFFD for what XML cannot hold. */
export function possibleXml(text: string): string {
  return text.replace(IMPOSSIBLE, '\ufffd')
}

/** `text` as XML content or attribute value; what XML cannot hold stands as U+FFFD. */
export function escapeXml(text: string): string {
  return possibleXml(text).replace(/[&<>"\r\n\t]/g, (char) => ENTITIES[char] ?? char)
}

/** An element with the attributes that have a value. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content: string,
): string {
  let tag = name
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${escapeXml(value)}"`
  }
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${name}>`
}

/** An `xml:id` from an id of the tree. */
export function xmlId(prefix: string, id: string): string {
  return `${prefix}-${id.replace(/[^\w.-]/g, '_')}`
}
