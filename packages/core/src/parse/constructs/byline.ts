import { isDateLine } from './closing.ts'

/** Words for who holds an office, or belongs to a trade or a class. */
export const OFFICE =
  /(?:[乡书事会判区厂厅县台司团园士处察局州市庭所排机村校段班省社科站组署股舰船营行连部镇队院馆]长|书记|主席|主任|经理|总裁|总监|主管|教授|讲师|博士|院士|教师|老师|学生|同学|代表|秘书|理事|监事|委员|政委|指导员|工程师|支书|干事|法官|律师|医生|医师|护士|总编辑|主编|记者|参赞|大使|领事|议员|专员|司令|将军|教练|(?:[一二三四五六七八九十]|\d)+\(?(?:\d|[一二三四五六七八九十])*\)?班|[一二三四五六初高大]年级)/
/** Whether a folded line is nothing but a name and an office, or what one calls somebody of a trade: 梁校長:    老江師傅: */
export function callsByOffice(head: string): boolean {
  return CALLED.test(head)
}

const CALLED = new RegExp(
  `^(?!各位|[两几])[一-龥]{1,4}?(?:${OFFICE.source}|师傅|师父|大夫|先生|女士|大[哥姐爷娘伯]|阿姨|叔叔|同志):$`,
)

//  校長:王明    局長王明
const NAMED = new RegExp(
  `^(?!.*(?:讲话|致辞|致词|发言|演讲|寄语|报告))[^。,;!?:]{0,12}${OFFICE.source}(?::[一-龥· ]{2,6}|[一-龥]{2,3})$`,
)
const KEY =
  '(?:文|获奖(?:集体|团队|单位|班组|家庭)|讲[者员]|主讲|撰稿|执笔|记录|作者|姓名|单位|部门|班级|学校|场合|对象|听众|议题|会议名称|周次|[升护]旗手(?:、[升护]旗手)?|(?:承办|主持|升旗|值周)班级?|(?:演讲|主讲|发言|讲话|致[辞词]|主持|汇报|述职|报告|宣[讲读]|领誓|竞[选聘]|应聘|获奖|参赛|授课|撰稿|执笔|记录)[人者]|(?:参赛)?选手|[一-龥]{0,2}嘉宾|(?:指导|授课)[老教]师|(?:竞聘)?岗位|(?:竞选)?职务|(?:发言|演讲|讲话)?题目|(?:授课|会议|活动|主持|演讲|发言|讲话|述职|竞[选聘]|宣[讲誓]|汇报|致辞)?(?:时间|地点|日期)|[参出列缺][加会席](?:人员)?)'
const SPEAKER = new RegExp(`^(?:${KEY}[:/]|[【[]${KEY}[】\\]]:?)(?!.*(?:我|你们|大家|—$)).{1,60}(?<![。!?])$`)
/** Whether a folded line says with a key who speaks, where or when: 演講者:花石小學 穆小禾    【致辭人】校友代表    地 點:操場 */
export function isKeyedByline(head: string): boolean {
  return SPEAKER.test(head[1] === ' ' ? head.replace(/ +/, '') : head)
}

/** Whether a folded line says to whom the words below are given: 【第二位獲獎者:送水工 小石】 */
export function namesAwarded(head: string): boolean {
  return /^[([【]?(?:第[一二三四五六七八九十\d]+[位个名])?(?:[获得受授领]奖|颁奖对象)[^:,。]{0,4}:[^:。!?]{2,30}$/.test(
    head,
  )
}

/** What a remark in brackets says of a text: how it was taken down, what was left out. */
const RECORD =
  '(?:录音|录像|现场|记录|速记|笔录)[^()]{0,8}(?:整理|记录)|整理|审[阅定核]|[记草]录?稿|提纲|节选|摘[要录]|有删[节减改]|全文|译文|讲话|发言|演讲|致辞|致词|报告|会议|时间'

/**
 * Whether a folded line between title and salutation says who speaks, where or when.
 *
 *     ——在全縣教育工作會議上的講話      (20xx年4月10日)      縣長  王 明      (根據錄音整理)
 */
export function isByline(head: string, length: number): boolean {
  if (length > 60) return false
  if (isDateLine(head) || isKeyedByline(head)) return true
  if (/^[[【]/.test(head) && isDateLine(head.replace(/^[[【](.*)[\]】]$/, '$1'))) return true
  const inner = /^\(([^()]+)\)$/.exec(head)?.[1]
  if (inner && (SPEAKER.test(inner) || (NAMED.test(inner.replaceAll(' ', '')) && !/[换改替]/.test(inner)))) return true
  if (CAST.test(head) || isNamedInBrackets(head) || NAME_BEHIND.test(head)) return true
  if (/^(?:——|—|--).{2,}/.test(head) || IN_PLACE.test(head)) return true
  if (/^\([^()]{0,12}[\d一二三四五六七八九十xX×*][日号](?![后之前])[^()。!?]{0,24}\)$/.test(head)) return true
  if (REMARK.test(head)) return true
  if (NAMED.test(head) || /^[一-龥](?: {0,8}[一-龥]){1,2}$/.test(head)) return true
  if (/[。,;!?:]/.test(head)) return false
  if (isSpaced(head) && isOfficer(head)) return true
  return (
    (OFFICE.test(head) || /[长员师家手者人工] +[一-龥]|[傅弟民主属友兵户] +[一-龥](?: ?[一-龥]){1,2}$/.test(head)) &&
    /^[^ ]{2,24}(?: +[^ ]){1,3}$|^.{2,30} +[一-龥](?: ?[一-龥·]){1,5}$/.test(head)
  )
}

/** (供電所運維班 霍小川)    (婚宴答謝 男方父親 祝 長 庚) */
const NAME_BEHIND =
  /^\([^()。,;!?:]{2,20}(?:[班校队组部站村员师生长任人记] +[一-龥·](?: *[一-龥·]){1,3}| [一-龥](?: +[一-龥·]){1,3})\)$/

/** Whether a folded line in brackets gives a name, and the office behind it: (戚國珍,鎮農技站站長) */
export function isNamedInBrackets(head: string): boolean {
  return NAME_AND_OFFICE.test(head)
}

const NAME_AND_OFFICE = new RegExp(`^\\([一-龥·]{2,4}[,、 :][^(),。;!?:]{0,16}${OFFICE.source}\\)$`)

/** Whether a folded line is nothing but the host's label in a box: 【主持人】    【主持人串詞】 */
export function namesHost(head: string): boolean {
  return /^【(?:主持|司仪)[^【】]*】$/.test(head)
}

/** Whether a folded line names who will speak in a script, and does not begin it: 主持人甲:靳小舟 主持人乙:桑小滿 */
export function namesCast(head: string): boolean {
  return CAST.test(head) && !/[各们好]/.test(head)
}

/** Whether folded words end with an office, or with one and a name behind a blank: 校長    縣長 靳遠山 */
export function namesOffice(head: string): boolean {
  return IN_OFFICE.test(head)
}

const IN_OFFICE = new RegExp(`^[^。,;!?:“”《》]{0,16}${OFFICE.source}(?: [一-龥·](?: ?[一-龥·]){1,3})?$`)

/** Whether a folded line is nothing but an office and a name, set off by a blank: 局長 顧長青 */
export function isOfficer(head: string): boolean {
  return head.includes(' ') && NAMED.test(head.replaceAll(' ', ''))
}

/** 男主持:林海 女主持:周舟    人物:老船長、小水手 */
const CAST =
  /^(?:配乐|背景音乐|伴奏|服装|道具):[^。!?]{2,20}$|^(?!.*(?:编辑|来源|时间|发布|浏览|责编|点击|阅读|栏目|上传):)(?:[一-龥]{1,5}[甲乙一二12]?:[一-龥·]{2,4}[ ,;、]+){1,5}[一-龥]{1,5}[甲乙一二12]?:[一-龥·]{2,4}$|^(?:人物|演员|表演者?|朗诵者?|参演人员|演出者|角色|领诵|主持人?|[男女]主持人?):[一-龥·]{2,4}(?:[ ,、]+[一-龥·]{2,4}){0,5}$/

/** 院  長    符  致  遠 */
function isSpaced(head: string): boolean {
  return head.length <= 40 && /^(?:[一-龥]{1,6} +){2,}[一-龥]{1,4}$/.test(head)
}

/** 在全縣教育工作會議上的講話 */
const IN_PLACE =
  /^在.{2,40}[上中时]的?(?:即席|即兴|总结|主旨|主题|闭幕|开幕|开场|动员|表态|重要)?(?:讲话|发言|致辞|致词|演讲|报告|汇报|演说|主持词|贺词|祝词)$/
const REMARK = new RegExp(`^\\((?:[^()]{0,40}(?:${RECORD})[^()]{0,20}|.{0,20}[日号])\\)$`)

/** 【王明發言】    李梅(護士): — a label on a line of its own that opens another speaker's speech. */
export function isSpeakerLabel(head: string): boolean {
  return /^【(?:[^【】、,:]{2,12}代表(?: [一-龥·]{2,4})?|[^【】]{2,40}(?:发言|讲话|致辞|演讲|致词|表态|汇报|报告|提问|问答|答问|答辩|陈词|串[场词]|主持词|感言|宣誓|领誓|回应|答谢[词辞]?|答[词辞礼]|[属表]致谢|(?:老师|教师|主任|书记|[校班队]长)[^【】]{0,2}总结|总结(?:陈词|发言|讲话)|[员人长席][^【】]{0,4}(?:开场白|结束语|总结|寄语|点评))(?:\([^()]{1,8}\))?(?:,由[^【】,]{2,8}代[读念致])?|[^【】,]{2,16}的?(?:来?信|留言),由[^【】,]{2,8}代[读念])】:?$|^(?:[一-龥]{2,4}|[一-龥]{2,10}(?:代表|[长任记员师人]))\([^()]{2,24}\):$|^\([^()]{2,12}答[词辞]\)$/.test(
    head,
  )
}

/** 老人代表發言: */
const SPOKEN =
  /^(?!.*(?:请|由|让|下面|以下|如下|我|听|关于|在|转|分享|整理|一篇))[^。,;!?:()“”]{2,14}(?:发言|讲话|致辞|致词|表态|答谢[词辞]?|答词|开场|陈述|提问):$/

/** 校長總結:    評委點評: */
const SUMS_UP = new RegExp(
  `^[^。,;!?:()“”]{0,10}(?:${OFFICE.source}|家长|嘉宾|领导|评委|专家|主持人?)(?:作|做)?(?:总结|小结|点评|寄语|回应|补充|汇报):$`,
)

/** Whether a folded line is nothing but who speaks, set off by a blank, and a colon: 縣林業局局長 顧青松:    護林員 老邵: */
export function namesSpeaker(head: string): boolean {
  if (SPOKEN.test(head) || SUMS_UP.test(head)) return true
  return (
    /^[^。,;!?:()]{2,20} [一-龥·](?: ?[一-龥·]){1,3} ?(?:\([^()]{2,16}\))?:$/.test(head) &&
    (OFFICE.test(head) || /[长员师家手者人工生兵傅弟民主属友户] +[一-龥]/.test(head))
  )
}
