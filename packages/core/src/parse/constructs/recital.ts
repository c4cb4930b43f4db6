import { parseNumeral } from '../numeral.ts'
import type { MarkerMatch } from './marker.ts'

/**
 * Whether a folded line announces lines that are recited or kept, one clause each: an oath, a promise, rules.
 *
 *     請大家舉起右手,跟我宣誓:
 *     大家舉手通過了三條規矩:
 */
export function announcesRecital(tail: string): boolean {
  return RECITAL.test(tail) || RULES.test(tail)
}

const RECITAL =
  /(?:[宣起领立发]誓|誓词|誓言|誓约|[跟随]着?我(?:一起)?(?:念|读|说|喊)|口号)[^。!?]{0,16}[:。!—]*$|[跟随]着?我(?:一起)?(?:念|读|说|喊|宣誓)[^。!?]{0,32}:$/
/** Words that end ordinary sentences too: only with a colon they announce. */
const RULES =
  /(?:宣读|公约|规矩|守则|约定|承诺|保证|倡议|口诀|歌谣|童谣|三字经|念出?来|出声来|一起[念读说喊]|齐声?[念读说喊]|规定|规范|纪律|铁律|戒律|禁令|准则|信条|顺口溜|歌词|诗句|对联|标语|要诀|约法|几[条句]|[二两三四五六七八九十][条句](?:话)?)[^。!?]{0,8}:$/

/** Whether a folded line announces verse, each line of which is a paragraph: 夜裏編了四句,唸給大家聽: */
export function announcesVerse(tail: string): boolean {
  return VERSE.test(tail) && !TOGETHER.test(tail)
}

const VERSE = /(?:诗(?!歌朗)|[班队校厂村站社连]歌|山歌|小[曲调]|编了[^,。!?]{0,4}句)[^。!?]{0,32}:$/

/** 我編了幾句順口溜,請大家跟我念: — what all say is recited. */
const TOGETHER = /[跟随]着?我(?:一起)?[念读说喊]|一起[念读喊]|齐[声念读]/

/** Whether a folded line ends by announcing an oath: 我們莊嚴宣誓: */
export function announcesOath(tail: string): boolean {
  return OATH.test(tail)
}

const OATH =
  /(?:[宣起领立发]誓|誓词|誓言|誓约|[跟随]着?我(?:一起)?(?:念|读|说|喊)|宣读)[^。!?]{0,16}[:—]$|[跟随]着?我(?:一起)?(?:宣誓|念|读)[。!]$/

/** How many lines an announcement promises: 三條規矩: */
export function countRecited(tail: string): number | undefined {
  const [, numeral] =
    /([二两三四五六七八九十]{1,2}|\d{1,2})(?:条|句|项|点|则|不|要|个)[^。!?]{0,8}[:。]?$/.exec(tail) ?? []
  return numeral === undefined ? undefined : parseNumeral(numeral)
}

/** Whether a line takes a vote: 一、同意的請舉手。(請放下)    選橘子燈的,請舉手; */
export function isVote(head: string): boolean {
  return /(?:(?:同意|赞成|反对|弃权|意见|异议).{0,12}|的,?也?)请(?:举手|鼓掌|起立|举票)/.test(head)
}

/** Whether a numbered line is a step of a ceremony: 一、新人入場    三、合影留念 */
export function isCeremonyStep(head: string): boolean {
  return STEP.test(head)
}

const STEP =
  /^[^:。,!?请由让]{2,20}(?:入场|退场|致辞|致词|讲话|发言|颁奖|颁发.{2,8}|宣读.{2,10}|介绍(?:来宾|嘉宾|领导)|奏(?:国歌|乐|唱国歌)|升国?旗|合影(?:留念)?|剪彩|揭牌|揭幕|签约|默哀|敬茶|交换戒指|宣誓|授旗|授牌|鸣炮|献花|参观)[;。]?$/

/** Whether what a number stands before is a number of a programme: 1、舞蹈《小雪花》 */
export function isProgrammeItem(head: string): boolean {
  return ACT.test(head) || PRESENTED.test(head)
}

/** 3、獨腳戲《站長的搪瓷缸》 表演者:于得水 */
const PRESENTED = /^.{0,4}[^:。,《]{2,8}《[^》]{1,24}》 {1,4}[一-龥]{2,5}:/

const ACT =
  /^[^:。]{0,6}(?:开场)?(?:[伴歌独群街]舞|舞[蹈龙狮]|[合独重对演弹说]唱|小品|相声|快板|三句半|双簧|朗诵|[配器民]乐|[独合]奏|笛子|古筝|二胡|[钢提口]琴|葫芦丝|[京豫越话本景]剧|戏曲|[梅鼓偶影游]戏|[魔武]术|太极|歌曲|时装|[走袍]秀|手语|[美啦体]操|课件|故事|杂技|评[弹书]|[大锣]鼓|二人转|秧歌|瑜伽|口技)[^。]{0,10}《[^》]*》/

/** Whether a folded line ends by calling the next act: 請欣賞舞龍《爐火正紅》! */
export function callsAct(tail: string): boolean {
  return CALL.test(tail)
}

const CALL =
  /(?:请(?:大家)?(?:欣赏|观看|听|看)|有请|掌声(?:有请|欢迎)|请.{1,12}(?:上台|上场|登场|登台|讲话|致辞|发言|表演|献唱))[^。!?]{0,24}[!。]$/

/** Whether a folded line of a host leads on to the next act: 鑼鼓打得地皮顫,下面來段快書。 */
export function leadsOn(head: string): boolean {
  return /节目|欣赏|开场|登场|轮到|掌声|有请|(?:下面|接下来|现在|最后)[^。!?]{0,8}[请来到开]/.test(head)
}

/**
 * Whether a numbered line opens with a call to a step of a ceremony.
 *
 *     一、請全體肅立,默哀三分鐘。(奏哀樂)默哀畢。
 */
export function callsStep(head: string, { rest }: MarkerMatch): boolean {
  return CALLED_STEP.test(head.slice(rest))
}

const CALLED_STEP =
  /^(?:下面|现在|首先|接下来|然后|随后|最后)?,?(?:让我们)?(?:[用以][^。,!?]{0,6}掌声,?)?(?:有?请|由|全体)[^。!?]{0,30}(?:肃立|默哀|起立|就位|鞠躬|行礼|绕灵|[致宣][^,。]{0,6}[词辞]|讲话|发言|宣读|介绍|颁|授[旗牌奖]|揭[牌幕]|剪彩|献[花茶]|奏|唱|[上登入退]台|[入登退上][场席座]|就[座位]|上来|戴上|点[燃亮]|交换|敬茶|拜|合影|签[字约署])/

/** Whether what a number stands before names what is done at a feast, a host's own words behind it: 鳴放鞭炮。 */
export function namesRite(words: string): boolean {
  return RITE.test(words)
}

const RITE =
  /^[^,。!?:]{0,8}(?:鸣炮|[鞭礼]炮|拜[寿堂年]|上寿|祝寿|切蛋糕|开[席宴]|敬[酒茶]|[点吹](?:红|蜡)?烛|许愿|改口|交杯酒?|认亲|合影|入[席场座]|就[座位]|祭[祖酒]|上香|揭[牌幕]|剪彩|点睛|培土|[升奏][^,。!?:]{0,2}[旗乐歌]|[奏唱][^,。!?:]{0,2}歌|致[^,。!?:]{0,4}[词辞]|(?:抽|颁)奖)[。!:]$/

/** Whether a folded line speaks of an agenda, so that numbers below it count its steps: 今天的大會有四項議程。 */
export function namesAgenda(head: string, tail: string): boolean {
  return head.includes('议程') || tail.includes('议程') || MEETING_HAS.test(tail)
}

/** 今天的開幕式共有五項內容。 */
const MEETING_HAS =
  /(?:会|活动|仪式|[开闭]幕式|典礼|程序|流程)[^。!?我]{0,6}(?:有|分为?|包括)[^。!?我]{0,6}[二三四五六七八九十\d]项(?:内容|程序|仪程|流程|安排|环节)?[。:,]/

/**
 * Whether a numbered line of a host takes the meeting to the next step of its agenda, and heads nothing.
 *
 *     第二項,請大家審議章程。沒有意見的請鼓掌通過。
 *     ^       ^^
 */
export function isAgendaStep(head: string, { length, rest }: MarkerMatch): boolean {
  if (!/[。!?]/.test(head)) return false
  if (/进行(?:大会|会议)?(?:的)?(?:第[^,。]{1,3}|下一)项|第[^,。]{1,3}项议程|^最后一项/.test(head.slice(rest)))
    return true
  const isItem = /^第.{1,3}项(?:议程)?[、,.:]?$/.test(head.slice(0, length).trim())
  return (
    isItem ||
    SOLEMN.test(head.slice(rest, rest + 24)) ||
    /^(?:下面|现在|首先|接下来)?,?(?:请|有请|由.{1,12}(?:作|宣读|介绍|讲话|发言)|进行|全体起立)/.test(
      head.slice(rest, rest + 24),
    )
  )
}

/** 一、奏唱國歌。請全體起立。 */
const SOLEMN =
  /^(?:奏唱?|升国?旗|投票|选举|表决|审议|宣布|宣读|通过|推选|揭牌|颁发|签字|默哀|合影)[^。!?,]{0,8}(?:,[奏唱升][^。!?,]{0,6})?。(?=[^。!?]{0,16}请|全体)/

/** 第一項:出旗,全體立正!    第三項:請隊長講話,大家歡迎! — steps that a host counts, whether or not an agenda was announced. */
export function isNamedStep(head: string, marker: MarkerMatch): boolean {
  return ITEM.test(head) && (callsStep(head, marker) || ACTED.test(head.slice(marker.rest)))
}

const ITEM = /^第.{1,3}项(?:议程)?[、,.:]/
const ACTED =
  /^(?:[出退升降]\S?旗|[奏唱鸣][^,。!?]{0,6}[歌乐炮]|[^,。!?]{0,6}(?:入场|退场|敬礼|肃立|默哀|宣誓|呼号|讲话|发言|致辞))/
