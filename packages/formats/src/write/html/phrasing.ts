import type { Phrasing } from '@speeches/core/schema'
import { escapeHtml } from './escape.ts'

/** Dates that `datetime` takes: a year, a month or a day. */
const DATETIME = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** Running text as HTML, on one line. Noise is not the speaker's and is left out. */
export function phrasingHtml(parts: readonly Phrasing[]): string {
  return parts.map(partHtml).join('')
}

function partHtml(part: Phrasing): string {
  switch (part.type) {
    case 'noise':
      return ''
    case 'elision':
      return `<span class="elision">${valueHtml(part.value)}</span>`
    case 'citation':
      return `<cite>${phrasingHtml(part.children)}</cite>`
    case 'date':
      return part.iso && DATETIME.test(part.iso)
        ? `<time datetime="${part.iso}">${phrasingHtml(part.children)}</time>`
        : phrasingHtml(part.children)
    case 'quotation':
    case 'quantity':
    case 'name':
      return phrasingHtml(part.children)
    default:
      return valueHtml(part.value)
  }
}

function valueHtml(value: string): string {
  return escapeHtml(value.replace(/[\r\n]+/g, ''))
}
