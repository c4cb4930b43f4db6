import { storeError } from '../database/errors.ts'
import type { SearchField } from '../store.ts'

/** Something to look for: the text as it must stand, blanks and marks included. */
export interface Term {
  text: string
  /** Only here. */
  field?: SearchField
}

/** A query as data: of each group of `all` at least one term stands in the passage, and none of `none`. */
export interface Query {
  all: readonly (readonly Term[])[]
  none?: readonly Term[]
}

/** How people call the fields, in folded letters. */
const FIELD_NAMES: Record<string, SearchField> = {
  salutation: 'salutation',
  称呼: 'salutation',
  稱呼: 'salutation',
  heading: 'heading',
  标题: 'heading',
  標題: 'heading',
  body: 'body',
  正文: 'body',
  citation: 'citation',
  引用: 'citation',
}

const QUOTES: Record<string, string> = { '"': '"', '“': '”', '「': '」', '＂': '＂' }

/**
 * A token of a query:
 *
 *     -heading:"城市 建設"
 *     ^ ^       ^
 *     | field   text, quoted
 *     without
 */
interface Token {
  text: string
  isQuoted: boolean
  isWithout: boolean
  field?: SearchField
}

/** As many terms as one query may have. */
const MOST_TERMS = 32
/** As long as one term may be, in code units. */
const LONGEST = 500

/**
 * Reads a query as people type it.
 *
 *     治理 河道             both words in one passage
 *     "治理 河道"           the phrase, blank included; “…” and 「…」 are quotation marks too
 *     治理 OR 整治 河道     one of the first two, and the third; `|` is OR as well
 *     治理 -河道            the first without the second
 *     heading:治理          in headings; salutation, body, citation; 標題 稱呼 正文 引用
 *
 * @throws {StoreError} code `query`, where nothing is left to look for
 */
export function parseQuery(typed: string): Query {
  const all: Term[][] = []
  const none: Term[] = []
  let isAlternative = false
  for (const token of tokensOf(typed)) {
    if (isOr(token)) {
      isAlternative = all.length > 0
      continue
    }
    const term: Term = token.field ? { text: token.text, field: token.field } : { text: token.text }
    if (token.isWithout) none.push(term)
    else if (isAlternative) all.at(-1)?.push(term)
    else all.push([term])
    isAlternative = false
  }
  return checkQuery({ all, none })
}

/** The query itself, where it can be looked for. */
export function checkQuery(query: Query): Query {
  const { all, none = [] } = query
  const terms = [...all.flat(), ...none]
  if (all.length === 0 || all.some((group) => group.length === 0)) {
    throw storeError('query', 'There is nothing to look for. Give at least one word that has to occur.')
  }
  if (terms.some(({ text }) => text === '')) throw storeError('query', 'A word of the query is empty. Leave it out.')
  if (terms.length > MOST_TERMS) {
    throw storeError('query', `The query has ${terms.length} words; ${MOST_TERMS} are the most. Look for fewer.`)
  }
  if (terms.some(({ text }) => text.length > LONGEST)) {
    throw storeError('query', `A word of the query is longer than ${LONGEST} characters. Look for a part of it.`)
  }
  return query
}

function isOr({ text, isQuoted, isWithout, field }: Token): boolean {
  return !isQuoted && !isWithout && !field && (text === 'OR' || text === '|')
}

function tokensOf(typed: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < typed.length) {
    if (isBlank(typed.charAt(at))) at++
    else at = readToken(typed, at, tokens)
  }
  return tokens
}

/** Reads the token that starts at `start`; the offset behind it. */
function readToken(typed: string, start: number, tokens: Token[]): number {
  let at = start
  const isWithout = /[-－]/.test(typed.charAt(at)) && at + 1 < typed.length && !isBlank(typed.charAt(at + 1))
  if (isWithout) at++
  const named = fieldAt(typed, at)
  if (named) at = named.end
  const { text, isQuoted, end } = readText(typed, at)
  if (text !== '') tokens.push({ text, isQuoted, isWithout, ...(named && { field: named.field }) })
  return end
}

/** `heading:` before something else, at an offset. */
function fieldAt(typed: string, at: number): { field: SearchField; end: number } | undefined {
  for (const [name, field] of Object.entries(FIELD_NAMES)) {
    const end = at + name.length + 1
    if (
      !typed
        .slice(at, end - 1)
        .toLowerCase()
        .startsWith(name) ||
      !/[:：]/.test(typed.charAt(end - 1))
    )
      continue
    if (end < typed.length && !isBlank(typed.charAt(end))) return { field, end }
  }
  return undefined
}

function readText(typed: string, start: number): { text: string; isQuoted: boolean; end: number } {
  const closer = QUOTES[typed.charAt(start)]
  const close = closer === undefined ? -1 : typed.indexOf(closer, start + 1)
  if (close !== -1) return { text: typed.slice(start + 1, close), isQuoted: true, end: close + 1 }
  let end = start
  while (end < typed.length && !isBlank(typed.charAt(end)) && !(end > start && opensQuotation(typed, end))) end++
  return { text: typed.slice(start, end), isQuoted: false, end }
}

function opensQuotation(typed: string, at: number): boolean {
  const closer = QUOTES[typed.charAt(at)]
  return closer !== undefined && typed.indexOf(closer, at + 1) !== -1
}

function isBlank(character: string): boolean {
  return /\s/.test(character)
}
