import { isHeaderLine } from './constructs/field.ts'
import type { HeadingForm } from './constructs/item-heading.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import type { Candidate } from './heading-group.ts'
import { standsBeforeSpeech } from './heading-line.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf } from './line.ts'
import { parseNumeral } from './numeral.ts'

/** Forms that no ordinary line has; the others count only in a row of at least two with the same stem. */
const STRONG: ReadonlySet<HeadingForm> = new Set(['pian', 'ordinal-pian', 'pian-title', 'sample', 'boxed'])

/** Whether a form needs no other heading of its kind beside it. */
export function isStrong(form: HeadingForm): boolean {
  return STRONG.has(form)
}

export function scoreGroup(lines: readonly Line[], group: Candidate[]): number {
  const form = group[0]?.form as HeadingForm
  const ordinals = new Set(group.map(({ ordinal }) => ordinal))
  if (STRONG.has(form)) {
    const first = group[0] as Candidate
    const isPiece = /篇|范/.test((lines[first.index] as Line).head)
    if (form === 'boxed' && !isPiece && areSections(lines, group)) return 0
    const only = isOne(lines, group)
    if (only && group.length > 1) return 0
    // 【1】 or 範文一 as a page's first line is a title; 講話 篇26 is one item of a longer list.
    if (only && form !== 'pian' && !hasGluedBody(lines, first) && !holdsTextBefore(lines, first.index)) return 0
    if (only && form === 'sample' && first.ordinal !== 1) return 0
    // Between the turns of a script, 【節目1】 heads a number of the programme.
    if (form === 'boxed' && lines.slice(0, first.index).some(({ turn }) => turn > 0)) return 0
    // Above the header lines stands the title of the page, whatever number it has.
    if (only && isHeaderLine(lines[first.index + 1]?.head ?? '')) return 0
    return group.length * 2
  }
  if (form === 'title') return areTitles(group) ? group.length - 0.5 : 0
  // Where the words before the number are a title, they tell more.
  if (form === 'piece') return arePieces(lines, group) ? group.length - 0.25 : 0
  if (form === 'counted') return group.length > 1 && countsUp(group) ? group.length - 0.5 : 0
  if (form === 'digit' && group.length === 1 && isPromised(lines, group[0] as Candidate)) return 1
  if (ordinals.size < 2 || !runsFromStart([...ordinals])) return 0
  if (form === 'numbered' && group.some(({ ordinal }, i) => ordinal !== i + 1)) return 0
  // Numbered section headings stand in weak forms too: 問題(一). An item holds a speech, so its headings lie apart.
  const apart = group.filter(({ index }, i) => {
    const previous = group[i - 1]
    return !previous || index - previous.index > 1 || hasGluedBody(lines, previous)
  }).length
  return apart >= 2 ? group.length : 0
}

/**
 * Whether the page promises more of what a heading with the first number heads; a library may show no other.
 *
 *     渡口安全演講稿12篇
 *     渡口安全演講稿1
 */
export function isPromised(lines: readonly Line[], { index, ordinal, stem }: Candidate): boolean {
  if (ordinal !== 1 || stem.length < 4) return false
  return lines.slice(0, index).some(({ head }) => {
    const at = head.indexOf(stem)
    return at >= 0 && (parseNumeral(COUNT.exec(head.slice(at + stem.length))?.[1] ?? '') ?? 0) > 1
  })
}

/** 12篇    (精選12篇) */
const COUNT = /^ ?[([【]?[^()[\]【】\d。,;!?]{0,6}?(\d{1,3}|[一二两三四五六七八九十]{1,3}) ?[篇则份]/

/** The key of headings that begin with nothing but a number in lenticular brackets, as those of sections may: 【一】 */
export const BOXED_NUMBER = 'boxed number'

/** Whether a line begins with such a number. */
export function isBoxedNumber({ head }: Line): boolean {
  return head.startsWith('【') && /^【(?:\d{1,3}|[一二三四五六七八九十百]{1,4})】/.test(head)
}

/** Whether such numbers count within a speech: an address stands above the first, and below none. */
function areSections(lines: readonly Line[], group: readonly Candidate[]): boolean {
  const first = (group[0] as Candidate).index
  if (!lines.slice(0, first).some(({ address }) => address !== undefined)) return false
  return group.every((candidate) => !hasGluedBody(lines, candidate) && !standsBeforeSpeech(lines, candidate.index))
}

/** Whether all headings of a group are one, printed again before anybody is addressed: 開學典禮講話 篇14 */
function isOne(lines: readonly Line[], group: readonly Candidate[]): boolean {
  const [first, ...others] = group as [Candidate, ...Candidate[]]
  if (others.some(({ ordinal, stem }) => ordinal !== first.ordinal || stem !== first.stem)) return false
  const last = others.at(-1)?.index ?? first.index
  return !lines.slice(first.index, last).some(({ address }) => address !== undefined)
}

function hasGluedBody(lines: readonly Line[], { index, end }: Candidate): boolean {
  return (lines[index] as Line).head[end] !== undefined
}

function holdsTextBefore(lines: readonly Line[], index: number): boolean {
  return lines.slice(0, index).some((line) => lengthOf(line) > 12 && !/^[^:]{1,6}:/.test(line.head))
}

const WORK = /^《[^《》]{1,36}》$/
/** 講話稿(3篇)    演講稿範文三則    四個人的四段話 */
const PROMISE =
  /(\d{1,2}|[一二两三四五六七八九十]{1,3}) ?(?:[篇则份首]|[段位席](?=[^。,;!?我]{0,8}(?:话|言|致?[辞词])))/

/** Whether numbered titles head items: titles of works, or as many as the page promises, each with a text below. */
function arePieces(lines: readonly Line[], group: readonly Candidate[]): boolean {
  const [first] = group
  if (!first || group.length < 2 || group.some(({ ordinal }, i) => ordinal !== i + 1)) return false
  const apart = group.every(({ index }, i) => holdsText(lines, index + 1, group[i + 1]?.index ?? lines.length))
  if (!apart) return false
  if (group.every(({ stem }) => WORK.test(stem))) return true
  return lines.slice(0, first.index).some(({ head }) => parseNumeral(PROMISE.exec(head)?.[1] ?? '') === group.length)
}

/** 金婚慶典老伴致辭1 and 金婚慶典孫子致辭2: titles that differ and begin alike, counted from 1. */
function areTitles(group: readonly Candidate[]): boolean {
  const start = group[0]?.stem.slice(0, 2)
  return group.length > 1 && group.every(({ ordinal, stem }, i) => ordinal === i + 1 && stem.slice(0, 2) === start)
}

/** Whether a full sentence stands between two lines. */
export function holdsText(lines: readonly Line[], from: number, to: number): boolean {
  return lines.slice(from, to).some((line) => lengthOf(line) > 12 && (line.lastHolds & LETTERS.stop) !== 0)
}

/** Each number is the next of the one before, wherever they start. */
function countsUp(group: readonly Candidate[]): boolean {
  return group.every(({ ordinal }, i) => i === 0 || ordinal === (group[i - 1] as Candidate).ordinal + 1)
}

/** 1, 2, 3 … with few gaps. */
function runsFromStart(ordinals: number[]): boolean {
  const sorted = ordinals.sort((a, b) => a - b)
  return (sorted[0] as number) <= 2 && (sorted.at(-1) as number) <= sorted.length + 3
}

/** Whether a line can only be a speaker's, so that numbers below it may head sections. */
export function isSpoken(line: Line): boolean {
  return line.address !== undefined || line.turn > 0 || (lengthOf(line) > HEAD && !isSiteProse(line.head))
}
