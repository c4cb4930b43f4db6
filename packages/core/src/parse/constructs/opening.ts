const TIME =
  /^(?:今天|今日|今晚|今早|今年|现在|这次|此次|本次|这个|在这|值此|时值|金秋|刚才|新的(?:一年|学期)|在.{2,24}(?:之际|的日子里?|时刻|时节|季节)|经.{2,16}(?:研究|同意|批准))/
const HERE = /今天|今日|今晚|今早|在这|在此/
const MEETING =
  /(?:召开|举行|举办|开展|组织).{0,40}?(?:会|活动|仪式|典礼|论坛|比赛)|(?:会议|大会|座谈会|年会|仪式|典礼|活动|论坛|比赛|培训班|运动会|晚会)(?:是|在|于|今天|隆重|正式|如期|终于|就要).{0,60}(?:召开|举行|开幕|开始|开班|启动|举办|拉开)/
const GATHERING = /(?:我们|大家|各位).{0,14}(?:召开|举行|举办|欢聚|相聚|齐聚|聚集|聚在|汇聚|集合|迎来|来到)/
const FEELING =
  /^(?:(?:今天|此刻|首先)[,]?)?(?:我)?(?:感到)?(?:非常|十分|很|万分|无比|特别)?(?:高兴|荣幸|激动|感谢|开心|欣慰).{0,20}(?:参加|站在|来到|出席|机会|邀请|代表|与大家|和大家|相聚|主持)/
const SELF =
  /^(?:大家好[!,。])?我(?:是.{2,20}(?:的|,)|(?:叫|来自).{1,20}[,。])|^我(?:今天)?(?:演讲|发言|讲话|报告|竞选|汇报|分享)的(?:题目|主题|内容|职位|岗位)?是|^(?:根据|按照|受).{2,24}(?:安排|要求|委托|指派),.{0,16}(?:我|由我)/

/** Whether in a folded line somebody says who he is: 我叫江平, */
export function introduces(head: string): boolean {
  return SELF.test(head)
}

/** Whether a folded line starts with when something is: 今天,茶館開門了。 */
export function isDated(head: string): boolean {
  return TIME.test(head)
}

/**
 * Whether a folded line reads like the first paragraph of a speech: it says what meets today, or greets.
 *
 *     市委召開工會工作會議,目的是…
 *       ^^                ^^
 */
export function opensSpeech(head: string): boolean {
  const first = head.slice(0, 60)
  if (/^(?!好)(?:大家|各位|你们)?(?:早上|上午|中午|下午|晚上)?好[!,。:]/.test(first)) return true
  if (FEELING.test(first) || SELF.test(first)) return true
  const isDated = TIME.test(first)
  if ((isDated || HERE.test(first)) && GATHERING.test(first)) return true
  const meeting = MEETING.exec(head)
  if (!meeting) return false
  return isDated || meeting.index <= 16
}
