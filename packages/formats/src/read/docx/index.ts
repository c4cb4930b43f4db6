import { createMessage } from '@speeches/core'
import type { Message } from '@speeches/core/schema'
import { isEncryptedPackage } from '../compound.ts'
import { createParagraphs } from '../paragraphs.ts'
import type { Reading } from '../reading.ts'
import { orRefusal, refuse } from '../refuse.ts'
import { openZip } from '../zip.ts'
import { readBody } from './body.ts'
import { FORMAT } from './names.ts'
import { readNumbering } from './numbering.ts'
import { readParts } from './package.ts'
import { readProperties } from './properties.ts'
import { readStyles } from './styles.ts'

/**
 * Reads a Word document (DOCX, DOCM): its paragraphs, a line each, with the numbers and bullets that Word shows before
 * them; tables cell by cell; footnotes and endnotes behind the text; tracked changes as accepted. Headers, footers and
 * comments are not read, pictures and macros not even unpacked. The map counts paragraphs, those of notes behind those
 * of the text.
 *
 * Refuses what is encrypted, damaged, no Word document, without text, or unfolds beyond the limits.
 */
export function readDocx(bytes: Uint8Array): Reading {
  if (isEncryptedPackage(bytes)) return refuse('encrypted-file', { format: FORMAT })
  return orRefusal(() => {
    const parts = readParts(openZip(bytes, FORMAT))
    const lists = { numbering: readNumbering(parts.numbering), styles: readStyles(parts.styles) }
    const paragraphs = createParagraphs()
    let hasChanges = false
    let lostGlyphs = 0
    let count = 0
    for (const part of [parts.document, parts.footnotes, parts.endnotes]) {
      if (!part) continue
      const before = count
      const met = readBody(part, lists, (text, number) => {
        count = Math.max(count, before + number)
        paragraphs.add(text, before + number)
      })
      hasChanges ||= met.hasChanges
      lostGlyphs += met.lostGlyphs
    }
    const { text, map } = paragraphs.finish()
    if (text === '') return refuse('empty-page')

    const messages: Message[] = []
    if (parts.hasMacros) messages.push(createMessage('macros-unread', undefined))
    if (hasChanges) messages.push(createMessage('tracked-changes', undefined))
    if (lostGlyphs > 0) {
      messages.push(createMessage('lost-glyphs', undefined, { values: { count: lostGlyphs, format: FORMAT } }))
    }
    return {
      ok: true,
      text,
      encoding: null,
      bom: false,
      invalid: null,
      map,
      messages,
      ...readProperties(parts.properties),
    }
  })
}
