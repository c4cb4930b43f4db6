import { useEffect, useRef, useState } from 'preact/hooks'
import type { Translate } from '../i18n/locale.ts'

interface Props {
  t: Translate
  open: (page: string | File) => void
}

const EXAMPLES = [
  ['tree-planting', 'tryExampleTrees'],
  ['flood-season', 'tryExampleFlood'],
  ['reading-campaign', 'tryExampleReading'],
] as const

/** Where a page comes in: pasted anywhere, typed, opened as a file, or an example. */
export function Start({ t, open }: Props) {
  const [text, setText] = useState('')
  const file = useRef<HTMLInputElement>(null)

  useEffect(() => {
    function paste(event: ClipboardEvent): void {
      const pasted = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() !== '' || pasted.trim() === '') return
      event.preventDefault()
      open(pasted)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [text, open])

  async function openExample(name: string): Promise<void> {
    const response = await fetch(`/examples/${name}.txt`)
    if (response.ok) open(await response.text())
  }

  return (
    <form
      class="try-start"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') open(text)
      }}
    >
      <label for="try-text">{t('tryPaste')}</label>
      <textarea
        id="try-text"
        rows={12}
        value={text}
        placeholder={t('tryPlaceholder')}
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="try-actions">
        <button type="submit" class="first" disabled={text.trim() === ''}>
          {t('navTry')}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {t('tryFile')}
        </button>
        <input
          ref={file}
          type="file"
          id="try-file"
          class="hidden"
          tabIndex={-1}
          aria-label={t('tryFile')}
          accept=".txt,.html,.htm,.md,.docx,.doc,.pdf"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0]
            if (chosen) open(chosen)
          }}
        />
        <span class="soft">{t('tryExamples')}</span>
        {EXAMPLES.map(([name, key]) => (
          <button key={name} type="button" data-example={name} onClick={() => openExample(name)}>
            {t(key)}
          </button>
        ))}
      </div>
    </form>
  )
}
