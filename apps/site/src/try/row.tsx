import type { ComponentChildren } from 'preact'
import type { Edits } from './protocol.ts'
import type { Piece } from './rows.ts'

export type View = 'both' | 'restored' | 'original' | 'difference'

/** A stretch of the source that is selected in all views. */
export interface Selection {
  start: number
  end: number
  /** The edit that was meant; -1 where it was none. */
  edit: number
}

interface Props {
  pieces: Piece[]
  number: number
  view: View
  ruby: boolean
  edits: Edits
  selection: Selection | null
  /** Restored text as it is shown: in another script, when one is chosen. */
  shown: (piece: Piece) => string
}

/** One line of the page: as it was, as it is now, or both. */
export function Row({ pieces, number, view, ...how }: Props) {
  return (
    <div class={`row row-${view}`}>
      <span class="row-number" aria-hidden="true">
        {number}
      </span>
      {(view === 'both' || view === 'original') && <p class="cell was-cell">{pieces.map((p) => original(p, how))}</p>}
      {(view === 'both' || view === 'restored') && <p class="cell now-cell">{restored(pieces, how)}</p>}
      {view === 'difference' && <p class="cell">{pieces.map((p) => difference(p, how))}</p>}
    </div>
  )
}

type How = Omit<Props, 'pieces' | 'number' | 'view'>

function original(piece: Piece, { edits, selection }: How): ComponentChildren {
  if (piece.edit === -1) return plain(piece, piece.original, selection)
  return (
    <span data-edit={piece.edit} class={`was ${classOf(piece, edits, selection)}`}>
      {visible(piece.original)}
    </span>
  )
}

/** The restored line. A repair that left nothing is shown on the character before it. */
function restored(pieces: Piece[], how: How): ComponentChildren[] {
  const cells: ComponentChildren[] = []
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] as Piece
    const next = pieces[index + 1]
    const text = how.shown(piece)
    if (piece.edit !== -1) {
      if (text !== '' || index === 0) cells.push(now(piece, text, how))
      continue
    }
    if (next === undefined || next.edit === -1 || how.shown(next) !== '') {
      cells.push(plain(piece, text, how.selection))
      continue
    }
    const cut = lastCharacter(text)
    const before = { ...piece, end: piece.end - (text.length - cut) }
    cells.push(plain(before, text.slice(0, cut), how.selection))
    cells.push(now(next, text.slice(cut), how))
  }
  return cells
}

function now(piece: Piece, text: string, { edits, selection, ruby }: How): ComponentChildren {
  const reading =
    ruby && edits.rules[piece.edit] === 'gloss' ? /[a-zü\u00c0-\u024f]+/i.exec(piece.original)?.[0] : undefined
  return (
    <span data-edit={piece.edit} class={`now ${classOf(piece, edits, selection)}`}>
      {reading ? (
        <ruby>
          {text}
          <rp>(</rp>
          <rt>{reading}</rt>
          <rp>)</rp>
        </ruby>
      ) : (
        text
      )}
    </span>
  )
}

function difference(piece: Piece, how: How): ComponentChildren {
  if (piece.edit === -1) return plain(piece, piece.original, how.selection)
  return (
    <span data-edit={piece.edit} class={classOf(piece, how.edits, how.selection)}>
      <del>{visible(piece.original)}</del>
      {piece.restored !== '' && <ins>{how.shown(piece)}</ins>}
    </span>
  )
}

/** Unchanged text, cut where the selection starts and ends. Its offsets are the source's. */
function plain(piece: Piece, text: string, selection: Selection | null): ComponentChildren {
  const { start } = piece
  const from = selection ? Math.min(Math.max(selection.start - start, 0), text.length) : 0
  const to = selection ? Math.min(Math.max(selection.end - start, 0), text.length) : 0
  if (from >= to) return <span data-start={start}>{text}</span>
  return [
    from > 0 && <span data-start={start}>{text.slice(0, from)}</span>,
    <span key="selected" data-start={start + from} class="selected">
      {text.slice(from, to)}
    </span>,
    to < text.length && <span data-start={start + to}>{text.slice(to)}</span>,
  ]
}

function classOf({ edit, start, end }: Piece, { rules, certainties }: Edits, selection: Selection | null): string {
  const isChosen = selection?.edit === edit
  const isInside = selection !== null && selection.edit === -1 && selection.start < end && selection.end > start
  return `edit ${rules[edit]} ${certainties[edit]}${isChosen ? ' chosen' : ''}${isInside ? ' selected' : ''}`
}

/** Line ends and characters without a shape get one. */
function visible(text: string): string {
  return text.replace(/\r?\n/g, '⏎').replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '·')
}

/** Where the last character of a text starts. */
function lastCharacter(text: string): number {
  const code = text.charCodeAt(text.length - 1)
  return text.length - (code >= 0xdc00 && code <= 0xdfff && text.length > 1 ? 2 : 1)
}
