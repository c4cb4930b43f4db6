import { HAN, parseNumeral } from '../parse/numeral.ts'
import type { Announcement } from '../schema/speech.ts'
import { codeSet } from '../source/code-set.ts'
import { fold } from '../source/fold.ts'
import { unitsOf } from '../source/units.ts'
import { eachNear } from './near.ts'
import { lookAt, signsOf } from './signs.ts'

/** A promise of what follows, and where it stands in the text it was found in (UTF-16 units). */
export interface AnnouncementMatch extends Announcement {
  start: number
  end: number
}

const COUNT = `(${HAN}{1,3}|两|几|\\d{1,2})`
const THINGS =
  '(?:意见|要求|希望|建议|看法|体会|想法|感受|态度|感悟|思考|认识|说明|表态|内容|感想|期望|期待|倡议|心得|启示|问题|情况|工作|议[程题]|流程|仪程|程序|报告|提议|寄语|嘱托|叮嘱|叮咛|祝愿|感谢|打算|提醒|承诺|请求|保证|经验|做法|教训)'
const ENDS_WITH_THING = new RegExp(`${THINGS}$`)
const NOUNS =
  '(?:问题|关键词|词|字|态|希望|观点|故事|小故事|优势|特点|要求|建议|请求|感谢|对不起|约定|比方|数字|镜头|画面|转变|坚持|关系|步骤|办法|例子|道理|心愿|愿望|想法|意思|理由|提醒|承诺)'
/** A noun of what is said. */
const NAMED_THING = new RegExp(`(?:${NOUNS}|${THINGS})$`)
/** What a speaker counts: points, aspects, sentences; behind 點, 個 and 條, any short noun that ends the clause. */
const COUNTED = new RegExp(
  `${COUNT}(?:个?(?:方面|层面|层次|角度|部分|环节)(?:的)?${THINGS}?|[点个条][的小]?(?:“[^“”,。]{1,6}”|${NOUNS}|${THINGS}|[一-龥]{1,4}(?=[。:,;!]|$))?|句(?:心里|悄悄|土|知心|真心|掏心窝子?|掏心|大实|实在|老实|老|家常|肺腑之?|贴心|闲|说|[一-龥]{2}[说写讲]的)?的?(?:话|言)|招(?=[:,。])|样(?:东西|礼物|宝贝|本[事领]|家[当什]|法宝)|道(?:题|算术题|难题|菜)|种[一-龥]{1,4}(?=[。:,;!]|$)|声(?:感谢|谢谢|对不起)|层意思|件[小大]?(?:事情?|案[子例])|项(?:的)?${THINGS}?)`,
  'y',
)
/** 提“四個不”: a slogan that counts what it holds. */
const SLOGAN = new RegExp(`“${COUNT}(?:个|种|项|大|条)[^“”,。]{1,5}”`, 'y')
const SAYING =
  /(?:讲|谈|提|交[代待]|表达|讨论|探讨|[向跟]大家保证|提议|倡议|说|说明|聊|念|发|共勉|强调|重申|补充|(?<!代)表明?|汇报|通报|交流|分享|讲述|介绍|宣布|送|送给.{1,6}|(?:我[^,了过]{0,4})送(?:给)?[^,了过]{1,6}|送(?:你们?|大家|各位|您)|(?<=我[^,了过]{0,4})问(?:大家|各位|你们|同学们)|(?:提醒|叮嘱|嘱咐|告诫|拜托|[给向])(?:大家|各位|你们|您|同学们?|同志们?|老师们?|孩子们?|朋友们?)|报告|阐述|许下|(?<![合协操写创]|(?<!职)工)作出?|做出?|明确|说说|讲讲|谈谈|聊聊|(?:大家|各位|你们|您)支)(?:出|成|以下|如下|这么|这样|上|到){0,2}(?:(?:我|我们)?自己的|我的|我们的)?$/
const ORGANISING = /(?:做好|抓好|把握好?|抓住|突出|着力|围绕|展开|落实好?|努力)(?:以下|如下)?$/
/** 如果我當選,我準備做好三個方面的工作。 — what a candidate means to do is counted, and not told. */
const MEANING_TO = /准备|打算|计划|我[将会想]/
const AGENDA = /(?:共|一共|总共|主要|今天)?有$|安排[了有]?$|(?:大会|会议|活动|仪式|议程|程序)(?:共|分|为|分为|包括)*$/
/** 今晚的活動共有四項內容 */
const MEETING_HAS = /(?:会议?|活动|仪?式|典礼|[开闭]幕式|晚会)(?:(?:共|一共|总共|主要)?(?:有|分为|安排了?|包括)|一?共)$/
/** 今天的會,放在打穀場上開,一共四項內容: */
const IN_ALL = /^(?:一共|总共|共)(?:有|是)?$/
/** 我的發言分三個部分 */
const DIVIDED =
  /(?:讲话|演讲|发言|汇报|报告|述职|分享|要讲的|要说的)[^,。]{0,6},?(?:主要|一?共)?(?:分[为成]?|包括)(?:以下|如下)?$/
/** 我向大會述職,分三個部分。 */
const PARTED = /^(?:主要|共|一共)?分[为成]?$/
/** 提三點不成熟的意見 */
const THING_BEHIND = new RegExp(`^[^,。:;!?]{1,6}的${THINGS}`)
/** 借此機會,我來說一說這三個詞。 */
const TOLD = /我[^,了过]{0,6}(?:说一?说|讲一?讲|谈一?谈|聊一?聊)这$/
/** 沒有什麼偏方,只有四項叮嚀    如果當選,我有以下幾點想法 */
const LEFT = /只有$|带来了?$|有(?:以下|如下)$/
const LEFT_THING = /(?:叮咛|叮嘱|嘱咐|希望|建议|提醒|寄语|祝愿|请求|期望|期待|想法|要求)$/
/** 修渠的經驗,我歸納為兩點 */
const SUMMING_UP = /(?:[说讲谈]|概括|归纳|总结|归结)[为成]$/
/** 今天我重點講講當選以後的兩點打算。 */
const TELLING_OF = /我[^,了过]{0,6}(?:[说讲谈]一?[说讲谈]|聊一?聊|汇报|分享)[^,了过这那]{1,12}的$/
/** 我承諾做到兩點: */
const PLEDGED = /我们?[^,了过]{0,4}(?:(?:承诺|保证)[^,了过]{0,4}做到(?:以下|如下)?|承诺)$/
/** 以上兩點, 這三點, 上級提了四點要求, 去年講了: what was said before or by others. */
const OTHERS = /(?:以上|上述|这|那|前面|上面|刚才)$/
const REPORTED = /(?:提出?|讲|强调|作)(?:出)?了$/

/** A count of at least two and a counter, and more than 一個: no promise is without them. */
const TRACE =
  /(?<=(?:十一|[二三四五六七八九十两几\d])(?:[点句层条项件样道招声]|方(?=面)|部(?=分)|[个种大](?=[^一]|一[”律])))/y
const COUNT_NEAR = { trace: TRACE, runUp: codeSet('一二三四五六七八九十百零两几0123456789'), before: 4 }
const SLOGAN_NEAR = { trace: TRACE, runUp: codeSet('“一二三四五六七八九十百零两几0123456789'), before: 5 }

const COUNT_SIGN = signsOf('count')

/**
 * The promises that a paragraph makes of what follows: 我講四點意見; 從三個方面談.
 *
 * @param folded the text folded, and
 * @param shown its signs, where they are at hand
 */
export function findAnnouncements(
  text: string,
  folded = fold(text),
  shown = lookAt(unitsOf(text)),
): AnnouncementMatch[] {
  const found: AnnouncementMatch[] = []
  eachNear(folded, shown, COUNT_SIGN, COUNTED, COUNT_NEAR, see)
  if (!folded.includes('“')) return found
  eachNear(folded, shown, COUNT_SIGN, SLOGAN, SLOGAN_NEAR, see)
  return found.sort((a, b) => a.start - b.start)

  function see({ 0: counted, 1: numeral = '', index: start }: RegExpExecArray): void {
    const end = start + counted.length
    const from = lastBreak(folded, start) + 1
    const before = folded.slice(from, start)
    const after = folded.slice(end, end + 24)
    const above = folded.slice(Math.max(0, from - CLAUSE), from)
    if (isAskedFor(before, above)) return
    if (
      !isAnnounced(counted, before, after, above) &&
      !isGiven(counted, before, after) &&
      !isCalled(counted, before, above, after)
    )
      return
    const count = numeral === '几' ? null : (parseNumeral(numeral) ?? null)
    if (count === null || count >= 2) found.push({ text: text.slice(start, end), count, start, end })
  }
}

/** 我想把三句話送給大家    取出四個詞,送給大家 — what is given to the listeners is promised. */
function isGiven(counted: string, before: string, after: string): boolean {
  // 民警趕來,有幾句話要說,大家歡迎。
  if (/[了过]$|(?:以上|上述|这|那)$/.test(before) || isByOthers(before) || /欢迎|掌声/.test(after)) return false
  if (TO_SAY.test(after))
    return (
      !/[他她它每都]|大家|各位|你们/.test(before) && (!/[件样道]/.test(counted) || /[讲说]给|叮嘱|嘱咐/.test(after))
    )
  return /[词字话言]$|希望|建议|祝愿|寄语|叮嘱|叮咛|忠告|礼物$/.test(counted) && GIVING.test(after)
}

/** 我有四項叮嚀要講    還有兩個小建議,想跟大家說一說 */
const TO_SAY =
  /^,?我?[还也]?(?:想|需?要)(?:[跟和同向对给再在][^,。:;!?他她]{1,6}|接着.{0,3})?(?:讲|说|谈|提(?!问)|强调|交代|叮嘱|嘱咐|汇报|分享|聊)/

/** 我準備了四點體會,向大家匯報 */
const PREPARED = /(?:准备|带来|归纳|总结|有)[出好]?了$/
const PREPARED_THING = new RegExp(`(?:${THINGS}|[词字话])$`)
const SHARED =
  /^,?我?[想要]?(?:[说讲]出来,?)?(?:[向和与跟同对给供请](?:大家|各位|你们|同[学志仁事]|老师)|汇报|分享|交流)/

const GIVING =
  /^,?(?:我)?(?:今天|现在)?(?:想|要|就)?(?:送给|赠给|赠送给|献给|留给|分享给|讲给|说给|(?:转[告达述交]|传达|[带交留])给?)(?:[^,。:;!?我他她]{0,8}们|[^,。:;!?我]{0,4}(?:大家|各位|你|您|新人|在座))/

/** 我今天送給大家,叫作“三個聽得見”    我要說的是“四個統一”。 — the slogan that names what was given. */
function isCalled(counted: string, before: string, above: string, after: string): boolean {
  if (!counted.startsWith('“')) return false
  if (SUMMED.test(before)) return /^,.{0,16}(?:[讲说谈聊]|送给|分享|共勉)/.test(after)
  if (/我用$/.test(before)) return /^[给向跟来][^。!?]{0,10}[讲说谈]/.test(after)
  if (/我[^他她]{0,6}[讲说谈]的(?:就|正)?是$/.test(before)) return /^[。:]|^$/.test(after)
  if (!/^(?:就)?(?:叫|叫作|叫做|名叫|名为|就是|是)$/.test(before)) return false
  return /我[^。!?我他她]{0,8}(?:送|讲|说|谈|提|告诉)[^。!?]{0,10},$/.test(above)
}

/** 我把它概括為“四個不”,今天講一講 */
const SUMMED = /^我[^他她]{0,12}(?:概括|总结|归纳|归结)[为成]$/

/** 你給我講三點理由    他每晚打電話給我,只說三個字 — what somebody else says or is asked for is no promise. */
function isAskedFor(before: string, above: string): boolean {
  return (
    /请我来(?:说|讲)$/.test(before) ||
    /给我(?:们)?(?:(?:说|讲|谈|提|念|报|背|写)(?:出|过|了)*)?$/.test(before) ||
    /(?:^|[^给向对跟和与同])你(?:们)?[先再就也来]?(?:说|讲|谈|提)$/.test(before) ||
    (/[给对跟]我(?:(?:打|发|写|留|来|说|讲|回)[^。!?]{0,8})?,$/.test(above) &&
      /^(?:只|就|总|先|又)?[说讲念写]$/.test(before))
  )
}

/** The clause before is looked at so many units back. */
const CLAUSE = 24

/** A clause reaches back at most so many units. */
const CLAUSE_LIMIT = 80

const isBreak = codeSet('。!?;,:')

function lastBreak(folded: string, from: number): number {
  const least = Math.max(0, from - CLAUSE_LIMIT)
  for (let at = from - 1; at >= least; at--) if (isBreak(folded.charCodeAt(at))) return at
  return least - 1
}

function isAnnounced(counted: string, before: string, after: string, above: string): boolean {
  const near = before.slice(-16)
  if (TOLD.test(near)) return /^[。:]|^$/.test(after)
  if (PLEDGED.test(near)) return /^[:。]/.test(after)
  //  要做到兩個不留    先做兩道題
  if (OTHERS.test(near) || /做到(?:以下|如下)?$/.test(near) || (/道/.test(counted) && near.endsWith('做'))) return false
  if (counted.startsWith('“')) {
    const isSaid = SAYING.test(near.replace(/一个$/, ''))
    return (
      (isSaid || /承诺$|我(?:将|会|一定|保证)[^,]{0,4}(?:做[好到]|坚持)$/.test(near)) &&
      (/我/.test(SAYING.test(near) ? before : above + before) || (/只[讲说谈]$/.test(near) && /我/.test(above))) &&
      /^(?:的?(?:承诺|要求|倡议|希望|保证|建议|标准))?(?:[:。]|$)/.test(after)
    )
  }
  if (/项$/.test(counted) && /议程(?:共|一共|总共|主要)?(?:有|分为|包括|为)$/.test(near)) return true
  if (
    /[项个](?:内容|流程|仪程|程序)$/.test(counted) &&
    (MEETING_HAS.test(near) || (IN_ALL.test(before) && /^[:。]/.test(after)))
  )
    return true
  if (TELLING_OF.test(near)) return !isByOthers(before) && (NAMED_THING.test(counted) || /^[:。]|^$/.test(after))
  if (/议[程题]$/.test(counted)) return AGENDA.test(near) || SAYING.test(near)
  // 十點 is an hour, 五條 are roads: alone, the counter must be followed by what ends the promise.
  const bare = !ENDS_WITH_THING.test(counted)
  if (bare && /[点条项]$/.test(counted) && !/^[:,。;!]|^$/.test(after) && !THING_BEHIND.test(after)) return false
  //  說十個 counts what nobody has named.
  if (counted.endsWith('个')) return false
  // 送給孩子們三樣東西 hands them over.
  if (/样/.test(counted) && /送.{0,8}$/.test(near)) return false
  // 給老師送去十個饅頭 hands them over, too.
  if (/个/.test(counted) && /送[^,]{0,8}$/.test(near) && !NAMED_THING.test(counted)) return false
  // 我想做兩件小事 is a plan.
  if (/件/.test(counted) && near.endsWith('做')) return false
  //  答對的多發兩個雞蛋
  if (near.endsWith('发') && bare) return false
  if (SUMMING_UP.test(near)) return (/我|大家/.test(before) || /^:/.test(after)) && !isByOthers(before)
  if (SAYING.test(near)) return !isByOthers(before)
  if (REPORTED.test(near)) return /(?<![对向给])我/.test(before)
  // 我只有兩個請求。 — without a clause before it, nothing is left over.
  if (near.endsWith('只有') && !above.endsWith(',')) return false
  if (LEFT.test(near)) return LEFT_THING.test(counted) && /我/.test(above + before) && !isByOthers(above + before)
  if (/我还?有$/.test(near))
    return PREPARED_THING.test(counted) && (SHARED.test(after) || /^,?(?:想|要)?(?:留|送|交|说|讲)给/.test(after))
  if (PREPARED.test(near))
    return /我/.test(before) && !/[给为替]/.test(before) && PREPARED_THING.test(counted) && SHARED.test(after)
  if (/方面|部分|层面|层次|角度|环节|词$|句话$|字$|故事$|镜头$|画面$|例子$|数字$/.test(counted)) {
    if (DIVIDED.test(near) || (PARTED.test(before) && /我|下面|现在/.test(above) && DIVIDED.test(above + before)))
      return !isByOthers(above + before)
    if (ORGANISING.test(near)) return /^[:。]|^$/.test(after) && !MEANING_TO.test(before)
    if (/(?:从|就|围绕|分[为成]?|在|用|以)(?:以下|如下)?$/.test(near))
      return (
        /^[^。!?]{0,14}(?:讲|谈|说|汇报|作|做|发言|介绍|概括|形容|总结|阐述|论证|论述|说明|证明|展开|回答|展开|分享|交流|聊|报告|述[职责廉法学]|表)/.test(
          after,
        ) && !isByOthers(before)
      )
  }
  return false
}

/** Whether the clause's speaker is somebody else. */
function isByOthers(before: string): boolean {
  return (
    /(?:书记|市长|主席|主任|总理|上级|中央|省委|市委|县委|会议|他|她|校长(?![伯叔爷奶妈爸阿])|领导)[^我]{0,8}$/.test(
      before,
    ) && !/我|你们/.test(before)
  )
}
