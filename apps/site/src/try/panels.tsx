import type { Wordings } from '@speeches/parser/messages'
import { useCallback, useMemo, useState } from 'preact/hooks'
import type { Translate } from '../i18n/locale.ts'
import { EditCard } from './edit-card.tsx'
import type { Lists, RestoredPage, TreeRow } from './protocol.ts'
import { Row, type Selection, type View } from './row.tsx'
import { type Piece, piecesOf, type Rows, rowAt } from './rows.ts'
import { SideList } from './side-list.tsx'
import { VirtualList } from './virtual-list.tsx'

interface Props {
  t: Translate
  wordings: Wordings
  page: RestoredPage
  /** Null until the page is parsed. */
  lists: Lists | null
  rows: Rows
  view: View
  ruby: boolean
  shown: (piece: Piece) => string
  selection: Selection | null
  select: (selection: Selection | null) => void
}

const TABS = [
  ['page', 'tryPage'],
  ['tree', 'tryTree'],
  ['messages', 'tryMessages'],
  ['figures', 'tryFigures'],
  ['edits', 'tryEdits'],
] as const
type Tab = (typeof TABS)[number][0]

const NONE: Pick<Lists, 'tree' | 'messages' | 'figures'> = { tree: [], messages: [], figures: [] }

/** Where the page and a list do not fit beside each other; as in try.css. */
export const isNarrow = () => matchMedia('(max-width: 64rem)').matches

const SEVERITY = new Map([
  [true, 'error'],
  [false, 'warning'],
  [null, 'info'],
] as const)

/** The page and the lists beside it, one selection through all of them. */
export function Panels({ t, wordings, page, lists, rows, view, ruby, shown, selection, select }: Props) {
  const [tab, setTab] = useState<Tab>(isNarrow() ? 'page' : 'tree')
  const { source, edits } = page
  const { tree, messages, figures } = lists ?? NONE
  const empty = t(lists ? 'tryNothing' : 'tryParsing')
  const editCount = edits.starts.length

  const target = useMemo(() => (selection ? { row: rowAt(rows, selection.start) } : null), [selection, rows])
  const selectRange = (start: number, end: number) => select({ start, end, edit: -1 })
  const selectEdit = (edit: number) =>
    select({ start: edits.starts[edit] as number, end: edits.ends[edit] as number, edit })

  const estimate = useCallback(
    (row: number, width: number) => {
      const length = (rows.ends[row] as number) - (rows.starts[row] as number)
      const perLine = Math.max(8, Math.floor((view === 'both' ? width / 2 - 50 : width - 70) / 17))
      return Math.ceil(Math.max(1, length) / perLine) * 30 + 8
    },
    [rows, view],
  )

  function click(event: MouseEvent): void {
    if (!(event.target instanceof Element) || getSelection()?.type === 'Range') return
    const edit = event.target.closest<HTMLElement>('[data-edit]')
    if (edit) {
      selectEdit(Number(edit.dataset.edit))
      return
    }
    const text = event.target.closest<HTMLElement>('[data-start]')
    if (!text) return
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY)
    const at = Number(text.dataset.start) + (caret && text.contains(caret.offsetNode) ? caret.offset : 0)
    const node = tree[nodeAt(tree, at)]
    if (node) selectRange(node.start, node.end)
  }

  function stepTo(step: 1 | -1): void {
    if (editCount === 0) return
    const from = selection ? selection.start : -1
    let edit = 0
    while (edit < editCount && (edits.starts[edit] as number) <= from) edit++
    if (step === -1) {
      edit--
      while (edit > 0 && (edits.starts[edit] as number) >= from) edit--
    }
    selectEdit(Math.min(Math.max(edit, 0), editCount - 1))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'n') stepTo(1)
    if (event.key === 'p') stepTo(-1)
    if (event.key === 'Escape') select(null)
  }

  const currentNode = selection ? nodeAt(tree, selection.start, selection) : -1
  const currentMessage = closestTo(selection, messages, ({ place }) =>
    place ? { start: place.start.offset, end: place.end.offset } : undefined,
  )
  const currentFigure = closestTo(selection, figures, (figure) => figure)
  const identity = useMemo(() => ({}), [page, view, ruby, shown])

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend */}
      <div class="try-tabs" role="group" aria-label={t('tryView')}>
        {TABS.map(([name, key]) => (
          <button
            key={name}
            type="button"
            class={`tab tab-${name}`}
            aria-pressed={tab === name}
            onClick={() => setTab(name)}
          >
            {t(key)}
            {lists && name === 'messages' && ` ${messages.length}`}
            {lists && name === 'figures' && ` ${figures.length}`}
            {name === 'edits' && ` ${editCount}`}
          </button>
        ))}
        <span class="steps">
          <button type="button" onClick={() => stepTo(-1)} disabled={editCount === 0} aria-keyshortcuts="p">
            ← {t('tryPrevious')}
          </button>
          <button type="button" onClick={() => stepTo(1)} disabled={editCount === 0} aria-keyshortcuts="n">
            {t('tryNext')} →
          </button>
        </span>
      </div>
      <div class={`try-panels shows-${tab}`}>
        <div class="try-page">
          <VirtualList
            class="page-list"
            label={t('tryPage')}
            count={rows.count}
            identity={identity}
            estimate={estimate}
            target={target}
            onClick={click}
            onKeyDown={onKeyDown}
            render={(row) => (
              <Row
                pieces={piecesOf(source, rows, edits, row)}
                number={row + 1}
                view={view}
                ruby={ruby}
                edits={edits}
                selection={selection && touchesRow(rows, row, selection) ? selection : null}
                shown={shown}
              />
            )}
          />
          <EditCard t={t} page={page} selection={selection} />
        </div>
        <div class="try-side">
          {(tab === 'tree' || tab === 'page') && (
            <SideList
              label={t('tryTree')}
              count={tree.length}
              identity={tree}
              height={30}
              current={currentNode}
              empty={empty}
              select={(row) => selectRange((tree[row] as TreeRow).start, (tree[row] as TreeRow).end)}
              render={(row) => <TreeLine t={t} row={tree[row] as TreeRow} />}
            />
          )}
          {tab === 'messages' && (
            <SideList
              label={t('tryMessages')}
              count={messages.length}
              identity={messages}
              height={76}
              current={currentMessage}
              empty={empty}
              select={(row) => {
                const place = messages[row]?.place
                if (place) selectRange(place.start.offset, place.end.offset)
              }}
              render={(row) => {
                const { reason, ruleId, note, fatal, place } = messages[row] as Lists['messages'][number]
                const severity = SEVERITY.get(fatal) ?? 'info'
                return (
                  <>
                    <span class={`severity ${severity}`}>{t(`severity${severity}`)}</span> {reason}
                    <span class="soft small block">
                      {place && t('tryLine', { line: place.start.line, column: place.start.column })}{' '}
                      {wordings[ruleId]?.name ?? ruleId}
                    </span>
                    {note && <span class="soft small block">{note}</span>}
                  </>
                )
              }}
            />
          )}
          {tab === 'figures' && (
            <SideList
              label={t('tryFigures')}
              count={figures.length}
              identity={figures}
              height={52}
              current={currentFigure}
              empty={empty}
              select={(row) => selectRange(figures[row]?.start ?? 0, figures[row]?.end ?? 0)}
              render={(row) => {
                const { text, number, unit, measure, change } = figures[row] as Lists['figures'][number]
                return (
                  <>
                    {text}
                    <span class="soft small block">
                      {measure} {number.toLocaleString('en')} {unit}{' '}
                      {change !== null && `(${change > 0 ? '+' : ''}${change})`}
                    </span>
                  </>
                )
              }}
            />
          )}
          {tab === 'edits' && (
            <SideList
              label={t('tryEdits')}
              count={editCount}
              identity={edits}
              height={52}
              current={selection?.edit ?? -1}
              empty={empty}
              select={selectEdit}
              render={(row) => (
                <>
                  <del>{source.slice(edits.starts[row], edits.ends[row]).replace(/\n/g, '⏎')}</del>{' '}
                  <ins>{edits.replacements[row]}</ins>
                  <span class="soft small block">
                    {t(`rule${edits.rules[row] ?? 'gloss'}`)} · {t(`certainty${edits.certainties[row] ?? 'certain'}`)}
                  </span>
                </>
              )}
            />
          )}
        </div>
      </div>
    </>
  )
}

function TreeLine({ t, row: { depth, type, kind, label } }: { t: Translate; row: TreeRow }) {
  return (
    <span class={`tree-line depth-${Math.min(depth, 9)}`} title={kind ? `${type}, ${kind}` : type}>
      <span class="node">
        {t(`node${type}`)}
        {kind && ` · ${t(`kind${kind}`)}`}
      </span>{' '}
      {label}
    </span>
  )
}

function touchesRow(rows: Rows, row: number, { start, end }: Selection): boolean {
  return start <= (rows.ends[row] as number) && Math.max(end, start + 1) > (rows.starts[row] as number)
}

/** What touches a selection and is most like it, as an index; -1 where nothing touches it. */
function closestTo<One>(
  selection: Selection | null,
  all: readonly One[],
  placeOf: (one: One) => { start: number; end: number } | undefined,
): number {
  if (!selection) return -1
  let closest = -1
  let least = Number.POSITIVE_INFINITY
  for (const [index, one] of all.entries()) {
    const place = placeOf(one)
    if (!place || place.start >= Math.max(selection.end, selection.start + 1) || place.end <= selection.start) continue
    const distance = Math.abs(place.start - selection.start) + Math.abs(place.end - selection.end)
    if (distance >= least) continue
    closest = index
    least = distance
  }
  return closest
}

/** The deepest row of the tree that holds an offset, or all of a stretch. */
function nodeAt(tree: readonly TreeRow[], offset: number, stretch?: { start: number; end: number }): number {
  const end = stretch?.end ?? offset
  let found = -1
  for (let row = 0; row < tree.length; row++) {
    const node = tree[row] as TreeRow
    if (node.start > offset) break
    if (node.start <= offset && node.end >= end && node.end > node.start) found = row
  }
  return found
}
