import { codeSet } from '../../source/code-set.ts'
import { LETTERS, lettersAt } from '../letters.ts'

/**
 * An address to listeners at the head of a line.
 *
 *     尊敬的各位領導、同志們:大家好!
 *     ^                     ^      start, end
 */
export interface AddressMatch {
  /** Units up to the end of the address, its closing mark included. */
  end: number
  /** The mark that closes it: colon, comma, exclamation mark; empty where the line ends without one. */
  mark: ':' | ',' | '!' | ''
  /** Whether a greeting stands in the same clause: 各位老師大家好! */
  greets: boolean
}

const OPENER =
  /^我?最?(?:尊敬|敬爱|亲爱|可爱|可敬|敬重|尊重|尊贵|心爱)的|^各位|^在座|^在场|^到场|^全体|^[诸列]位|^首长|^[一-龥]{1,8}(?:[会委府校院厂队司局的班村社镇乡县市区所站团处科部行馆级届]|中心|集团|车间)各位|^远道而来的|^远方的|^家乡的/

/** Openers that also open other phrases: 全縣工作會議; only people make an address of them. */
const WHOLE = /^全[校厂市县区乡镇村省国州院班矿队军团行港]|^广大|^所有/

/** Words for people who are addressed; a term of an address ends with one. */
const PEOPLE = `
  同志 同学 学子 学生 孩子 教官 教练 裁判 选手 评委 来宾 嘉宾 贵宾 宾朋 领导 主席 主任 书记 理事 经理
  总裁 总 董事 代表 常委 员工 职工 同事 同仁 同行 伙伴 战士 官兵 乡亲 父老 邻居 居民 村民 市民 女士
  先生 阁下 大使 教授 专家 学者 院士 前辈 长辈 亲朋 亲人 父母 干部 青年 群众 观众 听众 读者 客户 股东
  师傅 医生 护士 民警 记者 媒体 志愿者 新郎 新人 劳模 企业家 考官 考生 负责人 乡贤 侨胞 同胞 大家 宾客
  将士 老表 街坊 街坊邻里 义工 志工 社工 茶农 果农 菜农 农户 牧民 法官 检察官 警官 博士 修女 神父 居士
  老板 掌柜 老乡 校董 校监 监事 政委 司令 参赞 领事 秘书 作家 诗人 艺术家 选民 业主 住户 顾客 评审
  总监 主管 师父 弟子 娃娃 宝贝 宝宝 少年 儿童 小将 健儿 老兵 老人家 老人 大伯 叔伯 伯伯 公公 婆婆
  亲家 家人 家属 夫妇 伉俪 贤达 人士 姐妹们 干警 护工 保安 司机 乘客 旅客 游客 代表队 获奖者 先进个人
  师生 太太 夫人 长官 厝边 隔壁 里民
`
  .trim()
  .replace(/\s+/g, '|')
/** 校友    船員    老師    隊長 */
const ENDS_WITH_PEOPLE = new RegExp(
  `(?:${PEOPLE}|[友师姐姊妹哥弟兄叔姨爷奶爸妈婶娘嬷]|(?<!动)员|[里乡书事会判区厂县台团处学家局市师店所校班省社科组营连部镇队院馆首]长)们?$|们$`,
)

const GREETING =
  /(?:大家|你们|您们|您|你)?(?:(?:早上|清早|上午|中午|下午|傍晚|晚上|早|晚|新年|新春|春节|节日|过年|周末|元旦|国庆|中秋|端午)?好|早晨|早安|午安|晚安)$/
/** Words that make a clause a statement and no address. */
const STATEMENT =
  /[我你您他她它是把就将被让请而]|今天|今年|有(?!限|志|缘|关)|送|献给|写给|合唱|齐唱|朗诵|演唱|发言|希望|感谢|谢谢|欢迎|祝|为了|如果|应该|已经|可以|要|做|能|起立|立正|稍息|肃立|默哀|注意|准备|辛苦|久等|入场|鼓掌|安静|会(?!会|各位|代表|长|员|务|计|主|议|场|友|众|首|董|监|理事|[一-龥]{1,2}?(?:.长|书记|[主副].|理事|先生|女士|经理))|在这/
const TERM_LIMIT = 32

/** A plural, or 各位 and its like, stands within so many units of an address's start; on a line that ends in a colon, anywhere. */
export const REACH = 40

/** Whether a folded line can start with an address at all; nearly every line of a speech cannot. */
function mayAddress(head: string): boolean {
  return (
    (lettersAt(head) & LETTERS.addressStart) !== 0 ||
    isNear(head, head.search(NAMES_MANY)) ||
    isNear(head, head.indexOf('各位')) ||
    isNear(head, head.indexOf('、尊敬'))
  )
}

/** 我們 and its like name nobody. */
const NAMES_MANY = /(?<![我你您他她它咱])们/

function isNear(head: string, at: number): boolean {
  return at > 0 && (at < REACH || head.endsWith(':'))
}

/** The address at the head of a folded line, or undefined. */
export function matchAddress(head: string): AddressMatch | undefined {
  if (!mayAddress(head)) return undefined
  let at = 0
  let strong = false
  let guests = false
  let greets = false
  let lastComma = 0
  for (let terms = 0; terms < 24; terms++) {
    const stop = nextStop(head, at)
    const term = head.slice(at, stop).trim()
    const kind = readTerm(term)
    if (!kind) {
      // 同學們,大家好: — before the colon, a greeting belongs to the address.
      if (strong && head[stop] === ':' && isGreeting(term)) return { end: stop + 1, mark: ':', greets: true }
      const named = strong ? (GREETED_BEHIND.exec(head.slice(at))?.[1]?.length ?? 0) : 0
      if (named > 0) return { end: at + named, mark: ',', greets }
      if (strong && addressesOthers(head.slice(at)))
        return { end: head.length, mark: head.at(-1) as ':' | '!' | ',', greets }
      // 各位畢業生以及關心他們的家長:
      const more = term.search(/以及|还有/)
      if (
        more > 2 &&
        readTerm(term.slice(0, more))?.strong &&
        addressesOthers(head.slice(head.indexOf(term, at) + more))
      )
        return { end: head.length, mark: head.at(-1) as ':' | '!' | ',', greets }
      const isListed = strong && head[at - 1] === '、' && isShort(term)
      if (isListed && head[stop] === ':') return { end: withFaultyStop(head, stop + 1), mark: ':', greets }
      if (head[stop] !== '、' || !(isListed || isGuest(term))) break
      guests = true
      at = stop + 1
      continue
    }
    strong ||= kind.strong || (terms > 0 && kind.opened)
    greets ||= kind.greets
    const mark = head[stop]
    if (guests && mark !== ':' && mark !== '、' && mark !== ',') return undefined
    if (mark === undefined) return strong && (terms > 0 || !kind.bare) ? { end: stop, mark: '', greets } : undefined
    if (mark === ':') return strong ? { end: withFaultyStop(head, stop + 1), mark: ':', greets } : undefined
    if (mark === '!') return strong ? { end: withFaultyStop(head, stop + 1), mark: '!', greets } : undefined
    if (mark === '。' || mark === '.' || mark === ';') {
      if (strong && stop + 1 === head.length) return { end: stop + 1, mark: '', greets }
      // 各位鄉親,歲月不饒人。…
      if (kind.bare) break
      return undefined
    }
    // 女士們?先生們: — a lost comma leaves such a mark.
    if (mark !== ',' && mark !== '、' && mark !== '?') return undefined
    at = stop + 1
    if (mark === ',') lastComma = at
  }
  return strong && !guests && lastComma > 0 && lastComma === at ? { end: at, mark: ',', greets } : undefined
}

/** Whether an address ends in whom it has not named yet: 各位乡亲,各位在渡口 */
export function isCutShort(head: string): boolean {
  const last = head.slice(Math.max(head.lastIndexOf(','), head.lastIndexOf('、')) + 1)
  return OPENER.test(last) && !ENDS_WITH_PEOPLE.test(last)
}

/** Whether folded words name whoever else is there: 各位跑友,還有門口的那條狗: */
export function addressesOthers(rest: string): boolean {
  return OTHERS.test(rest) && (!TELLS.test(rest.replace(MINE, '')) || PLURAL.test(rest))
}

/** 還有從窗戶探頭進來的家長們,大家早安! */
const GREETED_BEHIND =
  /^((?:还有|以及|和|与)[^。!?;:,]{2,32}[们长友客师亲员],)(?:大家|各位)?(?:[早晚]上?|[上中下]午)?[好安]!/

const OTHERS = /^(?:还有|以及|和|与|及|连同|外加|当然还有|当然也?包括|包括|特别是|尤其是)[^。!?;:]{2,32}[:!,]$/
const TELLS = /[我你您要讲说谈提请事点]/
const PLURAL = /[^我你他她它咱]们[:!]$|的(?:家长|同学|老师|朋友|乡亲|邻居|街坊|来宾|嘉宾|同事|同仁|师傅|大家)[:!]$/
/** 還有我太太: */
const MINE = /我的?(?=[一-龥]{1,3}[:!]$)/

/** Sites print 同志們:。 for 同志們: now and then, and 同志們:—— alone on its line. */
function withFaultyStop(head: string, end: number): number {
  const mark = head[end]
  if (mark !== undefined && '。.,;:'.includes(mark)) return end + 1
  return end + (/^—{1,2}$/.exec(head.slice(end))?.[0].length ?? 0)
}

/** Somebody whom a list of listeners names: 區主席(寧心基金會主席)、Sister Maureen、各位義工: */
function isGuest(term: string): boolean {
  const name = term.replace(/\([^()]*\)$/, '').trim()
  if (name === '' || name.length > TERM_LIMIT || STATEMENT.test(name)) return false
  //  走過的、路過的朋友們:
  if (name.length <= 8 && name.endsWith('的')) return true
  //  校監柯太、校董李國強、各位老師:
  if (name.length <= NAMED && [-2, -3].some((end) => ENDS_WITH_PEOPLE.test(name.slice(0, end)))) return true
  return /^[A-Z][A-Za-z.'’ -]+$/.test(name) || (name.length < term.length && name.length <= 16)
}

/** An office and the name of who holds it have at most so many units. */
const NAMED = 12

/** In a list of listeners up to a colon, any short word is one for them: 各位領導、船工、佳賓: */
function isShort(term: string): boolean {
  return /^(?!.*[点条项句事下了]$)[一-龥]{2,4}$/.test(term) && !STATEMENT.test(term)
}

/** The next mark that may end a term, brackets left out. */
function nextStop(head: string, from: number): number {
  let depth = 0
  for (let at = from; at < head.length; at++) {
    const code = head.charCodeAt(at)
    if (!endsTerm(code)) continue
    if (code === OPEN) depth++
    else if (code === CLOSE) depth--
    else if (depth <= 0 && !(code === POINT && isLatin(head.charCodeAt(at - 1)))) return at
  }
  return head.length
}

const OPEN = 0x28
const CLOSE = 0x29
const POINT = 0x2e
/** Dr. Chan */
const isLatin = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
const endsTerm = codeSet('(),、:!。.;?')

/** 國旗下講話稿《節約一滴水》老師們 is a title that an address is glued to. */
const TITLE = /[《》]|讲话|(?:演讲|发言)稿|致辞|致词|主持词|串词/

interface Term {
  /** Nobody but a speaker writes it: an opener, or a plural. */
  strong: boolean
  opened: boolean
  bare: boolean
  greets: boolean
}

/** What a term of an address is made of; undefined where it is none. */
function readTerm(term: string): Term | undefined {
  let core = term
    .replace(/\([^()]*\)$/, '')
    .replace(/—+$/, '')
    .trim()
  if (core === '' || core.length > TERM_LIMIT || TITLE.test(core)) return undefined
  const greeting = GREETING.exec(core)
  const greets = greeting !== null && greeting.index > 0
  if (greets) core = core.slice(0, greeting.index).trim()
  const known = ENDS_WITH_PEOPLE.test(core) || core === '各位' || core === '诸位'
  const company = OPENER.test(core)
  const opened = company || (known && WHOLE.test(core))
  if (!known && !(company && isCompany(core.replace(OPENER, ''))) && !isOffice(core)) return undefined
  if (
    STATEMENT.test(
      core.replace(
        /远道而来|我的|我(?=最?(?:尊敬|敬爱|亲爱))|即将|将[军士]|要员|能手|在座|在场|希望(?=小学|学校|工程)/g,
        '',
      ),
    )
  )
    return undefined
  const plural = core.endsWith('们') && core.length <= 14
  return { strong: plural || opened, opened, bare: !plural && !opened, greets }
}

/** Behind 各位 and its like, nearly any short word is one for people; what they have is none: 各位的意見 */
function isCompany(rest: string): boolean {
  return rest.length > 1 && rest.length <= 12 && (!rest.includes('的') || /[客人员家友长师生者士民辈]$/.test(rest))
}

/** A short word of an office that the list does not know: 社長、社員們: — it counts beside a term that is sure. */
function isOffice(core: string): boolean {
  return core.length <= 5 && /[长师员人生友家亲委监警官兵者范公母爸妈爹娘爷奶叔伯婶舅姑姨哥姐弟妹嫂]$/.test(core)
}

function isGreeting(term: string): boolean {
  return GREETING.exec(term)?.[0] === term
}

/**
 * Units of people and a greeting in one clause at the head of folded text, 0 where there is none: 評委老師好!
 * The people need no word that makes them an address elsewhere.
 */
export function greetedLength(head: string): number {
  const match = /^([^。,:;!?“”《》我你您它这那]{2,16}?)(?:大家)?(?:早上|上午|中午|下午|晚上|早|晚)?好[!。~]/.exec(head)
  const people = match?.[1]
  return people && people !== '大家' && ENDS_WITH_PEOPLE.test(people) ? match[0].length : 0
}

/** Whether a folded line is an address in English: Ladies and gentlemen, — Mayor Holloway, dear friends: */
export function addressesInEnglish(head: string): boolean {
  return /^(?:[a-z][a-z.' ]{2,40}, ?)*(?:dear|distinguished|hono[u]?rable|honou?red|respected|ladies|gentlemen|fellow)\b[a-z,.' -]{3,80}[,:!]$/i.test(
    head,
  )
}

/** 大家好! 上午好, — a greeting at the head of folded text. */
export function startsWithGreeting(head: string): boolean {
  return /^(?!好[,:;])(?:大家|你们|您们|各位)?(?:(?:早上|清早|上午|中午|下午|傍晚|晚上|早|晚|新年|新春|春节|节日|过年|周末|元旦|国庆|中秋)?好[呀啊哇]?|早晨|早安|午安|晚安|(?:新年|新春|春节|节日|元旦|国庆|中秋|教师节|六一)快乐|(?<=^大家|^各位|^你们)早|过年好|平安)(?:[!,。:;~]|$)/.test(
    head,
  )
}
