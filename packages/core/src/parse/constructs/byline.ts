import { isDateLine } from './closing.ts'

const OFFICE =
  /(?:书记|主席|主任|市长|县长|区长|镇长|乡长|省长|局长|处长|科长|部长|校长|院长|厂长|经理|董事长|总裁|会长|社长|站长|队长|班长|教授|教师|老师|学生|同学|代表|秘书长|委员|政委|所长|行长|理事长|总工程师|园长|村长|支书|(?:[一二三四五六七八九十]|\d)+\(?(?:\d|[一二三四五六七八九十])*\)?班)/
//  校長:王明    局長王明
const NAMED = new RegExp(
  `^(?!.*(?:讲话|致辞|致词|发言|演讲|寄语|报告))[^。,;!?:]{0,12}${OFFICE.source}(?::[一-龥 ]{2,6}|[一-龥]{2,3})$`,
)
const SPEAKER =
  /^(?:演讲人|演讲者|主讲人?|发言人|讲话人|致辞人|主持人|汇报人|述职人|报告人|宣讲人|作者|单位|姓名|班级|时间|地点|会议时间|会议地点|参加人员|出席人员):.{1,60}$/

/**
 * Whether a folded line between title and salutation says who speaks, where or when.
 *
 *     ——在全縣教育工作會議上的講話      (20xx年4月10日)      縣長  王 明      (根據錄音整理)
 */
export function isByline(head: string, length: number): boolean {
  if (length > 60) return false
  if (isDateLine(head) || SPEAKER.test(head)) return true
  if (/^(?:——|—|--).{2,}/.test(head) || /^在.{2,30}[上中]的(?:讲话|发言|致辞|演讲|报告|汇报)$/.test(head)) return true
  if (/^\([^()]{0,8}\d{1,2}[日号][^()]{0,24}\)$/.test(head)) return true
  if (/^\((?:[^()]{2,40}(?:整理|讲话|发言|演讲|致辞|稿|会议|时间|\d日)|.{0,20}[日号])\)$/.test(head)) return true
  if (NAMED.test(head) || /^[一-龥](?: ?[一-龥]){1,2}$/.test(head)) return true
  if (/[。,;!?:]/.test(head)) return false
  return (
    (OFFICE.test(head) || /[长员师家手者人工] +[一-龥]/.test(head)) &&
    /^[^ ]{2,24}(?: +[^ ]){1,3}$|^.{2,30} +[一-龥](?: ?[一-龥]){1,3}$/.test(head)
  )
}

/** 【王明發言】 — a label on a line of its own that opens another speaker's speech. */
export function isSpeakerLabel(head: string): boolean {
  return /^【[^【】]{2,40}(?:发言|讲话|致辞|演讲|致词|表态|汇报|报告)】:?$/.test(head)
}
