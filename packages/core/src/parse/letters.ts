import { foldTable } from '../source/fold.ts'

/** All letters from one to another: ① ② ③ … */
function range(first: string, last: string): string {
  const from = first.charCodeAt(0)
  return String.fromCharCode(...Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, i) => from + i))
}

/**
 * Letters that a rule cannot do without, by group; folded. A line knows which groups it holds,
 * so that most rules never look at most lines.
 */
const GROUPS = {
  /** 同志們:    各位領導,    王校長、尊敬的家長: */
  listeners: '们各尊',
  /** What an address starts with where none of these follows soon. */
  addressStart: '尊敬亲可最我各在全诸列远家首广',
  /** What a number at the head of a line starts with. */
  markerStart: `一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾0123456789ABCDEFGHIVXabcdefgh(【[第首其再甲乙丙丁戊己庚辛${range('Ⅰ', 'Ⅻ')}${range('①', '⒛')}${range('❶', '❿')}${range('㈠', '㈩')}`,
  /** 感悟之一:    關鍵詞一: */
  markerWord: '之:',
  /** 男:    (合) */
  turnStart: '(【男女合齐众全甲乙丙丁戊ABCD主领师生老学旁画司教童解',
  colon: ':',
  bracket: '(【[',
  dots: '…',
  digit: '0123456789',
  numeral: '一二三四五六七八九十',
  /** 講話篇一    【1】    範文一    講話(一) */
  itemHeading: '篇【[范例样模示(',
  /** # > - • before the text */
  markup: '#>-*•●○■◆▪·',
  /** ※1、    ★一、 */
  ornament: '=~※★☆◎◇□▲△▽►▶➤→☞✦✿❀♥❤✨',
  star: '*',
  /** 推薦度:★★★ */
  rating: '荐',
  /** 上一篇:    [前一篇] */
  neighbourStart: '上下前后(【[<«‹←PpNnOo',
  /** 標籤:    a|b|c    #a #b */
  tags: '|│┃¦#签tT键热荐',
  thanks: '谢感',
  wish: '祝愿',
  /** 最後    讓我們    衷心祝願 */
  appealStart: '最让祝愿预衷',
  /** 就講到這裏    散會    請批評指正 */
  completion: '完上束此这散休礼再拜批指审谅评见宣杯闭止讲说课席宴监斧涵幕',
  /** 議程    五項內容 */
  agenda: '议项',
  /** 跟我宣誓。    我們的口號是 */
  recital: '誓跟随口',
  /** What a long line of the site's starts with: 版權聲明: */
  siteStart: '版免侵声郑特重法本网以《【',
  /** 請欣賞舞蹈!    掌聲有請! */
  calling: '请掌',
  /** 現在請全體肅立    由書記頒獎 */
  stepStart: '下现首接然随最让用以,有请由全',
  /** 同意的請舉手 */
  vote: '举鼓立',
  /** √雨衣    ——不帶火種 */
  tick: '√✓✔☑☐□➢❖—',
  /** 此處隱藏18個字    省略18字    第1頁共2頁    ………… */
  omission: '藏略共….',
  /** What ends a finished line. */
  stop: '。!?:;…”’)',
  /** What no heading goes over. */
  clauseEnd: '。;!?',
} as const

/** The bit of each group. */
export const LETTERS = {
  listeners: 1 << 0,
  addressStart: 1 << 1,
  markerStart: 1 << 2,
  markerWord: 1 << 3,
  turnStart: 1 << 4,
  colon: 1 << 5,
  bracket: 1 << 6,
  dots: 1 << 7,
  digit: 1 << 8,
  numeral: 1 << 9,
  itemHeading: 1 << 10,
  markup: 1 << 11,
  star: 1 << 12,
  rating: 1 << 13,
  neighbourStart: 1 << 14,
  tags: 1 << 15,
  thanks: 1 << 16,
  wish: 1 << 17,
  appealStart: 1 << 18,
  completion: 1 << 19,
  agenda: 1 << 20,
  recital: 1 << 21,
  stop: 1 << 22,
  clauseEnd: 1 << 23,
  ornament: 1 << 24,
  siteStart: 1 << 25,
  calling: 1 << 26,
  stepStart: 1 << 27,
  vote: 1 << 28,
  tick: 1 << 29,
  omission: 1 << 30,
} as const satisfies Record<keyof typeof GROUPS, number>

let table: Int32Array | undefined

/** For each UTF-16 code unit, as printed in either script and width, the bits of its groups. */
export function letterTable(): Int32Array {
  if (table) return table
  const folded = new Int32Array(0x10000)
  for (const [group, letters] of Object.entries(GROUPS)) {
    const bit = LETTERS[group as keyof typeof GROUPS]
    for (const letter of letters) folded[letter.charCodeAt(0)] = (folded[letter.charCodeAt(0)] as number) | bit
  }
  table = new Int32Array(0x10000)
  const to = foldTable()
  for (let code = 0; code < table.length; code++) table[code] = folded[to[code] as number] as number
  return table
}

/** The groups of a text's first code unit, or of the one at an offset. */
export function lettersAt(text: string, at = 0): number {
  return letterTable()[text.charCodeAt(at)] ?? 0
}

/** The groups that the code units from `start` up to `end` (UTF-16 offsets) hold. */
export function lettersOf(units: Uint16Array, start: number, end: number): number {
  const groups = letterTable()
  let held = 0
  for (let at = start; at < end; at++) held |= groups[units[at] as number] as number
  return held
}
