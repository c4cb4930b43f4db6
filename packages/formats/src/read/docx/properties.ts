import { toIsoDate } from '../dates.ts'
import type { Learned } from '../reading.ts'
import { walkXml } from '../xml.ts'
import { FORMAT, NAMESPACES } from './names.ts'

/** What a document's core properties say (ECMA-376, part 2, 11). */
export function readProperties(part: Uint8Array | undefined): Learned {
  const texts = new Map<string, string>()
  let name = ''
  if (part) {
    walkXml(
      part,
      NAMESPACES,
      {
        open(opened) {
          name = opened
        },
        text(text) {
          texts.set(name, (texts.get(name) ?? '') + text)
        },
        close() {
          name = ''
        },
      },
      FORMAT,
    )
  }
  const learned: Learned = {}
  const put = (key: keyof Learned, value: string | undefined) => {
    if (value !== undefined && value !== '') learned[key] = value
  }
  put('title', texts.get('dc:title')?.trim())
  put('author', texts.get('dc:creator')?.trim())
  put('created', toIsoDate(texts.get('dcterms:created')))
  put('modified', toIsoDate(texts.get('dcterms:modified')))
  return learned
}
