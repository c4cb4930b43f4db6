import { parseNumeral } from '../parse/numeral.ts'
import { codeSet } from '../source/code-set.ts'
import { type Shown, signsOf } from './signs.ts'
import type { Annotator, Span } from './span.ts'

/** The words that count in running text, in series of at least two: 一是…二是…; 首先…其次…最後…; ①…②…. */
export const enumerator: Annotator = {
  needs: signsOf('second', 'first'),
  find: ({ folded, shown }, found) => {
    if (isSeries(shown)) findEnumerators(folded, found)
  },
}

const SECOND = signsOf('second')
const FIRST = signsOf('first')
const LAST = signsOf('last')

/** No series is without a second word, or else ends what a first one begins: 首先 … 最後. */
function isSeries({ signs }: Shown): boolean {
  return (signs & SECOND) !== 0 || ((signs & FIRST) !== 0 && (signs & LAST) !== 0)
}

const MAY_NUMBER = /[②⑵]|\([2二]\)/

const NUMERAL = '[一二三四五六七八九十]{1,3}'
const COUNTERS = '(?:点|条|步|件事|句话|个方面|方面|个)'
/** Counters that no article, rank or thing is counted with. */
const SURE_COUNTERS = '(?:点|步|件事|句话|个方面|方面)(?!的)'

/** The families of counting words, each a group of its own; a series keeps to one family. */
const WORDED = [
  `(?:${NUMERAL})是(?!(?:一[,、二]|二[,、。;三]))`,
  `(?:${NUMERAL})要`,
  `(?:${NUMERAL})来`,
  `(?:${NUMERAL})则`,
  `其(?:${NUMERAL})(?=[,是、:要在则为])`,
  `第(?:${NUMERAL})(?:${SURE_COUNTERS}|${COUNTERS}?(?=[,、:是要就还也则应须 ]))|首先|其次|再次|再者|最后(?![一的几])|然后(?=[,再要])`,
  '另一方面|另外一方面|又一方面|一方面',
]
const SIGNS = ['[①-⑳]', '[⑴-⒇]', `(?<![第款条])\\((?:\\d{1,2}|${NUMERAL})\\)`]

const WORDS = new RegExp(WORDED.map((family) => `(${family})`).join('|'), 'y')
/** What a word begins with. */
const isHead = codeSet('一二三四五六七八九十其第首再最然另又')
/** What stands before a clause. */
const isBreak = codeSet(
  ',。;:!?、…“‘()”’—\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
)

const NUMBERED = new RegExp(SIGNS.map((family) => `(${family})`).join('|'), 'g')

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

function findEnumerators(folded: string, found: Span[]): void {
  findSeries(folded, wordsIn(folded), WORDED.length, found)
  if (MAY_NUMBER.test(folded)) findSeries(folded, folded.matchAll(NUMBERED), SIGNS.length, found)
}

/** The counting words at the heads of clauses. */
function wordsIn(folded: string): RegExpExecArray[] {
  const words: RegExpExecArray[] = []
  for (let at = 0; at < folded.length; at++) {
    if (!isHead(folded.charCodeAt(at)) || (at > 0 && !isBreak(folded.charCodeAt(at - 1)))) continue
    WORDS.lastIndex = at
    const word = WORDS.exec(folded)
    if (word) words.push(word)
  }
  return words
}

/** Finds the series of each family among words, each of which is the group of its family. */
function findSeries(folded: string, words: Iterable<RegExpExecArray>, families: number, found: Span[]): void {
  const series = Array.from({ length: families }, (): Series => ({ last: 0, members: [] }))
  for (const match of words) {
    const group = match.findIndex((word, i) => i > 0 && word !== undefined)
    const word = match[group] as string
    const current = series[group - 1] as Series
    const ordinal = ordinalOf(word, current)
    if (ordinal === undefined) continue
    if (ordinal <= current.last) finish(current, found)
    const end = match.index + match[0].length
    const start = end - word.length
    const first = ordinal === 2 && current.last === 0 ? findFirst(folded, word, start) : undefined
    if (first !== undefined) current.members.push(toSpan(first, word.length, 1))
    current.members.push(toSpan(start, word.length, ordinal))
    current.last = ordinal
  }
  for (const current of series) finish(current, found)
}

function toSpan(start: number, length: number, ordinal: number): Span {
  return { start, end: start + length, annotation: { type: 'enumerator', ordinal } }
}

/** A first word stands at most so far before its second. */
const FIRST_REACH = 80

/**
 * The first word of a series that begins inside a clause.
 *
 *     工會幹部一要腿勤,二要嘴勤
 *             ^^
 */
function findFirst(folded: string, second: string, start: number): number | undefined {
  if (!/^二[是要]$/.test(second)) return undefined
  const sentence = folded.slice(Math.max(0, start - FIRST_REACH), start)
  const found = sentence.lastIndexOf(`一${second.charAt(1)}`)
  if (found < 1 || /[统唯专逐任第周十]$/.test(sentence.slice(0, found)) || /[。!?]/.test(sentence.slice(found)))
    return undefined
  return start - sentence.length + found
}

interface Series {
  /** The number of its last member; 0 before the first. */
  last: number
  members: Span[]
}

/** Ends a series: it stands when it counts from one, or goes on counting, at least to two. */
function finish(series: Series, found: Span[]): void {
  if (series.members.length > 1) for (const member of series.members) found.push(member)
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
