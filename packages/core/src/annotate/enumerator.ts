import { parseNumeral } from '../parse/numeral.ts'
import type { Annotator, Span } from './span.ts'
import { SECOND } from './traits.ts'

/** The words that count in running text, in series of at least two: 一是…二是…; 首先…其次…最後…; ①…②…. */
export const enumerator: Annotator = { needs: SECOND, find: ({ folded }) => findEnumerators(folded) }

/** No series is without one of these. */
const MAY_COUNT = /二[是要来则]|其[次二]|第二|一方面|②|⑵|\([2二]\)|最后/

const NUMERAL = '[一二三四五六七八九十]{1,3}'
/** Where a clause can begin: at the start, behind a mark, behind an opening bracket. */
const CLAUSE = '(?<=^|[,。;:!?、…“‘(（)”’\\s—])'
const COUNTERS = '(?:点|条|步|件事|句话|个方面|方面|个)'

/** The families of counting words; a series keeps to one. `words` are numbered as they stand. */
const FAMILIES = [
  { name: 'is', pattern: `${CLAUSE}(?:${NUMERAL})是(?!一[,、二])` },
  { name: 'must', pattern: `${CLAUSE}(?:${NUMERAL})要` },
  { name: 'comes', pattern: `${CLAUSE}(?:${NUMERAL})来(?=[,是可能])` },
  { name: 'then', pattern: `${CLAUSE}(?:${NUMERAL})则` },
  { name: 'of-these', pattern: `${CLAUSE}其(?:${NUMERAL})(?=[,是、:])` },
  {
    name: 'ordinal',
    pattern: `${CLAUSE}(?:第(?:${NUMERAL})${COUNTERS}?(?=[,、:是要就 ])|首先|其次|再次|再者|最后(?![一的几])|然后(?=,))`,
  },
  { name: 'side', pattern: `${CLAUSE}(?:另一方面|另外一方面|又一方面|一方面)` },
  { name: 'circled', pattern: '[①-⑳]' },
  { name: 'paren-circled', pattern: '[⑴-⒇]' },
  { name: 'paren', pattern: `(?<![第款条])\\((?:\\d{1,2}|${NUMERAL})\\)` },
] as const

const WORDS = new RegExp(FAMILIES.map(({ pattern }) => `(${pattern})`).join('|'), 'g')

/** Words that say their place in a series without a numeral; `last` and `next` follow what came before. */
const PLACES: Record<string, number | 'next'> = {
  首先: 1,
  其次: 'next',
  再次: 'next',
  再者: 'next',
  然后: 'next',
  最后: 'next',
  另一方面: 'next',
  另外一方面: 'next',
  又一方面: 'next',
}

function findEnumerators(folded: string): Span[] {
  if (!MAY_COUNT.test(folded)) return []
  const found: Span[] = []
  const series = FAMILIES.map((): Series => ({ last: 0, members: [] }))
  for (const match of folded.matchAll(WORDS)) {
    const family = match.findIndex((group, i) => i > 0 && group !== undefined) - 1
    const current = series[family] as Series
    const ordinal = ordinalOf(match[0], current)
    if (ordinal === undefined) continue
    if (ordinal <= current.last) finish(current, found)
    current.last = ordinal
    const end = match.index + match[0].length
    current.members.push({ start: match.index, end, annotation: { type: 'enumerator', ordinal } })
  }
  for (const current of series) finish(current, found)
  return found.sort((a, b) => a.start - b.start)
}

interface Series {
  /** The number of its last member; 0 before the first. */
  last: number
  members: Span[]
}

/** Ends a series: it stands when it counts from one, or goes on counting, at least to two. */
function finish(series: Series, found: Span[]): void {
  if (series.members.length > 1) found.push(...series.members)
  series.last = 0
  series.members = []
}

/** The place of a word in the series it would go on with; undefined where there is none to go on with. */
function ordinalOf(word: string, { last }: Series): number | undefined {
  if (word === '一方面') return last === 1 ? 2 : 1
  const place = PLACES[word]
  if (place === 'next') return last === 0 ? undefined : last + 1
  if (place !== undefined) return place
  const first = word.charCodeAt(0)
  if (first >= 0x2460 && first <= 0x2473) return first - 0x245f
  if (first >= 0x2474 && first <= 0x2487) return first - 0x2473
  return parseNumeral(/\d+|[一二三四五六七八九十]+/.exec(word)?.[0] ?? '')
}
