import type { Closing } from '../../schema/speech.ts'
import { createSieve } from '../sieve.ts'
import { type AddressMatch, matchAddress } from './address.ts'

type Kind = Closing['kind']

const THANKS =
  /(?<!一[句声个](?:[还也都]?是)?|[个说字]|[字句声话说]:)(?:谢谢|感谢|多谢)(?:大家|各位|同志们|同学们|老师们|领导|您|你们|聆听|收听|观看)?(?:的(?:聆听|收听|观看|支持))?(?:了|啦)?[!。.~]*$/
const THANKS_ALONE =
  /^thank(?:s| you)[a-z ]{0,20}[!。.~]*$|^(?:最后[,]?)?(?:拜托(?:大家|各位|你们)[了啦]?,)?(?:再次)?(?:非常|十分|衷心)?(?:谢谢|感谢|多谢)[^。;:]{0,16}[!。.~]*$/i
/** 最後,祝大家身體健康    值此新春,我衷心祝願 */
const WISH =
  /^(?:[^。!?]{0,44}?[,、.])?(?:请允许|让)?(?:我们|我谨?代表[^,]{2,20}|我)?(?:再一?次|一起|共同|提前|也|最后|谨|在此|衷心地?|真诚地?|诚挚地?|由衷地?|深深地?|预|同|恭|敬|先)*(?:祝(?!贺|酒|词|寿(?!星))|愿)/
/** 龔老師,一路走好!    同學們,新年快樂! */
const BARE_WISH =
  /^[^。;:!?]{0,40}(?:一路走好|保重|(?:年|节日?)好|大吉大利|笑口常开|发财|安息|永垂不朽|千古|一路平安|一路顺风|新年快乐|新春快乐|节日快乐|生日快乐|中秋快乐|端午安康|身体健康|万事如意|[阖合]家(?:幸福|欢乐)|心想事成|马到成功|金榜题名|旗开得胜|前程似锦|鹏程万里|学业有成|学业进步|天天进步|工作顺利|一帆风顺|吉祥如意|福寿安康|福如东海|寿比南山|百年好合|白头偕老|永结同心|早生贵子|幸福美满|财源广进|生意兴隆|早日康复|平安喜乐|拜个?[早晚大]?年[了啦]?)吧?[!。~]*$|^安息吧?,[^,。!?]{2,10}[!。]$|^[^。;:!?]{0,20}(?:快乐|吉祥|如意|安康|平安|大吉|扎西德勒)[!~]+$/
/** 讓我們舉起酒杯,爲新人乾杯! */
const TOAST =
  /^(?:(?:最后|我提议|在此|下面),?){0,2}(?:请)?让我们(?:[^。!?]{0,60}|(?:共同|一起)?(?:举杯|举起)[^。!?]{0,100})(?:干杯|一饮而尽|干了这[一杯]+)[!。~]*$/
/** Thanks that close a speech only as its last words: 向大家鞠躬致謝!    向他們表示衷心的感謝!    感謝大家來送他,感謝工友。 */
const LAST_THANKS =
  /^(?:感谢|谢谢)(?:大家|各位|你们)(?![^。!?]*(?:[下后]面|接下来|现在|[有欢]请|,[^。!?]*我))[^。!?]{4,44}[!。]$|请受(?:我|我们).{0,2}一拜[!。]$|(?:致谢|致敬|道谢|拜谢|叩谢|(?:表示|致以|献上).{0,8}(?:感谢|谢意|敬意|敬礼))[!。~]*$/
/** 慢慢來,謝謝各位家長!    感謝大家聽我嘮叨。 */
const THANKS_TO =
  /(?:^|(?<!躬)[,。!?…;~ ])(?:最后|再次|再一次|也|在此|谨此|真诚地?|衷心地?|由衷地?|非常|十分|万分|深深地?|就|我)*(?:谢谢|感谢|多谢|谢过)(?:您|你|大家|各位|诸位|在座|同志|同学|老师|领导|朋友|乡亲|父老|孩子|所有|每一位|全体|评委|家长|来宾|嘉宾|工友|战友|姐妹|兄弟|街坊|观众|听众|同仁|同事)[^,。;:]{0,20}[!。.~]*$/
/** Only so short a line can be a wish, in units: where no word for wishing stands, and where one does. */
export const BARE_LIMIT = 48
export const WISH_LIMIT = 120
const NO_WISH =
  /我愿(?:做|作|当|成为|是|把|用|将|以|像|化)|愿(?:意|望|景|(?<!祝愿)我们(?!的|每|大家|各自|彼此|所有|伟大|都|[^,。!]{0,6}[班校村镇厂][的每]))/
const APPEAL =
  /让(?:我们|咱们)|愿我们|行动起来|望(?:大家|你们|同志们|同学们|全体|各位)|[我咱]们(?:一定要|坚信|携手)|为.{2,40}(?:而)?(?:努力)?(?:奋斗|拼搏|贡献|力量)/
/** What the last instruction sends the listeners off with. */
const LEAVING = `
  顺序 次序
  退场 退席 离场 带回(?!去|来|家) 回到教室 退出会场 入座 落座 入席 移步 移驾 解散 就餐 用餐 合影 登车 上车 集合 有序 依次 留步 吃好喝好
  留一下 慢用 畅饮 尽兴 享用 [动起举]筷 [起举]箸 入场 就位 领取 到[前门台][台口前]领 签到
`
  .trim()
  .replace(/\s+/g, '|')
/** Whether a folded line appeals to the listeners: 讓我們把鞋帶繫緊! */
export function appeals(head: string): boolean {
  return /让(?:我们|咱们)|行动起来|望(?:大家|你们|同志们|同学们|全体|各位)/.test(head)
}

/** Patterns of one sentence, its mark left out. */
const COMPLETION = [
  //  我的發言完了    我的話不多,就說到這裏    我就講這些
  /^(?:以上)?(?:就是)?(?:我|我们)?(?:今天|今晚)?(?:的)?.{0,12}(?:演讲|发言|讲话|话|讲解|汇报|报告|述职|主持|竞选|感言|动员|致辞|致词|祝福|体会|意见|分享|交流|介绍|表态|陈述|答辩|宣讲|点评|总结)[就也先]?都?(?:到此|到这里|完毕|完了|完啦|结束(?![以之]?[后前])|讲完?了?啦?$|[讲说]完[了啦],|讲到这里|说完)/,
  //  我的競選宣言到此爲止    我說完了,謝謝    表態完畢    我就此打住
  /^[^,]{0,20}(?:到此|到这里|就此)(?:全部|圆满|胜利|也|就)*(?:结束|为止|打住|完毕|搁笔|收尾|收笔|告一段落|落幕|落下帷幕|闭会|散会|休会|闭幕|收场)/,
  /^(?:好[了的]?,)?(?=[我话]|[^,]*$)(?:我们?(?:的(?:话|诗|信|故事|想法|意见|建议|稿子?|经历))?|话)?(?:的话)?(?:今天)?(?:就|都|也|已经)?(?:说|讲|谈|提|汇报|介绍|补充|表|念|演讲|读|唠|聊|分享|交代)完[毕了啦喽咯]?(?:,|$)/,
  //  我是個粗人,講完了
  /^(?:我|话)[^,]{0,16},(?:我|话|就|也|都)*(?:说|讲|谈|念|读|唠|聊|汇报)完[了啦喽咯]$/,
  /^[^,]{0,12}就是?这(?:些|么多|[一二两三四五六七八九十几]?(?:点|句(?:话)?|件事))(?:,|$)/,
  /^[^,]{0,10}(?:完毕|礼[成毕])(?:,|$)|^(?:好了?,)?完[了啦]$/,
  /(?:^.{0,12}|,[^,]{0,6})(?:我|今天)?(?:就|先)(?:讲|说|谈|提|汇报|介绍|聊|唠|分享|发言|写|念|表态|补充|强调|布置|交代)(?:到|这)(?:这里|这儿|这|此|些|么多|[几一二两三四五六七八九十](?:个?方面|点|句|条))/,
  /^(?:好[,了的]?,?)?(?:(?:今天|今晚)(?:就|先)*到(?:这里|这儿|此)|[就先]到(?:这里|这儿|此)(?:$|[,了吧]))/,
  /^(?:好[,了的]?,?)?(?:今天|我|话)?(?:就|先)?(?:讲|说|谈)到(?:这里|这儿|此)(?:为止)?(?:$|,(?:请|祝)[^,]{2,12}$)/,
  //  這就是我的表態,請大家監督
  /^(?:这就|以上(?:就|便)?)是我们?的(?:表态|发言|演讲|汇报|宣言|竞[选聘][^,]{0,4}|承诺)(?:,|$)/,
  /^(?:好[了的]?,)?我[讲说]到这[里儿](?:$|,(?:请|谢|多谢|祝))/,
  /^(?:(?:由于|因为)?时间[^,]{0,6},)?(?:其他的?|别的)?我?(?:今天)?就?不(?:再)?多(?:说|讲)[^,]{0,12}了?$/,
  //  以上就是我的全部發言    以上是我對草案的意見    以上報告,請予審議
  /^以上,?(?:就|便)?是?(?:我|本人)[^,]{0,20}(?:发言|演讲|汇报|讲话|报告|介绍|体会|内容|致辞|感想|心得|想法|看法|意见|建议|感受|分享|表态|打算)(?:,|$)/,
  /^以上[^,]{0,24},[^,]{0,4}(?:请|望|供|[与和]?(?:大家|各位|同[志学仁事]们?)共勉)|^以上(?:意见|建议|看法|想法|体会|汇报|发言)[^,]{0,8},[^,]{0,4}供/,
  //  我謹此陳辭,懇請議員支持    特此報告    散會    乾杯    (完)
  /^(?:[^,]{2,6},)?(?:我|本人)?谨此(?:陈[辞词]|致[辞词]|提出)(?:,|$)|^(?:现在,?)?(?:[特谨]此[一-龥]{2}|此致(?: ?敬礼)?|敬礼|(?:伏惟)?尚飨|散会|休会|礼[成毕]|干杯|[满齐]?饮[胜杯]|下课|解散|开[席宴])$/,
  //  今天的會議就開到這裏,散會
  /^[^,]{0,20}就[^,]{0,4}到(?:这里|这儿|此)(?:,|$)|,(?:散会|休会|下课|解散)$/,
  /^[-—(【[ ]*(?:完|全文完|讲话完|发言完|本文完|完毕|全文结束)[)】\] —-]*$/i,
  //  不當之處,請批評指正    請大家監督
  // 請大家監督。 — whoever is there; 請財務科監督。 is a task.
  /^(?:以上[^,]{0,20},|[^,]{0,12}(?:处|方|足|放心|完[了毕啦]),|[还也今后同时,]{0,4})?(?:请|敬请|恳请|望|还望)(?:(?:大家|大伙|各位|各界|同志|全[体厂校村镇县]|社会|广大|群众|代表|领导|组织|你们|乡亲)[^,]{0,12})?(?:对[^,]{1,8})?(?:多多?|给予|予以|随时|共同|继续|今后|一起|来)*监督$/,
  /(?:请|敬请|恳请|望|还望)[^,]{0,16}(?:(?<![展行我])批评(?:、?指正|帮助)?|指[正教示]|赐教|斧正|批评监督|审[议查阅定]|评议|检阅|检查指导|批[示准])$/,
  //  我宣布大會閉幕
  /^[^,]{0,16}(?:现在|正式)(?:[开闭]幕|开[业张馆赛]|启[用动])$|宣布.{0,40}(?:[开闭]幕|开[始工业馆张席宴营街镰镜店赛学班机播市园]|结束|成立|启[动用航]|通[车航]|奠基|[动竣]工|落成|揭牌|散会)$/,
  //  今天的儀式到此結束
  /^(?:现在|最后)?,?[^。!?]{0,24}(?:(?<!不)会|会议|活动|仪式|典礼|课|比赛|议程|晚会|音乐会|婚礼|宴会|论坛|演出)(?:就|也)?(?:到此|到这里|圆满|胜利|全部)*(?:结束(?!了,|[以之]?[后前时])|闭幕|为止|进行完毕|落下帷幕|落幕)/,
  /(?:干杯|举杯|举起[^,]{0,6}杯)$/,
  //  朋友們,再見    拜託大家了
  /^(?:就|一切|全)?拜托(?:大家|各位|诸位|你们)(?:啦|了)?$|^再[见会]了?,[^,]{2,10}$|(?:再见|再会|拜拜|不见不散|后会有期|[明下][年天周期次](?:[早晚]上?|[上下]午)?再?见|老地方见)$/,
]
const SIEVE = createSieve(COMPLETION.map((pattern) => ({ pattern })))
/** 請各班帶回    下面,請各位移步門廳    各連帶回,準備登車    會後,請各村支書簽責任書 */
const INSTRUCTION = new RegExp(
  `^(?!.{0,8}有请|.{0,6}请[^,]{0,4}记住).{0,16}请.{0,24}(?:${LEAVING}|讨论)|^(?:各|全体|大家).{0,8}(?:${LEAVING})|^(?:散?会|(?:会议|活动|典礼|仪式)?结束)[以之]?后,?[^,]{0,12}(?:请|要|${LEAVING})`,
)

/** 有請尚長空!    好了,動筷子吧。    菜上齊了,大家慢用。    一、二、三,出發! — only as a whole line. */
const CALL =
  /(?:^|,)(?:[动起]筷子?|开[吃饭动席])[吧啦了]?$|(?:^|,)(?:掌声)?有请(?!.*(?:[讲说致作]|发言))[^,]{1,16}(?:$|,[^,]{2,16}$)|(?:^|,)请.{1,24}(?:上台|登台|上场|领奖|来领|开席|[动起举]筷|[起举]箸|为.{2,12}(?:揭牌|揭幕|剪彩|点睛|授[牌旗匾]))|^(?:好[了的]?,)?(?:动筷子?|开动|开席|上菜|干活|出发|[开上]工|动手)[^,]{0,4}$|(?:^|,)大家(?:[都先快请就]|赶紧|慢慢){0,2}(?:趁热[吃喝尝]|动筷|慢用|吃好喝好|开吃|入席)[^,]{0,4}$|^(?:(?:下面|现在),?[^,]{2,12}|[^,]{2,16},?现在)(?:正式)?开始$|^(?:散[会席场]|下课|放学|解散)了?(?:,|$)|^(?:好[了的]?,)?(?:大家|都|各自)*散了?(?:吧|散了)(?:$|,)|^(?:好了?,|我)*不[说讲]了,[^。!?]{0,16}我走了$|^(?:[^,]{1,4},)?(?:敬礼|登[车船机]|上车)$|(?:^|,)晚安(?:$|,[^,]{2,8}$)|^(?:[一二三123][、,]?)*(?:预备,?)?(?:出[发征海]|起[锚飞]|[启起][航程]|开[船工拔镰跑闸])$/

/** 散會!各組到倉庫領雨衣。 — what those are told who may go belongs to the word that lets them go. */
const DISMISSED =
  /^(?:好[了的]?,|[^。!?]{0,24}(?:到这[里儿]|到此|结束|完毕|为止)[,。])?(?:现在)?(?:散[会席场]|休会|下课|放学|解散|开席|礼成)[。!]+(?=[一-龥])(?!.*[我咱他她?])/
const DISMISSAL = 60

/** 現在我宣布,第七屆健走,出發 — what the speaker declares with the last word, whatever it is. */
const DECLARATION =
  /^(?:[^,]{1,12},){0,2}(?:现在,?|最后,?|下面,?)?我(?:们|代表.{2,20})?(?:现在|在此|郑重|高兴地|谨|正式|庄严)*宣布[,:]?.{2,}/

/** One of these words stands in every completion but an instruction, near the end of the line. */
const MAY_COMPLETE =
  /尚飨|指示|检阅|指导|批[示准]|完[毕了啦)】\]]|以上|^[-—([【 ]*(?:全文|讲话|发言|本文)?完|[说讲谈表念读]完|结束|[到就]此|到这|[特谨]此|散会|休会|下课|解散|开席|开宴|礼[成毕]|再见|再会|后会|拜[拜托]|不见|见$|批评|提.{0,6}[意建][见议]|指正|指教|斧正|监督|审[议查阅定]|谅|评议|包涵|海涵|宣布|干杯|举杯|起.{0,6}杯|闭幕|幕|为止|饮[胜杯]|此致|敬礼|这[里儿些几]|这么多|就讲|就说|就聊|打住|多[说讲]|^[-—([【]*end/i

/** The head and the end of a folded line, and how long the line is in units. */
export interface Shape {
  /** The address the line starts with, where that is known already. */
  address?: AddressMatch | undefined
  head: string
  tail: string
  length: number
  /** Whether the speech ends with it: only there, an instruction to the listeners closes. */
  isLast?: boolean
}

/**
 * How a line at the end of a speech closes it; undefined where it does not.
 * The whole line is one closing, also where thanks are glued to it.
 */
export function classifyClosing({
  head,
  tail,
  length,
  address = matchAddress(head),
  isLast = false,
}: Shape): Kind | undefined {
  const acted = tail.endsWith(')') ? (ACTED.exec(tail)?.index ?? 0) : 0
  if (acted > 0) {
    const cut = tail.length - acted
    const said = length <= head.length ? head.slice(0, head.length - cut) : head
    return classifyClosing({ head: said, tail: tail.slice(0, acted), length: length - cut, address, isLast })
  }
  if (length <= 30 && THANKS_ALONE.test(head) && !/到此|到这里|结束|完毕|,(?:下面|接下来|现在)/.test(head))
    return 'thanks'
  if (TOAST.test(head) || (isLast && length <= DISMISSAL && DISMISSED.test(head))) return 'completion'
  if (
    length <= 40 &&
    /(?:干杯|举杯|干了?这一?杯酒?|[饮喝]了?这一?杯酒?|[饮共]此杯|饮[胜杯尽]|齐饮|一饮而尽|先干为敬(?:,请[^,。!?]{2,8})?|(?:^|[,!])(?:一口)?干了?[它吧]?|(?:^|,)(?:大家)?(?:走一个|碰[一个]杯?))[!。]*$/.test(
      tail,
    )
  )
    return 'completion'
  if (CALLS.test(tail)) return completes(tail, isLast) ? 'completion' : undefined
  if (startsAppeal(head) || (isLast && LAST_APPEAL.test(head) && !ENDED.test(head)))
    return isWish(head, length) && !APPEALS.test(head) ? 'wish' : 'peroration'
  if (head.includes('祝') && ENDS_WITH_WISH.test(head)) return 'completion'
  if (THANKS_TWICE.test(head) && THANKS.test(tail)) return 'thanks'
  if (isWish(head, length) || (length <= BARE_LIMIT && BARE_WISH.test(head))) return 'wish'
  const readdressed = address !== undefined && address.end < head.length
  if (readdressed && length <= 40 && THANKS_ALONE.test(head.slice(address.end))) return 'thanks'
  if (readdressed && (APPEAL.test(head) || APPEAL.test(tail))) return 'peroration'
  if (completes(tail, isLast)) return 'completion'
  if (readdressed && tail.endsWith('!') && !THANKS.test(tail)) return 'peroration'
  if (THANKS.test(tail) || (isLast && thanksAtLast(tail, length))) return 'thanks'
  return isLast && length <= WISH_LIMIT && LAST_WISH.test(tail) ? 'wish' : undefined
}

/** 新酒敬故人,滿船明月照君歸。祝大會圓滿成功,祝各位一路順風! */
const LAST_WISH = /[。!](?:最后,?)?(?:我?(?:再次|衷心|预)?祝|愿)(?![贺意望景酒词辞我])[^。?]{4,}!。?$/

/** 晚會到此結束,祝大家晚安!    我的發言完畢,祝大家新年快樂,謝謝!    祝大家節日愉快,散會! */
const ENDS_WITH_WISH =
  /[,。!]散会[。!]*$|^(?:好[了的]?,)?(?:今天)?我?就?(?:先)?[讲说]到?这(?:[里儿些]|么多),[^。!?]{0,24},?预?祝[^。!?]{0,24}[。!~]*$|^[^。!?]{0,24}(?:(?:到此|圆满|胜利)(?:全部|圆满)?结束|进行完毕|(?:讲话|发言|演讲|汇报|报告|述职|表态|话)就?(?:完毕|完了|讲完了|说完了|到这里|到此结束)|[讲说]完了)[,。!]祝[^。!?]{0,24}[。!~]*$/

/** 感謝老師們的培育。粗茶淡飯,請多包涵,謝謝大家! — who begins and ends with thanks gives thanks. */
const THANKS_TWICE = /^(?:再次|最后|衷心|由衷)?(?:感谢|谢谢)(?!.*(?:到此|到这|完[了毕]|结束))/

/** 謝謝大家!(鞠躬) */
const ACTED = /(?<=[。!?])\([^()]{1,14}\)$/

/** 謝謝隊長。您的無線電,我們留著。 */
const THANKS_FIRST =
  /^(?:谢谢|感谢|多谢)[^。!?,:;]{1,8}[。!](?!.*(?:[下后]面|下一|接下来|现在|请))[^。!?:;]{2,30}[。!]$/

/** Whether the last line of a speech ends in thanks to the listeners, in more words than usual. */
function thanksAtLast(tail: string, length: number): boolean {
  // …謝謝您教我認識了二十六個 is cut off.
  if (length > 60) return THANKS_TO.test(tail) && /[!。.~]$/.test(tail)
  return THANKS_TO.test(tail) || LAST_THANKS.test(tail) || THANKED.test(tail) || THANKS_FIRST.test(tail)
}

/** 我的病人在叫了,謝謝大家,你們繼續念。 */
const THANKED = /[,。!](?:谢谢|感谢|多谢)(?:大家|各位),[^。!?我]{2,16}[。!]$/

/** How the last sentence of a long line closes a speech, whatever stands before it; undefined where it does not. */
export function closingAtEnd(tail: string): Kind | undefined {
  const acted = tail.endsWith(')') ? (ACTED.exec(tail)?.index ?? 0) : 0
  if (acted > 0) return closingAtEnd(tail.slice(0, acted))
  if (completes(tail, false)) return 'completion'
  return THANKS.test(tail) ? 'thanks' : undefined
}

/** 我的發言完了。 — the last sentence counts, thanks and 散會 behind it left out; also behind an address. */
function completes(tail: string, isLast: boolean): boolean {
  // Machine-made traditional has 講完瞭 for 講完了, and sites strew marks: 講完了', 謝謝大家
  const said = /[瞭'`]/.test(tail) ? tail.replaceAll('瞭', '了').replace(/['`]/g, '') : tail
  if (!isLast && !MAY_COMPLETE.test(said)) return false
  const sentences = said.split(/[。!?.~…]+/).filter((sentence) => /[一-龥\w]/.test(sentence))
  for (let i = sentences.length - 1; i >= 0 && i >= sentences.length - 3; i--) {
    const sentence = (sentences[i] as string).trim()
    if (AGENDA_CALL.test(sentence)) return false
    if (isLast && (sentences.length === 1 || areCommands(sentences)) && CALL.test(sentence)) return true
    if (isCompletion(sentence.slice(matchAddress(sentence)?.end ?? 0), isLast)) return true
    if (!THANKS_ALONE.test(sentence) && !WISHED.test(sentence) && !INVITED.test(sentence)) return false
  }
  return false
}

/** 敬禮!登車! — nothing but words of command. */
function areCommands(sentences: readonly string[]): boolean {
  return sentences.every(({ length }) => length <= COMMAND)
}

/** A word of command has at most so many units. */
const COMMAND = 4

/** 再見!祝大家晚安! — a short wish may stand behind the end. */
const WISHED = /^祝(?:大家|各位|你们|您)[^,:]{2,8}$/

/** 儀式到此結束。請大家上橋走一走。 — where the listeners are sent may stand behind the end; who is called to speak may not. */
const INVITED =
  /^(?:下面|会后|随后|稍后)?,?请(?![^,]*(?:讲|发言|致|作|唱|表演|宣读|汇报|介绍|[上登出][台场]))[^,]{2,20}$/

/** 下面進行第三項議程:請段局長作指示    下面,有請新人上場 — who calls the next one goes on. */
const AGENDA_CALL =
  /第[一二三四五六七八九十\d]{1,2}项[^,。!?]*[,:]? ?有?请|^(?:下面|接下来|接着|首先|现在),?(?:就?让我们|[^,]{0,8}掌声,?)*有请/

function isCompletion(sentence: string, isLast: boolean): boolean {
  if (isLast && (INSTRUCTION.test(sentence) || DECLARATION.test(sentence))) return true
  if (SIEVE.first(sentence) || EXCUSE.test(sentence)) return true
  const said = WITH_THANKS.exec(sentence)?.[1]
  return said !== undefined && SIEVE.first(said) !== undefined
}

/** 講得不好,請大家見諒 — whoever asks so has ended; 粗茶淡飯,請多包涵 asks to excuse the meal. */
const EXCUSE =
  /(?:[说讲话言稿嘴][^。!?,]{0,14},?|^(?:不[当妥到周足]之处|如有不[当妥])[^。!?]{0,8})(?:请|敬请|恳请|望|还望)[^,]{0,16}(?:谅解|原谅|见谅|包涵|海涵)(?:,(?:谢谢|感谢|多谢)[^,]{0,10})?$|(?:[说讲谈汇][^。!?,]{0,6}(?:不[好对当妥足全到周]|不够|粗浅)[^。!?,]{0,6}|(?:不[当妥到周足对]|错误)之处),[^。!?,]{0,2}(?:请|敬请|恳请|望|还望)[^,]{0,8}提出?[^,]{0,4}(?:意见|建议)$/

/** 今天開船,今天回來,我的話就說到這裏,謝謝大家 — the clause before the thanks. */
const WITH_THANKS = /(?:^|,)([^,]{3,24})(?:,(?:谢谢|感谢|多谢)[^,]{0,10})+$/

/** 聯歡會到此結束,讓我們明年再見! — behind the end, who appeals only takes leave. */
const ENDED = /(?:到此|圆满|胜利)(?:全部|圆满)?结束|闭幕|完毕/

/** 就讓我們從今天開始,… — only as the last paragraph. */
const LAST_APPEAL =
  /^(?:来|[^。!?,]{2,14}),让(?:我们|咱们)[^。?]*!$|^让[^。?我咱他她它你您]{4,}!$|^(?:那么,?|所以,?|因此,?|来吧,?|今天,?|从今天起,?|新的(?:一年|学期|征程)里?,?|现在,?|就)+(?:就)?让(?:我们|咱们)|行动(?:起来)?吧!$/

/** 讓我們用掌聲有請書記講幾句! — who is called to speak goes on. */
const CALLS = /掌声.{0,6}(?:有请|欢迎)[^。!?]{2,}[。!]$/

/** 讓我們共同舉杯,祝福這對新人! — who appeals to the listeners does not only wish. */
const APPEALS = /^(?:最后[,.:]?)?让(?:我们|咱们)/

/** 最後, 讓我們… */
function startsAppeal(head: string): boolean {
  return (
    /^(?:最后[,.:]?|让(?:我们|咱们)|祝|愿|预祝|衷心)/.test(head) &&
    !/^最后[,.:]?我?(?:现在|郑重|正式)?宣布|^最后一(?!句|段话|番话|点(?!点))|^愿[意望景]|^祝贺|^祝寿(?!星)|^最后(?:[的就]|走来|[出登上]场|,?(?:进行|是?第[一二三四五六七八九十\d]+项))/.test(
      head,
    )
  )
}

/** 祝大家身體健康! */
function isWish(head: string, length: number): boolean {
  return length <= WISH_LIMIT && /[祝愿]/.test(head) && WISH.test(head) && !NO_WISH.test(head)
}

/** A digit of a date, in any script, and what masks it. */
const N = '[\\dxX×*_~一二三四五六七八九十零○Oo廿卅元]'
const DATES = [
  //  農曆八月十五    臘月廿三
  '(?:农历[一-龥]{1,2}|[正冬腊])月[初十廿卅一二三四五六七八九]{1,3}',
  //  歲次甲辰年仲春
  '(?:岁次|农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[一-龥]{0,6}',
  //  中華民國一一三年六月
  `(?:中华)?民国${N}{1,5}年(?:${N}{1,3}月)?(?:${N}{1,3}日)?`,
  //  20xx年4月10日    二○二四年五月    X月X日
  `(?:公元)?${N}{1,6}年${N}{1,3}月(?:${N}{1,3}[日号])?|${N}{1,3}月${N}{1,3}[日号]`,
  //  2023-05-01    20xx.x.x
  '(?:\\d{4}|20[xX×*]{2})[-./][\\dxX×*]{1,2}(?:[-./][\\dxX×*]{1,2})?',
  //  2019年春    20XX年元旦前夕
  '(?:\\d{4}|20[xX×*_]{2}|[一二][零○一二三四五六七八九]{3})年(?:[孟仲季初暮深盛隆]?[春夏秋冬][季天日]?|(?:元旦|除夕|国庆|清明|端午|中秋|重阳|元宵|[夏冬]至|立[春夏秋冬]|[一-龥]{2,3}节)(?:前[夕夜])?)',
]
const DATE_LINE = new RegExp(`^\\(?(?:${DATES.join('|')})\\)?$`)

/** What stands beside a date: 寫於 …, … 於北京, … 星期六 */
const BESIDE_DATE =
  /^\(?(?:写于|作于|草于|成稿于|于)|[,(]*(?:星期|周)[一二三四五六日天]\)?$|(?:[上下]午|晚|[凌清]晨|深?夜)?(?:\d{1,2}:\d{2}|\d{1,2}[时点](?:\d{1,2}分)?)$|(?:[上下]午|晚|[凌清]晨|深?夜)$|[写作]?于[一-龥]{2,10}\)?$/g

/** Whether a folded line is nothing but a date: 20xx年4月10日, 二〇二四年五月, (2023-05-01). */
export function isDateLine(head: string): boolean {
  if (head.length > DATE_LIMIT || !/[年月]|[\dxX×*][-./]/.test(head)) return false
  const said = head.replaceAll(' ', '')
  return DATE_LINE.test(said) || (/[日号年于星:]/.test(said) && DATE_LINE.test(said.replace(BESIDE_DATE, '')))
}

/** A line that is nothing but a date has at most so many units. */
export const DATE_LIMIT = 32

/** Whether a folded line can be a signature: a name or an office, without any sentence mark. */
export function isSignature(head: string): boolean {
  return (
    /^(?:[一-龥]{1,4}[人者]|署名|签名|落款): ?[^。,;!?:…]{2,24}$/.test(head) ||
    /^(?!结束|结语|结尾|尾声|谢幕|落幕)(?:(?:[一-龥]{2,4}[人者]|署名|签名):)?[^。,;!?:()【】"“”0-9…~]{2,24}(?<!\.)$/.test(
      head,
    ) ||
    //  “晨光”志願隊隊長 明遠
    /^“[^“”]{1,8}”[^。,;!?:()“”0-9…~]{2,20}$/.test(head) ||
    //  消防隊:高松    青溪縣附小二(3)班:尤小魚    孝子:大河 率弟大川、妹小溪泣謝
    /^(?:[一-龥]{2,8}|[一-龥\d()]{2,18}[班级校学院队组司厂部会局]):[一-龥·× ]{2,6}(?:(?:[携率及](?:全家|家人|子女|家属|[一-龥、 ]{2,14}))?(?:全家|家人|子女|家属)?[敬泣叩拜跪][谢首拜上告叩])?$/.test(
      head,
    ) ||
    //  尤小魚 2009年6月1日
    /^[一-龥·×xX*]{2,16}(?: +[一-龥·]{2,4})? +\(?(?:\d{4}|[二一][零一二三四五六七八九]{3}|20[xX×*_]{2})[年./-][^。,;!?:]{2,12}\)?$/.test(
      head,
    ) ||
    //  (家長代表:莫大海)    (五年級二班 尤小魚)
    /^\((?!记|整理|供稿|通讯|[摄编校审责录上发撰])[^。,;!?():]{0,12}[班校院系组队科室部厂局站镇村乡会社处所员师生长任者人表妈爸][: ][一-龥·]{2,4}\)$/.test(
      head,
    ) ||
    //  分機 8016
    /^(?:分机|电话|手机|邮箱)[: ]?[\d-]{3,16}$/.test(head) ||
    //  308室全體
    /^\d{1,4}(?:室|寝室|宿舍|班|栋|号楼)[一-龥]{2,8}(?: [一-龥·]{2,5})?$/.test(head) ||
    //  2009屆3班 尤小魚
    /^[^。,;!?:"“”]{0,12}[\d)](?:级|届|班|连|[中大]?队)[^。,;!?:()"“”0-9]{2,12}$/.test(head)
  )
}
