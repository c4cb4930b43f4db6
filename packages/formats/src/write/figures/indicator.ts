import type { Phrasing } from '@speeches/core/schema'

type Quantity = Extract<Phrasing, { type: 'quantity' }>

/** Where a figure stands: the words of its clause before it, and the node behind it. Both scripts are read as printed. */
interface Surroundings {
  clause: string
  next: Phrasing | undefined
}

/** 規模以上工業增加值同比增長: what changed, and which way; 提高到 gives a value and no change. */
const CHANGED =
  /^(?![比较較同环環年])(.{2,}?)(?:[比较較].{1,8}?)?(?:同比|环比|環比|年均|平均|也|均|又|净|淨)*(增长|增長|增加|提高|上升|上涨|上漲|下降|减少|減少|降低|下滑|下跌|回落)[了近约約]*$/
const FALLS = /^[下减減降回]/

/** The indicator that a percentage says the change of, where no value stands beside it; undefined where it is none. */
export function changeOf({ number, unit, measure }: Quantity, { clause }: Surroundings) {
  if (measure !== undefined || !/^(?:%|个?百分点|個?百分點)$/.test(unit)) return undefined
  const [, subject, verb] = CHANGED.exec(clause) ?? []
  const indicator = subject && withoutLead(subject)
  return indicator && verb ? { indicator, change: FALLS.test(verb) ? -number : number } : undefined
}

/** What lasts, multiplies or is written, and is no count of things. */
const TIME =
  /^(?:年|周年|[个個]月|周|週|天|[个個]?(?:小时|小時|钟头|鐘頭|鍾頭|工作日)|分钟|分鐘|秒|岁|歲|周岁|周歲|分|倍|字|%|‰|.*百分[点點])$/
/** Words between what is counted and its number. */
const LINK =
  /(?:分别|分別|已经|已經|一共|总共|總共|大约|大約|大概|将近|將近|预计|預計|(?<![人平])均|约|約|近|共|共计|共計|累计|累計|达到|達到|达|達|为|為|是|有|突破|超过|超過)+$/
/** Last characters of what names no thing: 他考了, 只, 時候. */
const WANTING =
  /[了过過着著到给給收跑走卖賣花涨漲降升要能得每按占佔由从從多少加减減第只于於这這那将將问問一再又才就还還最也都差上下里裏面前后後候边邊]$|^[^被]*的$/
/** What is said of somebody, of one piece, or as a wish: 一雙28美元, 可以收4000噸. */
const CASUAL = /[你您我咱他她]|每|可以|^(?:一(?![般线線]).{0,4}$|[能请請不只比])/

/**
 * What a count is of, as reports print it: 辦理職工來信23件, with nothing but a mark behind. Undefined where the thing
 * that is counted stands behind the number (12名先進個人), or where time is counted.
 */
export function countedBy({ unit, measure }: Quantity, { clause, next }: Surroundings): string | undefined {
  if (measure !== undefined || TIME.test(unit) || !endsFigure(next)) return undefined
  const named = withoutLead(clause.replace(LINK, ''))
  return named && !WANTING.test(named) && !CASUAL.test(named) ? named : undefined
}

function endsFigure(next: Phrasing | undefined): boolean {
  if (next === undefined || next.type === 'quantity' || next.type === 'noise') return true
  return next.type === 'text' && /^[，,。；;、）)！!和及]/.test(next.value)
}

/** What stands before the name of what is measured: 全市共, 今年以來新, 受到表彰的. */
const LEAD =
  /^(?:其中|目前|现有|現有|现|現|仅|僅|全年|累计|累計|共|并|並|还|還|已|也|要|再|将|將|以来|以來|以前|之前|底|末|预计|預計|[全我本各][市县縣镇鎮乡鄉村校院厂廠省区區社州]|[我本][国國])+|^.*(?<![公中])共(?![同青产產享])|^.*的(?=.{2,}$)/

function withoutLead(words: string): string | undefined {
  let name = words
  for (let lead = LEAD.exec(name)?.[0]; lead; lead = LEAD.exec(name)?.[0]) name = name.slice(lead.length)
  return /^[^，,。；;：:！!？?]*[\u4e00-\u9fff）)”」][^，,。；;：:！!？?]*$/.test(name) && name.length > 1
    ? name
    : undefined
}
