import type { Edit, Position } from '@speeches/core/schema'
import type { WriteOptions } from '../options.ts'
import { createRepairs, type Stretch } from '../repairs.ts'
import { escapeHtml } from './escape.ts'

/** Writes the value of a leaf on one line; leaves must come in the order of the source. */
export type LeafHtml = (value: string, position?: Position | undefined) => string

/** How leaves are written: as restored, or with what the options ask for. */
export function leafWriter(edits: readonly Edit[], options: WriteOptions = {}): LeafHtml {
  if (!options.edits && !options.ruby) return plainHtml
  const repairs = createRepairs(edits)
  return (value, position) => stretchesHtml(repairs.stretches(value, position), options)
}

function plainHtml(value: string): string {
  return escapeHtml(value.replace(/[\r\n]+/g, ''))
}

function stretchesHtml(stretches: readonly Stretch[], options: WriteOptions): string {
  let html = ''
  stretches.forEach((stretch, index) => {
    if (typeof stretch === 'string') {
      const next = stretches[index + 1]
      html += options.ruby && next !== undefined ? glossedHtml(stretch, readingOf(next)) : plainHtml(stretch)
      return
    }
    const isWritten = options.ruby && typeof stretches[index - 1] === 'string' && readingOf(stretch) !== undefined
    html += options.edits && !isWritten ? editHtml(stretch) : plainHtml(stretch.replacement)
  })
  return html
}

/**
 * The reading that a gloss gave to the character before it:
 *
 *     企業(yè)家
 *         ^^
 */
function readingOf(stretch: Stretch): string | undefined {
  if (typeof stretch === 'string' || stretch.rule !== 'gloss') return undefined
  return /[(（]([^()（）]+)[)）]$/.exec(stretch.original)?.[1]
}

/** Text whose last character has a reading. */
function glossedHtml(text: string, reading: string | undefined): string {
  const base = [...text.slice(-2)].at(-1)
  if (reading === undefined || !base) return plainHtml(text)
  const before = text.slice(0, text.length - base.length)
  return `${plainHtml(before)}<ruby>${plainHtml(base)}<rp>(</rp><rt>${escapeHtml(reading)}</rt><rp>)</rp></ruby>`
}

/** What the page said and what it says as restored; a line end shows as ↵. */
function editHtml({ rule, certainty, original, replacement }: Edit): string {
  const label = `title="${rule}, ${certainty}"`
  const deleted = `<del ${label}>${escapeHtml(original.replace(/\r\n|[\r\n]/g, '↵'))}</del>`
  return replacement === '' ? deleted : `${deleted}<ins ${label}>${plainHtml(replacement)}</ins>`
}
