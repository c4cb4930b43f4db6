import { SaxesParser } from 'saxes'
import { Unreadable } from './refuse.ts'

/** An attribute of the element that opens, by its name with the prefix that the caller gave its namespace. */
export type Attribute = (name: string) => string | undefined

/** What is told of a document, in its order. */
export interface XmlHandler {
  open(name: string, attribute: Attribute): void
  close(name: string): void
  text?(text: string): void
}

/**
 * Walks through XML from its first byte to its last; the work grows with its length and with nothing else.
 * Throws Unreadable where the XML is not well-formed or declares a document type: entities are never expanded.
 *
 * @param namespaces the prefixes to call namespaces by, whatever the file calls them; `''` for none
 * @param format what messages call the file
 */
export function walkXml(
  bytes: Uint8Array,
  namespaces: Readonly<Record<string, string>>,
  handler: XmlHandler,
  format: string,
): void {
  /** The prefix a caller knows, by the prefix of the file, and the other way round. */
  const known = new Map<string, string>()
  const written = new Map<string, string>()
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  const nameOf = (name: string) => {
    const colon = name.indexOf(':')
    const prefix = known.get(name.slice(0, Math.max(colon, 0)))
    return prefix === undefined ? name : join(prefix, name.slice(colon + 1))
  }
  parser.on('error', () => {
    throw new Unreadable('damaged-file', { format, fault: 'its XML is not well-formed' })
  })
  parser.on('doctype', () => {
    throw new Unreadable('forbidden-markup', { format })
  })
  parser.on('opentag', ({ name, attributes }) => {
    for (const [key, value] of Object.entries(attributes)) {
      const prefix = key.startsWith('xmlns') ? namespaces[value] : undefined
      if (prefix === undefined) continue
      known.set(key.slice('xmlns:'.length), prefix)
      written.set(prefix, key.slice('xmlns:'.length))
    }
    handler.open(nameOf(name), (wanted) => {
      const colon = wanted.indexOf(':')
      const prefix = wanted.slice(0, Math.max(colon, 0))
      return attributes[join(written.get(prefix) ?? prefix, wanted.slice(colon + 1))]
    })
  })
  parser.on('closetag', ({ name }) => handler.close(nameOf(name)))
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.write(decodeXml(bytes)).close()
}

function join(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}:${name}`
}

/** XML is UTF-8 unless it begins with the byte order mark of UTF-16 (XML 1.0, 4.3.3). */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}
