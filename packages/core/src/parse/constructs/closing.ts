import type { Closing } from '../../schema/speech.ts'
import { matchAddress } from './address.ts'

type Kind = Closing['kind']

const THANKS = /(?:谢谢|感谢)(?:大家|各位|同志们|同学们|老师们|领导|您|你们|聆听|收听|观看)?(?:的(?:聆听|收听|观看|支持))?[!。.~]*$/
const THANKS_ALONE = /^(?:最后[,]?)?(?:再次)?(?:非常|十分|衷心)?(?:谢谢|感谢)[^。;:]{0,16}[!。.~]*$/
const WISH =
  /^(?:最后[,.]?|在此[,.]?|新年即将到来之际[,]?)?(?:[^。!?]{0,40}?[,、])?(?:请允许)?(?:让我们|我|我们|我代表.{2,20})?(?:再次|一起|共同|提前|也|谨|在此|衷心|真诚|诚挚|由衷|预|同|恭|敬|先)*(?:祝|愿)(?!贺|酒|词)(?:愿|福|大家|各位|同志|同学|老师|你|我|本次|这次|此次|大会|全|朋友|新|愿意)?/
const APPEAL = /让我们|希望(?:大家|同志们|同学们|全体|各位)|我们(?:要|一定|坚信|相信|应该|必须|将)|我(?:坚信|相信|深信)|为.{2,40}(?:而)?(?:努力)?(?:奋斗|拼搏|贡献|力量)/
const COMPLETION = [
  /^(?:以上)?(?:就是)?我(?:今天)?(?:的)?(?:演讲|发言|讲话|讲解|汇报|报告|述职|主持|竞选演讲)?(?:就)?(?:到此|到这里|完毕|完了|结束|讲完了?)[^。!]{0,6}[!。.,]*(?:谢谢.{0,6})?[!。.]*$/,
  /^(?:我的|本次)?(?:演讲|发言|讲话|汇报|报告|述职)(?:就)?(?:完毕|完了|到此结束|到此为止|到这里|结束)[^。!]{0,6}[!。.,]*(?:谢谢.{0,6})?[!。.]*$/,
  /^(?:特此(?:报告|致辞|汇报|通知|说明)|此致|敬礼|散会|干杯|报告完毕|宣读完毕|发言完毕|演讲完毕|完毕)[!。.]*$/,
  /^(?:以上.{0,24}|如有不(?:当|妥|足).{0,12}|不(?:当|妥|足)之处.{0,12})[,]?(?:敬)?请.{0,24}(?:指正|批评|审议|审阅|谅解|评议|支持)[!。.]*$/,
  /^(?:敬)?请.{0,16}(?:批评指正|予以审议|批评、指正|审议)[!。.]*$/,
  /(?:我)?(?:现在)?宣布.{0,40}(?:开幕|闭幕|开始|结束|成立|开工|开业)[!。.]*$/,
  /^(?:现在|最后)?[,]?[^。!?]{0,24}(?:会|会议|活动|仪式|典礼|课|比赛|议程|晚会)(?:就|也)?(?:要)?(?:到此|到这里|圆满|胜利|全部)*(?:结束|闭幕|为止|进行完毕)[^。]{0,12}[!。.]*$/,
  /(?:干杯|举杯)[!。.]*$/,
  /^\((?:完|全文完|讲话完|完毕)\)$|^(?:全文完|完)$/,
  /^(?:请.{2,16}(?:有序|按.{2,10})(?:退场|离场|带回|回到教室|退出会场).{0,12})[!。.]*$/,
]

/** One of these characters stands in every completion; most lines hold none of them near their end. */
const MAY_COMPLETE = /[完束毕止里始立幕业指阅正审解持议杯会告辞谢此礼场带]/

/** The head and the end of a folded line, and how long the line is in units. */
export interface Shape {
  head: string
  tail: string
  length: number
}

/**
 * How a line at the end of a speech closes it; undefined where it does not.
 * The whole line is one closing, also where thanks are glued to it.
 */
export function classifyClosing({ head, tail, length }: Shape): Kind | undefined {
  if (length <= 30 && THANKS_ALONE.test(head)) return 'thanks'
  if (length <= 96 && completes(head)) return 'completion'
  if (startsAppeal(head)) return isWish(head, length) ? 'wish' : 'peroration'
  if (isWish(head, length)) return 'wish'
  if (readdresses(head) && appeals(head, tail)) return 'peroration'
  return THANKS.test(tail) ? 'thanks' : undefined
}

/** 我的發言完了。 also behind an address: 各位來賓,今天的儀式到此結束。 */
function completes(head: string): boolean {
  if (!MAY_COMPLETE.test(head)) return false
  const said = head.slice(matchAddress(head)?.end ?? addressedUpTo(head))
  return COMPLETION.some((pattern) => pattern.test(head) || pattern.test(said))
}

/** Units of 各位來賓,鄉親們, before a statement. */
function addressedUpTo(head: string): number {
  for (let at = head.indexOf(','), end = 0; ; at = head.indexOf(',', at + 1)) {
    if (at === -1 || matchAddress(head.slice(0, at + 1)) === undefined) return end
    end = at + 1
  }
}

/** 最後, 讓我們… */
function startsAppeal(head: string): boolean {
  return /^(?:最后[,.:]?|让我们|祝|愿|预祝|衷心)/.test(head) && !/^最后一|^愿意|^最后[的就]/.test(head)
}

/** 祝大家身體健康! */
function isWish(head: string, length: number): boolean {
  return length <= 120 && WISH.test(head)
}

/** 同志們,… */
function readdresses(head: string): boolean {
  return addressedUpTo(head) > 0 || (matchAddress(head)?.end ?? head.length) < head.length
}

function appeals(head: string, tail: string): boolean {
  return APPEAL.test(head) || APPEAL.test(tail) || tail.endsWith('!')
}

const DATE_LINE =
  /^\(?(?:(?:\d{2}|[一二零]{2})?(?:\d{2}|xx|××|[xX*×_~]{2}|[一二三四五六七八九零]{2})年)?(?:\d{1,2}|[xX×*]{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[xX×*]{1,2}|[一二三四五六七八九十]{1,3})[日号]\)?$|^\(?\d{4}[-./]\d{1,2}[-./]\d{1,2}\)?$|^\(?(?:\d{4}|20xx|20××|[一二][零一二三四五六七八九]{3})年(?:\d{1,2}|[xX×*]{1,2}|[一二三四五六七八九十]{1,3})月\)?$/

/** Whether a folded line is nothing but a date: 20xx年4月10日, 二〇二四年五月, (2023-05-01). */
export function isDateLine(head: string): boolean {
  return DATE_LINE.test(head)
}

/** Whether a folded line can be a signature: a name or an office, without any sentence mark. */
export function isSignature(head: string): boolean {
  return /^(?:(?:报告人|发言人|演讲人|致辞人|汇报人|述职人|署名|签名|宣誓人|承诺人):)?[^。,;!?:()"“”0-9]{2,24}$/.test(head)
}
