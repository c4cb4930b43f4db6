import type { Series } from '../../schema/speech.ts'
import { LETTERS, lettersAt } from '../letters.ts'
import { parseNumeral } from '../numeral.ts'

/** The number at the head of a line. */
export interface MarkerMatch {
  series: Series
  /** What the number counts with, by which levels are told apart; one series can hold several: (一) 【一】, 1. 1.1 */
  system: string
  ordinal: number
  /** Units of the marker, delimiter and joint included, blanks behind it left out. */
  length: number
  /** Units up to where the text goes on. */
  rest: number
  /** The counter is a word that also opens ordinary sentences (首先, 第一, 一是): alone it heads nothing. */
  worded: boolean
}

interface MarkerRule {
  series: Series
  /** Where it is not the series alone. */
  system?: string
  pattern: RegExp
  worded?: true
  /** The ordinal of a match; undefined where it is no marker after all. */
  ordinal?(match: RegExpExecArray): number | undefined
}

const NUM = '([一二三四五六七八九十百]{1,4})'
/** What is counted, where nothing but a mark need follow. */
const COUNTER =
  '(?:个方面|方面|阶段|环节|篇章|乐章|板块|单元|个(?:问题|关键词|词|字|故事|理由|提醒|变化|心愿|愿望|梦想|办法|法宝|秘诀|难题|阶段|层次|特点|原因|镜头|画面|承诺|倡议|道理|例子)|个|句话|句|件事情|件事|件|点|条|项|层意思|层|大部分|部分|份|步|类|种)?(?:工作|建议|希望|要求|意见|体会|感受|叮咛|任务|提醒|承诺|倡议|约定|打算|想法)?'
/** 第一把鑰匙是    第一份禮物:    第一聲謝謝給父母。 — whatever is measured out and named. */
const MEASURED =
  '[个句件点条项层份步类种样桩桌幕程回棵本支把张束道节门课招站封扇根盏颗面块段幅笔关台首声杯碗味针组双枚座股环][^的了在是我你他她到叫,、。:;!? ]{0,5}(?:就?是(?!否|不是)[:,]?|叫做?[:,]?|名为|:|,(?=[^,。;:!?]{1,12}[。!?:])|(?=(?:(?<!敬)[献送留说还]给|(?<![献送留说还])给(?!了)|敬)[^,。;:!?]{1,12}[。!:]))'

/** A number of several parts, of which the last is its own: no amount (3.5噸, 1.2 億), version, time or date. */
function decimal(parts: number): RegExp {
  const measured = '[亿万千百元吨米公斤克里升度分秒点倍成个名位年月日号版时层次至%℃·~-]'
  return new RegExp(
    `^(?:[1-9]\\d?\\.){${parts}}([1-9]\\d?)(?![.:]?\\d)(?:[、.:]|(?= )|(?=[一-龥“‘《]))(?! ?${measured})`,
  )
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const SEQUENCE: Record<string, number> = {
  首先: 1,
  其一: 1,
  其次: 2,
  其二: 2,
  再次: 3,
  再者: 3,
  其三: 3,
  其四: 4,
  其五: 5,
  其六: 6,
}

/**
 * All systems of numbers, by their sample line. The first that fits is it.
 * Patterns see folded text: simplified, narrow marks.
 */
export const MARKERS: readonly MarkerRule[] = [
  //  一、提高認識    一 、    but not 一,二,三,出發!
  //  ^^
  { series: 'han', pattern: new RegExp(`^${NUM}(?: ?[、,](?! ?[一二三四五六七八九十]{1,2}[、,])| ?[.:。)]|(?= ))`) },
  //  壹、提高認識
  //  ^^
  { series: 'han', pattern: /^([壹贰叁肆伍陆柒捌玖拾])(?: ?[、,.:](?![^,。]{1,2}、)|(?= ))/ },
  //  (一)提高認識    （一）、
  //  ^^^
  { series: 'paren-han', pattern: new RegExp(`^\\(${NUM}\\)[、,.:]?`) },
  //  (壹)提高認識
  //  ^^^
  { series: 'paren-han', pattern: /^\(([壹贰叁肆伍陆柒捌玖拾])\)[、,.:]?/ },
  //  【一】提高認識    [一]
  //  ^^^
  { series: 'paren-han', system: 'boxed-han', pattern: new RegExp(`^(?:【${NUM}】|\\[${NUM}\\])[、,.:]?`) },
  {
    series: 'paren-han',
    pattern: /^([㈠-㈩])[、,.:]?/,
    ordinal: (match) => (match[1] as string).charCodeAt(0) - 0x321f,
  },
  //  1.提高認識    1、    2,    3)
  //  ^^
  { series: 'arabic', pattern: /^(\d{1,2})(?: ?[、.,:)](?!\d)|。(?=[一-龥])|(?= ))/ },
  //  1.1 提高認識    1.2、    1.2.1
  //  ^^^
  { series: 'arabic', system: 'decimal-2', pattern: decimal(1) },
  { series: 'arabic', system: 'decimal-3', pattern: decimal(2) },
  { series: 'arabic', system: 'decimal-4', pattern: decimal(3) },
  {
    series: 'arabic',
    pattern: /^([⒈-⒛])/,
    ordinal: (match) => (match[1] as string).charCodeAt(0) - 0x2487,
  },
  //  (1)提高認識    ⑴
  //  ^^^
  { series: 'paren-arabic', pattern: /^\((\d{1,2})\)[、,.:]?/ },
  //  【1】提高認識    [1], but not the note below a text: [1] 參見《…》
  //  ^^^
  {
    series: 'paren-arabic',
    system: 'boxed-arabic',
    pattern: /^(?:【(\d{1,2})】|\[(\d{1,2})\])(?! ?(?:参见|参阅|详见|见《|引自|转引|《))[、,.:]?/,
  },
  {
    series: 'paren-arabic',
    pattern: /^([⑴-⒇])[、,.:]?/,
    ordinal: (match) => (match[1] as string).charCodeAt(0) - 0x2473,
  },
  //  ①提高認識
  //  ^
  {
    series: 'circled',
    pattern: /^([①-⑳])[、,.:]?/,
    ordinal: (match) => (match[1] as string).charCodeAt(0) - 0x245f,
  },
  {
    series: 'circled',
    pattern: /^([❶-❿])[、,.:]?/,
    ordinal: (match) => (match[1] as string).charCodeAt(0) - 0x2775,
  },
  //  1️⃣ 提高認識
  { series: 'circled', pattern: /^(\d)\ufe0f?\u20e3/ },
  //  第一,提高認識    第一句話:    第一件事是    第一是
  //  ^^^
  {
    series: 'ordinal-word',
    pattern: new RegExp(
      `^第(?:${NUM}|(\\d{1,2}))(?:[个件点条句项层]?[^,。:;!?]{0,2}[想要][^,。:;!?]{1,6}的(?:[^,。:;!?]{1,3})?,?就?是(?!否)[:,]?|${COUNTER}(?:[、,.:](?:就?是(?=[^,。;!?:]{1,16}[。!?:]))?|就?是(?!否)[:,]?|要(?![务素求件义紧点])|(?= ))|(?:部分|阶段|环节|篇章|乐章|板块|单元)$|[章节讲幕编](?:(?= )|:)|${MEASURED})`,
    ),
    worded: true,
  },
  //  第一招,多聽少說    第二仗:
  //  ^^^^
  {
    series: 'ordinal-word',
    pattern: new RegExp(`^第(?:${NUM}|(\\d{1,2}))(?![天年日月周夜晚届名位期季时篇章回集辑])[一-龥]{1,2}[,:]`),
    worded: true,
  },
  //  首先,提高認識    其次,
  //  ^^^
  {
    series: 'ordinal-word',
    pattern:
      /^(首先|其次|再次(?!感谢|谢|多谢|祝|恭|向|对|为|衷心|表示|代表|欢迎|请)|再者|其一|其二|其三|其四|其五|其六)(?:[、,:]|就?是|要(?!是)|(?=[一-龥]))/,
    worded: true,
    ordinal: (match) => SEQUENCE[match[1] as string],
  },
  //  A.幫他帶    (a) 電費
  //  ^^
  {
    series: 'none',
    pattern: /^\(?([A-Ha-h])[.、:)](?![a-z])/,
    ordinal: (match) => (match[1] as string).toUpperCase().charCodeAt(0) - 64,
  },
  //  II. 提高認識
  //  ^^^
  {
    series: 'none',
    pattern: /^(VI{0,3}|I[VX]|I{1,3}|X)(?:[、.])(?![a-zA-Z])/,
    worded: true,
    ordinal: (match) => ROMAN.indexOf(match[1] as string) + 1,
  },
  //  Ⅰ、提高認識    甲、提高認識
  //  ^^
  {
    series: 'none',
    pattern: /^([Ⅰ-Ⅻ])(?: ?[、,.:]|(?= ))/,
    worded: true,
    ordinal: (match) => (match[1] as string).charCodeAt(0) - 0x215f,
  },
  {
    series: 'none',
    pattern: /^([甲乙丙丁戊己庚辛])[、.](?![甲乙丙丁方])/,
    worded: true,
    ordinal: (match) => '甲乙丙丁戊己庚辛'.indexOf(match[1] as string) + 1,
  },
  //  一是提高認識    一要    二則
  //  ^^
  {
    series: 'first-is',
    pattern:
      /^([一二三四五六七八九十])(?:就是|是|要|则|者|靠|抓|曰|盼|问|忌|谢|戒|讲|比|查|防|愿|祝|敬|争|守|练|改|促|拜|贺|赞|送|怕|学|看(?![就到见来])|感谢|来(?=,))(?!…)[,:、]?/,
    worded: true,
  },
  //  1是提高認識 — a digit printed for 一
  { series: 'first-is', pattern: /^([1-9])(?:就是|是|要)(?=[一-龥])/, worded: true },
  //  感悟之一:提高認識
  //  ^^^^^
  {
    series: 'ordinal-word',
    pattern: /^[一-龥]{2,6}之([一二三四五六七八九十])(?:[、,:是]|(?= ))/,
    worded: true,
  },
  //  關鍵詞一:責任
  //  ^^^^^
  {
    series: 'ordinal-word',
    pattern: /^(?!星期|礼拜|周|初|高)[一-龥]{2,4}([一二三四五六七八九十]):/,
    worded: true,
  },
]

/** The rules with nothing left out, so that they are of one shape: every numbered line tries them. */
const RULES = MARKERS.map(({ series, system = series, pattern, worded = false, ordinal }) => ({
  series,
  system,
  pattern,
  worded,
  ordinal,
}))

/** The marker at the head of a folded line, or undefined. */
export function matchMarker(head: string): MarkerMatch | undefined {
  if (!startsMarker(head) && head.indexOf('之') < 1 && !isNamed(head)) return undefined
  for (const { series, system, pattern, worded, ordinal } of RULES) {
    const match = pattern.exec(head)
    if (!match) continue
    const value = ordinal ? ordinal(match) : parseNumeral((match[1] ?? match[2]) as string)
    if (value === undefined) continue
    const length = match[0].length
    return { series, system, ordinal: value, length, rest: skipBlanks(head, length), worded }
  }
  return undefined
}

function startsMarker(head: string): boolean {
  return (lettersAt(head) & LETTERS.markerStart) !== 0
}

/** Whether a numeral and a colon stand behind a word of two to four characters. */
function isNamed(head: string): boolean {
  const colon = head[3] === ':' ? 3 : head[4] === ':' ? 4 : head[5] === ':' ? 5 : 0
  return colon > 0 && '一二三四五六七八九十'.includes(head[colon - 1] as string)
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at++
  return at
}
