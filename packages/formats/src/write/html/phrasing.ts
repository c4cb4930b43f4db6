import type { Phrasing } from '@speeches/core/schema'
import type { LeafHtml } from './leaves.ts'

/** Dates that `datetime` takes: a year, a month or a day. */
const DATETIME = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** Running text as HTML, on one line. Noise is not the speaker's and is left out. */
export function phrasingHtml(parts: readonly Phrasing[], leaf: LeafHtml): string {
  return parts.map((part) => partHtml(part, leaf)).join('')
}

function partHtml(part: Phrasing, leaf: LeafHtml): string {
  switch (part.type) {
    case 'noise':
      return ''
    case 'elision':
      return `<span class="elision">${leaf(part.value, part.position)}</span>`
    case 'citation':
      return `<cite>${phrasingHtml(part.children, leaf)}</cite>`
    case 'date':
      return part.iso && DATETIME.test(part.iso)
        ? `<time datetime="${part.iso}">${phrasingHtml(part.children, leaf)}</time>`
        : phrasingHtml(part.children, leaf)
    case 'quotation':
    case 'quantity':
    case 'name':
      return phrasingHtml(part.children, leaf)
    default:
      return leaf(part.value, part.position)
  }
}
