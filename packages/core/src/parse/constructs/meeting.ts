import type { FieldMatch } from './field.ts'

/** What minutes say of their meeting: when and where it was, what it was about, who led it. */
const FACTS =
  '(?:(?:会议|活动|大会)(?:名称|届次|时间|日期|地点|主题|议题|内容|议程|形式|性质|类型|召集人|主席|主持人?)|时 *间|日 *期|地 *点|地址|场所|议 *题|案由|事由|召集人|召集单位|主 *席|主持(?:人|者|单位)?|主 +持|主办|承办|主讲人?)'
/** Who was there, who was not, who took it down; hardly a speech has such lines above it. */
const ROSTER =
  '(?:会议|本次)?(?:[出列缺] *席|出列席|缺勤|请假|参会|参加|参与|与会|到会|应到|应出席|实到|实际到会|未到|旁听|签到|记 *[录錄]|纪录|速记|录音)(?:会议)?(?:人员及人数|人员|人数|代表|委员|会员|单位|部门|班级|领导|嘉宾|情况|名单|对象|范围|[人者员])?'
const KEY = `(?:${FACTS}|${ROSTER})`
/** 一、時間:2016年4月2日 */
const NUMBER = '(?:[一二三四五六七八九十\\d]{1,2}[、.] ?)?'
const KEYED = new RegExp(`(?:^${NUMBER}|[ ;,])(?:【(${KEY})】 ?:?|(${KEY}) ?:) ?`, 'g')
const OPENS = new RegExp(`^${NUMBER}(?:【${KEY}】|${KEY} ?:)`)
const NAMES_PEOPLE = new RegExp(`^${ROSTER}$`)

/**
 * The fields of a folded line that minutes print above the first word, and whether one of them says who came or who
 * took it down; undefined where it is no such line.
 *
 *     時間:2016年4月2日 地點:禮堂
 *     出席:林伯、阿珍、陳先生
 */
export function matchMeeting(head: string): { fields: FieldMatch[]; isRoster: boolean } | undefined {
  if (!OPENS.test(head) || /[。!?]$/.test(head)) return undefined
  const keys = [...head.matchAll(KEYED)].map(({ index, 0: all, 1: boxed, 2: bare = '' }) => ({
    name: boxed ?? bare,
    from: index,
    value: index + all.length,
  }))
  const fields = keys.map((key, i): FieldMatch => ({ ...key, meaning: 'other', to: keys[i + 1]?.from ?? head.length }))
  return { fields, isRoster: keys.some(({ name }) => NAMES_PEOPLE.test(name)) }
}
