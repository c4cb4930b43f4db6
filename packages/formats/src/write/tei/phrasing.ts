import type { DateNode, Phrasing, Quantity } from '@speeches/core/schema'
import type { Repairs } from '../repairs.ts'
import { element } from '../xml.ts'
import { leafXml } from './repairs.ts'

const NAMES = { person: 'persName', place: 'placeName', organization: 'orgName' } as const

/** Running text as TEI. Noise is not the speaker's and is left out. */
export function phrasingXml(parts: readonly Phrasing[], repairs: Repairs): string {
  return parts.map((part) => partXml(part, repairs)).join('')
}

function partXml(part: Phrasing, repairs: Repairs): string {
  const inside = (children: readonly Phrasing[]) => phrasingXml(children, repairs)
  switch (part.type) {
    case 'noise':
      return ''
    case 'text':
      return leafXml(repairs, part.value, part.position)
    case 'marker':
      return element('seg', { type: 'marker' }, leafXml(repairs, part.value, part.position))
    case 'enumerator':
      return element(
        'seg',
        { type: 'enumerator', n: String(part.ordinal) },
        leafXml(repairs, part.value, part.position),
      )
    case 'elision': {
      const desc = element('desc', { type: part.kind }, leafXml(repairs, part.value, part.position))
      return element('gap', { reason: 'elided' }, desc)
    }
    case 'citation':
      return element('title', {}, inside(part.children))
    case 'quotation':
      return element('q', {}, inside(part.children))
    case 'date':
      return element('date', { when: whenOf(part) }, inside(part.children))
    case 'quantity':
      return element('measure', measureOf(part), inside(part.children))
    case 'name':
      return element(NAMES[part.kind], {}, inside(part.children))
  }
}

/** A date for `when`: one that is in the calendar. */
function whenOf({ iso }: DateNode): string | undefined {
  if (iso === undefined || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(iso) || iso.startsWith('0000')) return undefined
  const date = new Date(iso)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

function measureOf({ number, unit }: Quantity): Record<string, string | undefined> {
  return {
    quantity: Number.isFinite(number) ? String(number) : undefined,
    unit: /^[^\p{C}\p{Z}]+$/u.test(unit) ? unit : undefined,
  }
}
