import { firstAtLeast } from '../../source/search.ts'
import { matchAddress } from '../constructs/address.ts'
import { type HeadingMatch, matchHeadings } from '../constructs/item-heading.ts'
import { endsInGenre } from '../constructs/title.ts'
import { HEAD, trimBack } from '../line.ts'
import { withPlaces } from './sentences.ts'

/** A title that the first address is glued to has at most so many units: 婚禮主持詞:各位來賓,大家好! */
export const TITLE = 40

/** Whether a number in brackets is that of an item: 開學講話(一) */
export function isInHeading(folded: string, headings: readonly number[], at: number): boolean {
  if (folded[at] !== '(') return false
  const start = headings[firstAtLeast(headings, headings.length, at + 1) - 1] ?? 0
  return at > start && at - start <= HEADING_REACH && !/[。!?:]/.test(folded.slice(start, at))
}

/** The heading of an item has at most so many units. */
const HEADING_REACH = 40

/** 校園安全講話篇二 between two speeches; a title with a digit is sure where `titles`, or another heading, has it too. */
export function findHeadings(folded: string, sentences: readonly number[], titles: Set<string>): number[] {
  const found = sentences.map((at) => headingAt(folded, at))
  const first = findFirst(folded, sentences, found)
  const starts = first === undefined ? sentences : withPlaces(sentences, [first])
  const headings = first === undefined ? found : starts.map((at) => headingAt(folded, at))
  const known = [headingAt(folded, 0), ...headings].filter((heading) => heading !== undefined)
  const stems = countStems(known)
  // 篇三:同學代表講話 behind 篇二, whatever the speech opens with.
  const ordinals = new Set(known.filter(isNumberFirst).map(({ ordinal }) => ordinal))
  const samples = new Set(known.filter(({ form }) => form === 'sample').map(({ ordinal }) => ordinal))
  const clean = cleanStems(known)
  const again = starts.filter((at) => titleEnd(folded, at, clean) > at)
  const sure = starts.filter((at, i) => {
    const heading = headings[i]
    if (!heading) return false
    if (at !== first && !'。!?…”)】'.includes(folded[trimBack(folded, at) - 1] ?? '。')) return false
    const rest = folded.slice(at + heading.end, at + HEAD)
    if ((stems.get(heading.stem) ?? 0) > 1) titles.add(heading.stem)
    if (titles.has(heading.stem)) return true
    if (heading.form === 'digit' || heading.form === 'bracket')
      return endsInGenre(heading.stem) && matchAddress(rest)?.mark === ':'
    if (heading.stem === '' && heading.form === 'pian') return false
    return (
      matchAddress(rest) !== undefined ||
      rest === '' ||
      isTitled(heading, rest) ||
      // 範文4根據安排,… behind 範文3
      (heading.form === 'sample' && samples.has(heading.ordinal - 1)) ||
      (isNumberFirst(heading) && ordinals.has(heading.ordinal - 1))
    )
  })
  return [...withPlaces(withMissing(folded, sure), again)]
}

/** The titles behind numbers that nothing is glued to. */
function cleanStems(headings: readonly HeadingMatch[]): ReadonlySet<string> {
  const stems = headings.filter(isNumberFirst).map(({ stem }) => stem)
  return new Set(stems.filter((stem) => !GLUED.test(stem)))
}

const GLUED = /[,。!?:]/
const NUMBER = /^(?:第 ?)?(?:[一二三四五六七八九十\d]{1,3} ?篇|篇 ?[一二三四五六七八九十\d]{1,3})[: ] ?/

/** Where the title ends behind a number at an offset: one that another number has, too, or one before a blank; 0 without. */
function titleEnd(folded: string, at: number, clean: ReadonlySet<string>): number {
  const from = at + (NUMBER.exec(folded.slice(at, at + 8))?.[0].length ?? 0)
  if (from === at) return 0
  const said = folded.slice(from, from + HEADING_REACH)
  let end = from + STEM
  while (end <= from + said.length && !clean.has(folded.slice(from, end))) end++
  if (end > from + said.length) {
    const [spaced = ''] = SPACED.exec(said) ?? []
    if (!endsInGenre(spaced)) return 0
    end = from + spaced.length
  }
  return folded[end] === ' ' ? end + 1 : end
}

const SPACED = /^[^。,;!?: ]{5,30}(?= [一-龥“])/

/** Where titles end that another number has, too: 第一篇:婦女節致辭各位姐妹:…第二篇:婦女節致辭今天輪到我… */
export function findHeadingEnds(folded: string, headings: readonly number[]): number[] {
  const clean = cleanStems(headings.map((at) => headingAt(folded, at)).filter((heading) => heading !== undefined))
  return headings.map((at) => titleEnd(folded, at, clean)).filter((end) => end > 0)
}

/** 篇一:校長講話 校長講話尊敬的領導: — the title is printed again. */
function isTitled({ stem }: HeadingMatch, rest: string): boolean {
  return stem.length >= STEM && rest.trimStart().startsWith(stem)
}

/** 篇二:教師代表講話 — a number, and the title behind it. */
function isNumberFirst({ form, stem, stemStart }: HeadingMatch): boolean {
  return stemStart > 0 && stem.length >= STEM && form !== 'digit' && form !== 'bracket'
}

/**
 * Headings with those between them that have the same title and the next number, though no sentence ends before them.
 *
 *     …加微信hk**88創衛動員講話三同志們:
 *                      ^
 */
function withMissing(folded: string, sure: readonly number[]): number[] {
  const known = sure.map((at) => headingAt(folded, at))
  return sure.flatMap((at, i) => {
    const heading = known[i]
    const end = sure[i + 1] ?? folded.length
    const isGap = known[i + 1] === undefined ? i > 0 : known[i + 1]?.ordinal === (heading?.ordinal ?? 0) + 2
    if (!heading || heading.stem.length < STEM || !isGap) return [at]
    const next = folded.indexOf(heading.stem, at + heading.end)
    const missing = next > 0 && next < end ? headingAt(folded, next) : undefined
    return missing?.stem === heading.stem && missing.ordinal === heading.ordinal + 1 ? [at, next] : [at]
  })
}

/**
 * Where the title with the first number stands, which a site glues to its preface without a mark; the second number,
 * behind the end of a speech, tells of it.
 *
 *     請改了再用校園安全講話稿1各位老師:…謝謝大家!校園安全講話稿2各位家長:
 *               ^
 */
function findFirst(
  folded: string,
  starts: readonly number[],
  headings: readonly (HeadingMatch | undefined)[],
): number | undefined {
  const isSecond = (heading: HeadingMatch | undefined) =>
    heading?.ordinal === 2 && heading.stemStart === 0 && heading.stem.length >= STEM
  const index = headings.findIndex(isSecond)
  const second = headings[index]
  if (!second) return undefined
  const at = starts[index] as number
  const printed = folded.slice(at, at + second.end).trimEnd()
  const first = folded.lastIndexOf(
    printed.replace(/[2二](?=[^2二]*$)/, (two) => (two === '2' ? '1' : '一')),
    at,
  )
  const heading = first > 0 ? headingAt(folded, first) : undefined
  return heading?.ordinal === 1 && heading.stem === second.stem ? first : undefined
}

/**
 * Where the titles end that stand in front of everything, printed once or again; the heading at `known` has their words.
 *
 *     述職報告述職報告(精選5篇)時光飛逝,又到年底。述職報告1各位領導:
 *             ^                ^
 */
export function findTitles(folded: string, known: number): number[] {
  const { stem = '' } = known > 0 ? (headingAt(folded, known) ?? {}) : {}
  const ends: number[] = []
  for (let at = 0; stem.length >= STEM && folded.startsWith(stem, at); at = ends.at(-1) as number) {
    const end = at + stem.length
    const rest = folded.slice(end, end + TITLE)
    const count =
      /^ ?(?:[([【](?!第?[一二三四五六七八九十\d]{1,3}[)\]】])[^()[\]【】]{1,14}[)\]】])? ?/.exec(rest)?.[0].length ?? 0
    if (count === 0 && !rest.startsWith(stem)) break
    ends.push(end + count)
  }
  return ends.filter((at) => at < known)
}

/** The heading that starts at an offset; undefined where there is none, or one too long to stand mid-line. */
function headingAt(folded: string, at: number): HeadingMatch | undefined {
  const heading = matchHeadings(folded.slice(at, at + HEAD))[0]
  return heading && heading.end <= 40 ? heading : undefined
}

/** How often each title with a number comes: 豐收節致辭(一) … 豐收節致辭(二) */
function countStems(headings: readonly HeadingMatch[]): ReadonlyMap<string, number> {
  const stems = new Map<string, number>()
  for (const { stem } of headings) if (stem.length >= STEM) stems.set(stem, (stems.get(stem) ?? 0) + 1)
  return stems
}

/** So short a title is no sure one. */
const STEM = 5
