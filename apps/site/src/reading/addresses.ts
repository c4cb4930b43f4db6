import type { PassageKind } from '@speeches/store'
import { addressIn, type Locale } from '../i18n/locale.ts'

/** The kinds of passage that bear their id on the page of their speech, and can be cited. */
const NAMED: ReadonlySet<PassageKind> = new Set(['paragraph', 'listItem', 'closing'])

export function isNamed(kind: PassageKind): boolean {
  return NAMED.has(kind)
}

/** Where a passage is read: at its place in its speech where it bears its id there; else by itself. */
export function placeOf(
  locale: Locale,
  document: string,
  speech: string | undefined,
  { id, kind }: { id: string; kind: PassageKind },
): string {
  if (!speech || !isNamed(kind)) return addressIn(locale, `/p/${id}?d=${document}`)
  return `${addressIn(locale, `/s/${speech}?d=${document}&p=${id}`)}#${id}`
}
