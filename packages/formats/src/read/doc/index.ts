import { createMessage } from '@speeches/core'
import type { Message } from '@speeches/core/schema'
import { type Compound, openCompound } from '../compound.ts'
import { createParagraphs } from '../paragraphs.ts'
import type { Reading } from '../reading.ts'
import { orRefusal, refuse, Unreadable } from '../refuse.ts'
import { FORMAT } from './format.ts'
import { paragraphsOf } from './paragraphs.ts'
import { readProperties } from './properties.ts'
import { readStory } from './story.ts'

/** What else is a compound file, by a stream that it must have. */
const OTHERS: readonly [string, string][] = [
  ['Workbook', 'an Excel workbook'],
  ['Book', 'an Excel workbook'],
  ['PowerPoint Document', 'a PowerPoint presentation'],
]

/**
 * Reads a document of Word 97 to 2003 (DOC): its paragraphs, a line each, then footnotes, endnotes and text boxes.
 * Headers, footers and comments are not read, nor anything embedded. Numbers and bullets are those that Word shows, be it
 * the paragraph or its style that is in a list. Tracked changes are read as accepted, and hidden words left out. The map
 * counts paragraphs.
 *
 * Refuses what is encrypted, damaged, no Word document or without text.
 */
export function readDoc(bytes: Uint8Array): Reading {
  return orRefusal(() => {
    const file = openCompound(bytes, FORMAT)
    if (file.names.includes('EncryptedPackage')) return refuse('encrypted-file', { format: 'DOCX' })
    const document = file.read('WordDocument')
    if (!document) throw new Unreadable('other-kind', { kind: kindOf(file) })

    const paragraphs = createParagraphs()
    let number = 0
    const { parts, labelAt, hasChanges } = readStory(document, file)
    for (const { text, start } of parts) {
      for (const paragraph of paragraphsOf(text)) {
        number++
        const label = paragraph.text.trim() === '' ? '' : labelAt(start + paragraph.end)
        for (const line of (label + paragraph.text).split('\n')) paragraphs.add(line, number)
      }
    }
    const { text, map } = paragraphs.finish()
    if (text === '') return refuse('empty-page')
    const messages: Message[] = []
    if (file.names.includes('Macros')) messages.push(createMessage('macros-unread', undefined))
    if (hasChanges) messages.push(createMessage('tracked-changes', undefined))
    return { ok: true, text, encoding: null, bom: false, invalid: null, map, messages, ...readProperties(file) }
  })
}

function kindOf({ names }: Compound): string {
  return OTHERS.find(([stream]) => names.includes(stream))?.[1] ?? 'an old Office file without a Word document'
}
