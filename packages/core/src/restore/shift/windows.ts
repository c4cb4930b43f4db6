import type { Finding } from '../../messages/finding.ts'
import { isHan } from '../gloss/find.ts'
import { type GlossForm, pinyinEnd } from '../gloss/form.ts'
import { TONED_VOWELS } from '../gloss/syllable.ts'

/** The part of a line that is looked at to restore a run. UTF-16 offsets. */
export interface Window {
  /** Where a token starts, some way in front of the run. */
  start: number
  /** The loss that opens the run. */
  at: number
  end: number
}

/** How far a run is looked at behind its first loss. */
const REACH = 400
/** How much text in front of a run the language model reads. */
const CONTEXT = 40
/** How far in front of that a quotation may have been opened, and how far behind a run it may be closed. */
const QUOTED = 300

/** The marks whose codes cut a text, as the page shows them. */
const GHOSTS = ',;!?、。'

/** Whether a text can hold losses at all: a `?` stands before what could be the rest of a gloss, or a ghost mark. */
export function mayHoldLosses(text: string): boolean {
  return /\?[,;!?、。(a-z\u00e0-\u0261 ]/.test(text)
}

/** Where the next loss stands that can open a run: a `?` before the rest of a gloss or before a ghost mark; -1 if none. */
export function nextLoss(text: string, from: number, form: GlossForm): number {
  const rest = form.before.slice(1)
  for (let at = text.indexOf('?', from); at !== -1; at = text.indexOf('?', at + 1)) {
    const next = text.charAt(at + 1)
    if (next !== '' && GHOSTS.includes(next)) return at
    if (text.startsWith(rest, at + 1) && pinyinEnd(text, at + 1 + rest.length, text.length, form) !== -1) return at
  }
  return -1
}

/**
 * The rests of glosses behind a lost byte, on a page that shows too few glosses to learn its site's from: they are
 * damage, and nothing tells what stood there.
 *
 *     變?yōu)榻
 *      ^^^^^
 */
export function brokenGlosses(text: string): Finding[] {
  const findings: Finding[] = []
  for (let at = text.indexOf('?'); at !== -1; at = text.indexOf('?', at + 1)) {
    const close = pinyinEnd(text, at + 1, text.length)
    if (close === -1 || !isHan(text.charCodeAt(at - 1)) || !isToned(text, at + 1, close)) continue
    findings.push({ id: 'restoration-left-undone', start: at, end: close + 1 })
  }
  return findings
}

function isToned(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (TONED_VOWELS.includes(text.charAt(at))) return true
  return false
}

/** Where the row of `?` that starts at `at` is over. */
export function rowEnd(text: string, at: number): number {
  let end = at
  while (text.charCodeAt(end) === 0x3f) end++
  return end
}

/** The window of the loss at `at`, which holds nothing before `done`. */
export function windowAt(text: string, at: number, done: number): Window {
  const lineStart = Math.max(done, startOfLine(text, at, CONTEXT))
  const newline = text.slice(at, at + REACH).search(/[\r\n]/)
  const end = newline === -1 ? Math.min(text.length, at + REACH) : at + newline
  return { start: tokenStart(text, lineStart, at), at, end }
}

/** Where the line of `at` starts, or a place in it that lies in front of any quotation which holds `at`. */
export function quotingStart(text: string, at: number): number {
  return startOfLine(text, at, QUOTED)
}

/** Where the line of `at` ends, or a place in it that lies behind any quotation which holds `at`. */
export function quotingEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && end - at < QUOTED && !isLineEnd(text.charCodeAt(end))) end++
  return end
}

/** Whether a line starts at an offset. */
export function startsLine(text: string, at: number): boolean {
  return at === 0 || isLineEnd(text.charCodeAt(at - 1))
}

/** The start of the line that holds `at`, or a place up to `reach` in front of it. */
function startOfLine(text: string, at: number, reach: number): number {
  let start = at
  while (start > 0 && at - start < reach && !isLineEnd(text.charCodeAt(start - 1))) start--
  return start
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13
}

/** The first place from `from` on, before `at`, that does not lie inside a gloss. */
function tokenStart(text: string, from: number, at: number): number {
  const close = text.slice(from, at).indexOf(')')
  if (close === -1) return from
  const open = text.slice(from, at).indexOf('(')
  return open === -1 || close < open ? from + close + 1 : from
}
