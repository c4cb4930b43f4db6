import type { Edit } from '@speeches/parser'
import type { Translate } from '../i18n/locale.ts'

/** An edit in words: what became what, by which rule, how sure, and why. */
export function explain({ rule, original, replacement, certainty, evidence }: Edit, t: Translate): string {
  const was = visible(original)
  const what =
    replacement === '' ? t('editRemoved', { original: was }) : t('editBecame', { original: was, replacement })
  const readings = evidence ? ` ${t('editReadings', { readings: evidence.readings })}` : ''
  return `${t(`rule${rule}`)}：${what}（${t(`certainty${certainty}`)}）${t(`why${rule}`)}${readings}`
}

/** Line ends as a sign. */
export function visible(text: string): string {
  return text.replace(/\r?\n/g, '⏎')
}
