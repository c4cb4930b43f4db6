import { useState } from 'preact/hooks'
import type { Translate } from '../i18n/locale.ts'
import { LONGEST_FRAGMENT, toFragment } from './fragment.ts'

interface Props {
  t: Translate
  source: string
  formats: readonly { name: string; description: string }[]
  download: (format: string) => void
}

/** Taking the page along: as a file, or as a link. */
export function Share({ t, source, formats, download }: Props) {
  const [format, setFormat] = useState('markdown')
  const [said, say] = useState('')

  async function copyLink(): Promise<void> {
    const fragment = await toFragment(source)
    if (fragment.length > LONGEST_FRAGMENT) {
      const kilobytes = (length: number) => Math.ceil(length / 1000)
      return say(t('tryLinkLong', { size: kilobytes(fragment.length), limit: kilobytes(LONGEST_FRAGMENT) }))
    }
    history.replaceState(null, '', `#${fragment}`)
    try {
      await navigator.clipboard.writeText(location.href)
      say(t('tryLinkCopied'))
    } catch {
      say(t('tryLinkShown') + location.href)
    }
  }

  return (
    <div class="try-share">
      <label>
        <span class="hidden">{t('tryFormat')}</span>
        <select value={format} onChange={(event) => setFormat(event.currentTarget.value)}>
          {formats.map(({ name, description }) => (
            <option key={name} value={name} title={description}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => download(format)}>
        {t('tryDownload')}
      </button>
      <button type="button" onClick={copyLink}>
        {t('tryLink')}
      </button>
      <output class="soft small">{said}</output>
    </div>
  )
}
