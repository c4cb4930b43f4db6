import { codeSet } from '../../source/code-set.ts'

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
  /^(?:最|我)?(?:尊敬|敬爱|亲爱|可爱|可敬|敬爱)的|^各位|^在座|^在场|^全体|^全校|^全厂|^全市|^[诸列]位|^首长|^[一-龥]{1,8}(?:会|委|府|校|院|厂|队|司|局|的)各位|^远道而来的|^家乡的/

/** Words for people who are addressed; a term of an address ends with one. */
const PEOPLE = `
  同志 朋友 老师 同学 学子 学生 孩子 小朋友 家长 校友 学友 教官 教练 教练员 裁判
  裁判员 运动员 队员 选手 评委 来宾 嘉宾 贵宾 宾朋 领导 首长 主席 主任 书记 校长
  院长 局长 厂长 县长 市长 镇长 乡长 区长 省长 部长 处长 科长 所长 会长 理事
  理事长 秘书长 董事长 总经理 经理 总裁 总 董事 代表 委员 常委 员工 职工 工友
  同事 同仁 同行 伙伴 战友 战士 官兵 乡亲 父老 邻居 居民 村民 市民 女士 先生
  小姐 阁下 大使 教授 专家 学者 院士 导师 师长 前辈 长辈 亲友 亲朋 亲人 兄弟
  姐妹 兄弟姐妹 父母 叔叔 阿姨 爷爷 奶奶 爸爸 妈妈 党员 团员 队友 干部 青年 群众
  观众 听众 读者 网友 客户 股东 师傅 医生 护士 民警 记者 媒体 志愿者 班主任
  辅导员 新郎 新娘 新人 少先队员 劳模 企业家 师生 新同学 考官 考生 成员 负责人
  乡贤 侨胞 同胞 父老乡亲 至爱亲朋 大家 宾客 好友 姐姐 哥哥 弟弟 妹妹 弟兄 将士
`
  .trim()
  .split(/\s+/)
const ENDS_WITH_PEOPLE = new RegExp(`(?:${[...PEOPLE].sort((a, b) => b.length - a.length).join('|')})们?$|们$`)

const GREETING = /(?:大家|你们|您们|您|你)?(?:早上|上午|中午|下午|晚上|新年|新春|节日|过年)?好$/
/** Words that make a clause a statement and no address. */
const STATEMENT =
  /[我你您他她它是把就将被让请而]|今天|今年|有(?!限|志|缘)|送|献给|写给|合唱|齐唱|朗诵|演唱|发言|希望|感谢|谢谢|欢迎|祝|为了|如果|应该|已经|可以|要|做|能|起立|立正|稍息|肃立|默哀|注意|准备|辛苦|久等|入场|鼓掌|安静|会(?!长|员|务|计|主)|在这/
const TERM_LIMIT = 32

const OPENING_CHARS = new Set('尊敬亲可最我各在全诸列远家首')
/** A plural, or 各位 and its like, stands within so many units of an address's start. */
export const REACH = 40

/** Whether a folded line can start with an address at all; nearly every line of a speech cannot. */
function mayAddress(head: string): boolean {
  return OPENING_CHARS.has(head[0] as string) || isNear(head, '们') || isNear(head, '各位') || isNear(head, '、尊敬')
}

function isNear(head: string, word: string): boolean {
  const at = head.indexOf(word)
  return at > 0 && at < REACH
}

/** The address at the head of a folded line, or undefined. */
export function matchAddress(head: string): AddressMatch | undefined {
  if (!mayAddress(head)) return undefined
  let at = 0
  let strong = false
  let greets = false
  let lastComma = 0
  for (let terms = 0; terms < 24; terms++) {
    const stop = nextStop(head, at)
    const term = head.slice(at, stop).trim()
    const kind = readTerm(term)
    if (!kind) {
      // 同學們,大家好: — before the colon, a greeting belongs to the address.
      if (strong && head[stop] === ':' && isGreeting(term)) return { end: stop + 1, mark: ':', greets: true }
      break
    }
    strong ||= kind.strong || (terms > 0 && kind.opened)
    greets ||= kind.greets
    const mark = head[stop]
    if (mark === undefined) return strong && (terms > 0 || !kind.bare) ? { end: stop, mark: '', greets } : undefined
    if (mark === ':') return strong ? { end: withFaultyStop(head, stop + 1), mark: ':', greets } : undefined
    if (mark === '!') return strong ? { end: withFaultyStop(head, stop + 1), mark: '!', greets } : undefined
    if (mark === '。' || mark === '.') {
      return strong && stop + 1 === head.length ? { end: stop + 1, mark: '', greets } : undefined
    }
    if (mark !== ',' && mark !== '、') return undefined
    at = stop + 1
    if (mark === ',') lastComma = at
  }
  return strong && lastComma > 0 && lastComma === at ? { end: at, mark: ',', greets } : undefined
}

/** Sites print 同志們:。 for 同志們: now and then. */
function withFaultyStop(head: string, end: number): number {
  return head[end] === '。' || head[end] === '.' ? end + 1 : end
}

/** The next mark that may end a term, brackets left out. */
function nextStop(head: string, from: number): number {
  let depth = 0
  for (let at = from; at < head.length; at++) {
    const code = head.charCodeAt(at)
    if (!endsTerm(code)) continue
    if (code === OPEN) depth++
    else if (code === CLOSE) depth--
    else if (depth <= 0) return at
  }
  return head.length
}

const OPEN = 0x28
const CLOSE = 0x29
const endsTerm = codeSet('(),、:!。.;?')

interface Term {
  /** Nobody but a speaker writes it: an opener, or a plural. */
  strong: boolean
  opened: boolean
  bare: boolean
  greets: boolean
}

/** What a term of an address is made of; undefined where it is none. */
function readTerm(term: string): Term | undefined {
  if (term === '' || term.length > TERM_LIMIT) return undefined
  let core = term.replace(/\([^()]*\)$/, '').trim()
  const greeting = GREETING.exec(core)
  const greets = greeting !== null && greeting.index > 0
  if (greets) core = core.slice(0, greeting.index).trim()
  const opened = OPENER.test(core)
  const known = ENDS_WITH_PEOPLE.test(core)
  if (!known && !(opened && isCompany(core.replace(OPENER, ''))) && !isOffice(core)) return undefined
  if (STATEMENT.test(core.replace(/远道而来|我的|我(?=最?(?:尊敬|敬爱|亲爱))|将[军士]|要员|能手|在座|在场/g, '')))
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
  return core.length <= 5 && /[长师员人生友家亲委监警官兵者范]$/.test(core)
}

function isGreeting(term: string): boolean {
  return GREETING.exec(term)?.[0] === term
}

/** 大家好! 上午好, — a greeting at the head of folded text. */
export function startsWithGreeting(head: string): boolean {
  return /^(?:大家|你们|您们|各位)?(?:早上|上午|中午|下午|晚上|新年|新春|节日|过年)?好[!,。:;~]|^(?:大家|你们|您们)?(?:早上|上午|中午|下午|晚上)?好$/.test(
    head,
  )
}
