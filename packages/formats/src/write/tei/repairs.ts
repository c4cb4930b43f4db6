import type { Certainty, Edit, Position } from '@speeches/core/schema'
import type { Repairs } from '../repairs.ts'
import { element, escapeXml } from '../xml.ts'

/** TEI's words for how sure a repair is. */
const CERT: Readonly<Record<Certainty, string>> = { certain: 'high', likely: 'medium', unsure: 'low' }

/** Who made the repairs: an id in the header. */
export const REPAIRER = 'speeches'

/** A repair as TEI: what the source said, and what it says as restored, with certainty and responsibility. */
export function choiceXml({ rule, original, replacement, certainty }: Edit, place?: string): string {
  const sic = element('sic', {}, escapeXml(original))
  const attributes = { cert: CERT[certainty], resp: `#${REPAIRER}`, type: rule }
  return element('choice', { n: place }, sic + element('corr', attributes, textXml(replacement)))
}

/** The value of a leaf, with a choice for each repair in it. */
export function leafXml(repairs: Repairs, value: string, position: Position | undefined): string {
  return repairs
    .stretches(value, position)
    .map((stretch) => (typeof stretch === 'string' ? textXml(stretch) : choiceXml(stretch)))
    .join('')
}

/** Text on one line. */
function textXml(text: string): string {
  return escapeXml(text.replace(/[\r\n]+/g, ''))
}
