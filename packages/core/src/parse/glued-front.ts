import { matchAddress } from './constructs/address.ts'
import { matchHeadings } from './constructs/item-heading.ts'
import { endsInGenre, namesGenre } from './constructs/title.ts'

/** 首頁>發言稿>座談會>正文    當前位置: 首頁 > 演講稿 > 敬業 */
const TRAIL =
  /^(?:[^ >»›→。,!?]{1,16}: ?)?(?:[^ >»›→。,!?:]{1,20} ?(?:[>»›→]|->)+ ?){1,8}(?:(?:文章|全文)?(?:正文|内容)(?: +|(?=[一-龥]))|[^ >»›→。,!?:]{1,20} +)/

const DAY = '\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(?: +\\d{1,2}:\\d{2}(?::\\d{2})?)?'
const AMOUNT = '[\\d.,]+ ?[wk万千]?\\+?'

/** Fields as they stand in a row, by their sample. */
const FIELD = new RegExp(
  `^[[【(]?(?:${[
    //  更新時間:2021-05-10 17:46    日期 2021-05-10    發佈於2021年5月1日
    `(?:[发布表公示刊登张贴推送转载更新上传分享投稿收录入编辑修改提交审核创建整理添加采集]{2})?(?:时间|日期)(?: ?: ?| +)${DAY}`,
    `[发更上分][布新传表享](?:于| ?:) ?${DAY}`,
    //  2019-10-15
    `(?:[一-龥a-z\\d]{2,10}[网站库吧] +)?${DAY.replace(/年|月|日\?/g, '')}`,
    //  此文共2980字    字數:2980    阅读(1.6W)    點擊次    1.3W人閱讀
    `(?:[此全本]文|文章)?(?:总?共|总?计|约|有)*(?:字数)? ?:? ?${AMOUNT}余?字(?= |$)`,
    `(?:浏览|阅读|点击|人气|热度|访问|下载|评论|收藏|点赞|[字页]数|大小)(?:[量数]|次数|人数)?(?:(?: ?: ?| +)${AMOUNT} ?[次页]?(?= |$)| ?\\( ?${AMOUNT}次?\\)|[: ]*次(?= |$))`,
    `${AMOUNT} ?[次人]?(?:阅读|浏览|看过|点击)(?= |$)`,
    //  字體:大 中 小    作者:小禾    來源:網絡
    '字[体号] ?:?(?: ?[大中小])+(?=[ 】\\])])',
    '(?:作者|编辑|小编|责任编辑|责编|文章来源|来源|上传[人者]|发布[人者]|投稿人?|整理|分类|栏目|频道|编号|id) ?: ?[^ 。,;:!?]{1,16}(?= |$)',
  ].join('|')})[】\\])]?[ |·/]*`,
  'i',
)
/** What stands among them: the column, a tool. */
const COLUMN = /^[[【]?[一-龥]{1,6}:?[】\]]? +/
const TITLE =
  /^([^。,;!?: ]{5,40}?(?: ?[([【][^()[\]【】:]{1,12}[)\]】])?)(?: +|$|(?=[一-龥]{0,2}(?:时间|日期) ?: ?\d|来源 ?:|作者 ?:))/

/** What a site prints in front has at most so many units. */
export const GLUED_FRONT = 240

/**
 * Where each part ends of what a site prints in a row in front of its preface, or of the speech, on the same line: the
 * trail, the title, the fields. Empty where it prints no such row.
 *
 *     首頁>發言稿>正文 護士節發言稿(精選6篇) 時間:2021-05-10 17:46 閱讀(1.6W) 在日常生活中,…
 *                    ^                      ^                              ^
 */
export function matchGluedFront(line: string): number[] {
  const ends: number[] = []
  let at = 0
  const read = (length: number) => {
    at += length
    if (length > 0) ends.push(at)
    return length > 0
  }
  const isTrail = read(TRAIL.exec(line)?.[0].length ?? 0)
  const isTitled = read(titleAt(line, at))
  // 首頁 > 講話稿 > 消防講話稿(6篇) 時間: — without a title behind it, the last step is the title.
  const step = isTrail && !isTitled ? lastStep(line.slice(0, at)) : 0
  if (step > 0) ends.splice(0, 0, step)
  // A title may be printed again with its count.
  if (isTitled) read(titleAt(line, at))
  const isTold = read(fieldsAt(line.slice(at)))
  if (isTold) read(titleAt(line, at))
  const rest = line.slice(at)
  const isNamed = isTrail && /(?:正文|内容) *$/.test(line.slice(0, ends[0]))
  if (rest === '') return isNamed && isTitled ? ends.slice(0, -1) : []
  return (isTold || isNamed || (isTrail && isTitled)) && opens(rest) ? ends : []
}

function titleAt(line: string, at: number): number {
  const [all = '', title = ''] = TITLE.exec(line.slice(at)) ?? []
  return endsInGenre(title) || (namesGenre(title) && FIELD.test(line.slice(at + all.length))) ? all.length : 0
}

/** Where the last step of a trail starts, if it is a title; 0 otherwise. */
function lastStep(trail: string): number {
  const at = trail.search(/[^>»›→ ][^>»›→]*$/)
  const step = trail.slice(at).trimEnd()
  return step.length >= 5 && endsInGenre(step) ? at : 0
}

/** Units of a row of fields, with the columns and tools behind them. */
function fieldsAt(said: string): number {
  let at = 0
  for (let part = FIELD.exec(said); part; part = FIELD.exec(said.slice(at)) ?? COLUMN.exec(said.slice(at)))
    at += part[0].length
  return at
}

/** Whether a preface, a speech or the first heading stands behind. */
function opens(rest: string): boolean {
  if (!/^[一-龥“《【×].{15}/.test(rest)) return false
  return /^[^,。!?]{2,80}[,。!?]/.test(rest) || matchAddress(rest) !== undefined || matchHeadings(rest).length > 0
}
