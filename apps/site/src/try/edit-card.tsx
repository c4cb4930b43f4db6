import type { Translate } from '../i18n/locale.ts'
import type { RestoredPage } from './protocol.ts'
import type { Selection } from './row.tsx'

interface Props {
  t: Translate
  page: RestoredPage
  selection: Selection | null
}

/** What was changed at the selected place, and why; read out when it changes. */
export function EditCard({ t, page: { source, edits }, selection }: Props) {
  const edit = selection?.edit ?? -1
  const rule = edits.rules[edit]
  const certainty = edits.certainties[edit]
  return (
    <div class="edit-card" aria-live="polite">
      {rule && certainty && (
        <>
          <strong>{t(`rule${rule}`)}</strong>
          <span class={`certainty ${certainty}`}>{t(`certainty${certainty}`)}</span>
          <span>{saying()}</span>
          <span class="soft">
            {t(`why${rule}`)}
            {(edits.readings[edit] ?? 0) > 0 && ` ${t('editReadings', { readings: edits.readings[edit] ?? 0 })}`}
          </span>
        </>
      )}
    </div>
  )

  function saying(): string {
    const original = source.slice(edits.starts[edit], edits.ends[edit]).replace(/\n/g, '⏎')
    const replacement = edits.replacements[edit] ?? ''
    return replacement === '' ? t('editRemoved', { original }) : t('editBecame', { original, replacement })
  }
}
