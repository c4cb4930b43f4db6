import type { Wordings } from '@speeches/parser/messages'
import type { DocumentFilter } from '@speeches/store'
import type { Translate } from '../i18n/locale.ts'
import { nameOf } from '../i18n/messages.ts'

const SCRIPTS = ['traditional', 'simplified', 'mixed', 'none'] as const

/** Which documents an address asks for, and how to say so; parameters that make no sense are left out. */
export function filterFrom(
  parameters: URLSearchParams,
  t: Translate,
  wordings: Wordings,
): { filter: DocumentFilter; label: string } {
  const filter: DocumentFilter = {}
  const labels: string[] = []
  const year = parameters.get('year')
  if (year && /^\d{4}$/.test(year)) {
    filter.published = { from: year, to: year }
    labels.push(year)
  }
  const rule = parameters.get('rule')
  if (rule && /^[a-z-]{1,60}$/.test(rule)) {
    filter.rule = rule
    labels.push(nameOf(wordings, rule))
  }
  const publication = parameters.get('publication')
  if (publication) {
    filter.publication = publication
    labels.push(publication)
  }
  const script = SCRIPTS.find((name) => name === parameters.get('script-of'))
  if (script) {
    filter.script = script
    labels.push(t(`script${script}`))
  }
  const [, min, max] = /^(\d{1,5})-(\d{0,5})$/.exec(parameters.get('speeches') ?? '') ?? []
  if (min) {
    filter.speeches = { min: Number(min), ...(max && { max: Number(max) }) }
    labels.push(t('speechCount', { count: max && max !== min ? `${min}–${max}` : max ? min : `${min}+` }))
  }
  return { filter, label: labels.join(' · ') }
}
