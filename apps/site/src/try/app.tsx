import type { Wordings } from '@speeches/parser/messages'
import { toConvertedOffset } from '@speeches/parser/script'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Translate } from '../i18n/locale.ts'
import { Controls, type ShownScript } from './controls.tsx'
import { fromFragment } from './fragment.ts'
import { isNarrow, Panels } from './panels.tsx'
import { Cancelled, createParserThread } from './parser-thread.ts'
import type { Answer, Choices, Lists, News, RestoredPage, Stage } from './protocol.ts'
import type { Selection, View } from './row.tsx'
import { type Piece, rowsOf } from './rows.ts'
import { Share } from './share.tsx'
import { Start } from './start.tsx'

type Converted = Extract<Answer, { kind: 'converted' }>

/** What stands beside a page whose parsing was cancelled. */
const NOTHING: Lists = { tree: [], messages: [], figures: [], speeches: 0, time: 0 }

const STAGES = { reading: 'tryReading', parsing: 'tryParsing', converting: 'tryConverting' } as const

interface Props {
  t: Translate
  /** How messages are worded in the language of the page. */
  wordings: Wordings
  /** What a page can be downloaded as. */
  formats: readonly { name: string; description: string }[]
}

/** The page `/try`: a page goes in, and what the parser makes of it is shown. */
export function App({ t, wordings, formats }: Props) {
  const thread = useMemo(() => createParserThread(wordings), [])
  const [page, setPage] = useState<RestoredPage | null>(null)
  const [lists, setLists] = useState<Lists | null>(null)
  const [stage, setStage] = useState<Stage | null>(null)
  const [said, say] = useState('')
  const [view, setView] = useState<View>(isNarrow() ? 'restored' : 'both')
  const [script, setScript] = useState<ShownScript>('source')
  const [converted, setConverted] = useState<Converted | null>(null)
  const [ruby, setRuby] = useState(false)
  const [choices, setChoices] = useState<Choices>({ without: [], unsure: false, lexicon: false })
  const [selection, setSelection] = useState<Selection | null>(null)
  const [isOver, setOver] = useState(false)

  const rows = useMemo(() => page && rowsOf(page.source, page.edits), [page])

  async function work(task: () => Promise<void>): Promise<void> {
    try {
      await task()
    } catch (error) {
      setLists((there) => there ?? NOTHING)
      say(error instanceof Cancelled ? t('tryCancelled') : t('tryFailed', { reason: (error as Error).message }))
    } finally {
      setStage(null)
    }
  }

  const open = useCallback((opened: string | File, using: Choices) => {
    setStage(typeof opened === 'string' ? 'parsing' : 'reading')
    say('')
    return work(async () => {
      const input =
        typeof opened === 'string' ? opened : { bytes: new Uint8Array(await opened.arrayBuffer()), name: opened.name }
      let edits = 0
      const answer = await thread.ask({ kind: 'open', page: input, choices: using }, 'opened', (news) => {
        if (news.kind === 'stage') return setStage(news.stage)
        edits = news.page.edits.starts.length
        setConverted(null)
        setScript('source')
        setSelection(null)
        setLists(null)
        setPage(news.page)
      })
      setLists(answer.lists)
      const { speeches, messages, time } = answer.lists
      say(t('tryDone', { speeches, edits, messages: messages.length, time }))
    })
  }, [])

  useEffect(() => {
    fromFragment(location.hash).then((text) => {
      if (text) open(text, choices)
    })
  }, [])

  function onNews(news: News): void {
    if (news.kind === 'stage') setStage(news.stage)
  }

  function choose(next: Choices): void {
    setChoices(next)
    if (page) open(page.source, next)
  }

  function showScript(next: ShownScript): void {
    setScript(next)
    setConverted(null)
    if (next === 'source' || !rows) return
    setStage('converting')
    work(async () => {
      setConverted(await thread.ask({ kind: 'convert', text: rows.restored, to: next }, 'converted', onNews))
    })
  }

  function download(format: string): void {
    work(async () => {
      const other = script === 'source' ? null : script
      const { content, name, mediaType } = await thread.ask({ kind: 'write', format, script: other, ruby }, 'written')
      save(new Blob([content], { type: mediaType }), name)
    })
  }

  const shown = useCallback(
    ({ restored, at }: Piece) => {
      if (!converted) return restored
      return converted.text.slice(toConvertedOffset(converted, at), toConvertedOffset(converted, at + restored.length))
    },
    [converted],
  )

  /** A page may be dropped anywhere: beside a target, the browser would leave for it. */
  useEffect(() => {
    const dropping = {
      dragover: (event: DragEvent) => {
        event.preventDefault()
        setOver(true)
      },
      dragleave: (event: DragEvent) => event.relatedTarget === null && setOver(false),
      drop: (event: DragEvent) => {
        event.preventDefault()
        setOver(false)
        const dropped = event.dataTransfer?.files[0] ?? event.dataTransfer?.getData('text/plain')
        if (dropped) open(dropped, choices)
      },
    }
    const all = Object.entries(dropping) as [keyof typeof dropping, (event: DragEvent) => void][]
    for (const [name, listener] of all) document.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of all) document.removeEventListener(name, listener)
    }
  }, [open, choices])

  const openChosen = useCallback((opened: string | File) => open(opened, choices), [open, choices])

  return (
    <div class={`try ${isOver ? 'is-over' : ''}`}>
      {!page && <Start t={t} open={openChosen} />}
      <div class="try-status">
        <output>{isOver ? t('tryDrop') : stage ? t(STAGES[stage]) : said}</output>
        {stage && (
          <>
            <progress aria-label={t(STAGES[stage])} />
            <button type="button" onClick={thread.cancel}>
              {t('tryCancel')}
            </button>
          </>
        )}
        {page && !stage && (
          <button
            type="button"
            onClick={() => {
              setPage(null)
              say('')
              history.replaceState(null, '', location.pathname)
            }}
          >
            {t('tryNew')}
          </button>
        )}
        {page && <Share t={t} source={page.source} formats={formats} download={download} />}
      </div>
      {page && rows && (
        <>
          <Controls
            t={t}
            view={view}
            setView={setView}
            script={script}
            setScript={showScript}
            ruby={ruby}
            setRuby={setRuby}
            choices={choices}
            setChoices={choose}
          />
          <Panels
            t={t}
            wordings={wordings}
            page={page}
            lists={lists}
            rows={rows}
            view={view}
            ruby={ruby}
            shown={shown}
            selection={selection}
            select={setSelection}
          />
        </>
      )}
    </div>
  )
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
