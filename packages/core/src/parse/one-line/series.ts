import { matchMarker } from '../constructs/marker.ts'
import { trimBack } from '../line.ts'
import { endsBefore } from './sentences.ts'

/** A page of a document, which may cut its sections: the last numbers above it, by system, and whether another page follows. */
export interface Page {
  last: Map<string, number>
  goesOn: boolean
}

/** Systems of numbers whose members head sections also mid-line; 一是 and 第一 count things in running text. */
const HEADING_SERIES: ReadonlySet<string> = new Set([
  'han',
  'paren-han',
  'boxed-han',
  'arabic',
  'paren-arabic',
  'circled',
])

interface Member {
  at: number
  ordinal: number
}

/** The markers of every run that counts up from 1 and reaches 2 at least, on the pages before or behind perhaps. */
export function findSeries(folded: string, starts: readonly number[], page: Page = WHOLE): number[] {
  const all = readRuns(folded, starts, page.last)
  // 一、…發現了三個問題。一是…。 — inside of numbered sections, words only enumerate.
  const isNumbered = all.get('han')?.some((run) => run.length > 1) === true
  return [...all].flatMap(([system, runs]) => {
    if (system === 'first-is' && isNumbered) return []
    const listed = runs.filter((run) => run.length > 1 && HEADING_SERIES.has(system) && isListed(folded, run))
    const kept = runs
      .filter((run) => (run.length > 1 ? !isOneSentence(folded, run) : PAGED.has(system) && isCut(run, page, system)))
      .filter((run) => !RUN_IN.has(system) || headsSections(folded, run))
    const series = kept.flat()
    const last = series.at(-1)?.ordinal
    if (last !== undefined && PAGED.has(system) && page !== WHOLE) page.last.set(system, last)
    return [
      ...series.map(({ at }) => at),
      ...listed.flatMap((run) => withEnd(folded, run)),
      ...kept.flatMap((run) => behindItems(folded, run)),
    ]
  })
}

/** 跟我宣誓:1.公正執裁!2.嚴守規則!3.尊重選手!請坐。 — where each member is one sentence, so is the last one. */
function behindItems(folded: string, run: readonly Member[]): number[] {
  if (run.length < ITEMS) return []
  const ends = run.map(({ at }) => {
    const stop = folded.slice(at, at + ITEM).search(/[。!?]/)
    return stop === -1 ? -1 : at + stop + 1
  })
  const end = ends.pop() as number
  return end > 0 && ends.every((end, i) => end === trimBack(folded, (run[i + 1] as Member).at)) ? [end] : []
}

/** A list in running text has at least so many items, each of at most so many units. */
const ITEMS = 3
const ITEM = 40

/** Whether the only number of a page goes on with those above, or is the first and may go on below. */
function isCut([only]: readonly Member[], { last, goesOn }: Page, system: string): boolean {
  return only !== undefined && (only.ordinal === 1 ? goesOn : only.ordinal === (last.get(system) ?? 0) + 1)
}

/** Systems of numbers that go on behind a page's end. */
const PAGED: ReadonlySet<string> = new Set(['han', 'paren-han'])

/** What no page figure cuts. */
const WHOLE: Page = { last: new Map(), goesOn: false }

/** By system of numbers, the runs that each start at 1; what has headings on the page above goes on behind `last`. */
function readRuns(
  folded: string,
  starts: readonly number[],
  last: ReadonlyMap<string, number>,
): ReadonlyMap<string, Member[][]> {
  const series = new Map<string, Member[][]>()
  for (const at of starts) {
    const marker = matchMarker(folded.slice(at, at + 12))
    if (!marker || !(HEADING_SERIES.has(marker.system) || RUN_IN.has(marker.system))) continue
    const { system, ordinal } = marker
    const runs = series.get(system) ?? []
    series.set(system, runs)
    const previous = runs.at(-1)?.at(-1)?.ordinal ?? last.get(system) ?? 0
    if (ordinal === 1 || runs.length === 0) runs.push([])
    if (ordinal === 1 || (ordinal > previous && ordinal <= previous + 2)) runs.at(-1)?.push({ at, ordinal })
  }
  return series
}

/** Whether words that count from the first on stand each before a short sentence and what it says. */
function headsSections(folded: string, run: readonly Member[]): boolean {
  return run[0]?.ordinal === 1 && run.every((member, i) => isRunIn(folded, member, run[i + 1]?.at))
}

/** Systems of numbers that count in running text, and head sections where a short sentence stands behind each. */
const RUN_IN: ReadonlySet<string> = new Set(['ordinal-word', 'first-is'])

/** 第一 counts in running text too: it heads a section where a short sentence and what it says stand behind it. */
function isRunIn(folded: string, { at, ordinal }: Member, next = folded.length): boolean {
  if (!endsBefore(folded, at) && !(ordinal === 1 && ',:'.includes(folded[trimBack(folded, at) - 1] ?? ''))) return false
  const end = folded.slice(at, at + HEADING).search(/[。!?]/)
  return end > 0 && next - at - end > SAID
}

/** The first sentence of a section in running text has at most so many units, and what it says more than so many. */
const HEADING = 24

const SAID = 6

/** 議程有三項:一、獻花;二、致辭;三、鳴炮。 — an enumeration inside a sentence heads nothing. */
function isOneSentence(folded: string, members: readonly { at: number }[]): boolean {
  return members.slice(1).every(({ at }) => folded[trimBack(folded, at) - 1] === ';')
}

/** 會議有三項議程:一、獻花;二、致辭;三、鳴炮。 — what a colon opens is a list, also in one sentence, where its points are short. */
function isListed(folded: string, run: readonly Member[]): boolean {
  const [first] = run as [Member]
  if (first.ordinal !== 1 || run.length < LISTED || !isOneSentence(folded, run)) return false
  return (
    folded[trimBack(folded, first.at) - 1] === ':' && run.every(({ at }, i) => (run[i + 1]?.at ?? at) - at <= POINT)
  )
}

const LISTED = 3
const POINT = 40

/** The members of a list, and where the text goes on behind its last sentence. */
function withEnd(folded: string, run: readonly Member[]): number[] {
  const places = run.map(({ at }) => at)
  const last = places.at(-1) as number
  const stop = folded.slice(last, last + POINT).search(/[。!?]/)
  const end = last + stop + 1
  return stop > 0 && end < folded.length ? [...places, end] : places
}

/** 首先…其次…最後,彎腰是一種擔當。 — the last point of a series in running text closes nothing, where it is no wish. */
export function isLastOfSeries(folded: string, at: number): boolean {
  if (!folded.startsWith('最后', at) || LAST_WISH.test(folded.slice(at, at + HEADING))) return false
  return /(?:其次|再次)[,、:是要]/.test(folded.slice(Math.max(0, at - SERIES), at))
}

const LAST_WISH = /^最后[,.:]?我?(?:再次|衷心|真诚)?(?:[恭敬预]?祝|愿(?!意))/

/** The points of a series stand in so many units. */
const SERIES = 400
