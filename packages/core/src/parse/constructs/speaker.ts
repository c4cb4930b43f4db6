import { isAnyName } from '../../annotate/person-name.ts'
import { OFFICE } from './byline.ts'

/** A remark in brackets behind who speaks, and a blank before it. */
const ASIDE = /^(.{2,}?) ?\(([^()。!?]{1,30})\)$/

/** What stands before a name says who that is, or where he belongs: 縣長    3號選手    種田大戶    體育組 */
const ROLE = new RegExp(
  `${OFFICE.source}|(?:[长员师家手者人工傅弟民主属友户板生兵医警商匠总妈嫂婆爷董理事士]|[组室部科处队社村镇乡县区市局校院厂司店所会园站馆学班级连营团坊街]|顾问|中心|政府|\\d号)$`,
)

/** What one calls somebody behind the name: 麥瑞芝女士 */
const COURTESY = '(?:老?先生|女士|小姐|同志|太太|老师|教授|博士|律师|医生|院士|法师|神父|校长|主席|主任|书记)'

/** 副縣長  王 大 川 */
const ROLE_AND_NAME = new RegExp(`^(.{2,}?) +((?:[一-龥·] ?){2,4}${COURTESY}?)$`)

/** Words for giving a speech at the end of a line: 致歡迎辭    講話    工作報告 */
const GIVES =
  /(?:致[一-龥]{0,4}[辞词]|(?:作|做)?(?:即席|即兴|总结|重要|表态|交流|典型|动员|大会|代表|现场)?(?:讲话|发言|演讲)|致[谢意]|答谢|感言|寄语|陈述|表态|点评|[总小]结|说明|追[忆思]|回忆|答[复道]?|补充|提问|(?:作|做)?(?:[一-龥]{2}工作|财务|工作|述职)?(?:报告|汇报)|开场白?|结束语)$/

/** Who gives it: an office, or somebody who is invited. */
const GIVER = new RegExp(
  `${OFFICE.source}|${COURTESY}|主持人?|司仪|[嘉来]宾|领导|[家亲]属|家长|选手|[村居]民|[职员]工|工友|校友|会计|师傅|[队组社]员|新[郎娘人]|证婚人|寿星|女儿|儿子|长[子女孙]|[父母]亲|[好老战]友|街坊|邻居`,
)

/** 宣讀海外校友來信(司儀代讀)    朗讀市長賀電 */
const READS = /^(?:代?宣读|朗读|代读|恭读|代念)[^。,;!?:]{2,20}(?:信|函|电|[致贺祝献][辞词])(?: ?\([^()]{2,16}\))?$/

/** 主持人    主持人(校友會祕書長 段雨) */
const HOSTS = /^(?:大会)?(?:主持人?|司仪)$/

/** A line that says who speaks next has at most so many units. */
export const SPEAKER = 44

/**
 * Whether a folded line says who speaks, as a record of a meeting prints it between two speeches.
 *
 *     上橋基層社主任  倪滿倉(遲到,會議中途發言)
 *     石秀蓮(渡口分隊隊長,七十四歲)
 *     校監麥瑞芝女士致辭
 */
export function namesSpeakerOfRecord(head: string): boolean {
  if (head.length > SPEAKER) return false
  const named = head.endsWith(':') ? head.slice(0, -1) : head
  if (givesSpeech(named)) return true
  const [, said = named, aside = ''] = ASIDE.exec(named) ?? []
  if (/[。;!?:“”《》(]|[我你您它这那]|记者|通讯员/.test(said)) return false
  const [first = '', rest, ...others] = said.split(',')
  if (rest !== undefined) return others.length === 0 && isCalled(first) && holdsOffice(rest)
  if (aside !== '' && isCalled(said)) return aside.split(/[,;、]/).some((clause) => ROLE.test(clause))
  const [, role, name] = ROLE_AND_NAME.exec(said) ?? []
  if (role !== undefined && name !== undefined && ROLE.test(role) && isCalled(name)) return true
  const blank = said.indexOf(' ')
  if (blank > 0) return isCalled(said.slice(0, blank)) && holdsOffice(said.slice(blank + 1))
  const glued = GLUED.exec(said)?.[1]
  return glued !== undefined && isCalled(glued)
}

/** 理事長詹火旺 */
const GLUED = new RegExp(`^[^ ]{0,12}(?:${OFFICE.source})([一-龥]{2,3}${COURTESY}?)$`)

/** Whether a folded line says with a verb who speaks: 校監麥瑞芝女士致辭 */
export function givesSpeech(head: string): boolean {
  if (head.length > SPEAKER || /[。;!?:“”《》]|[我你您它这那]/.test(head)) return false
  const said = ASIDE.exec(head)?.[1] ?? head
  return (
    READS.test(head) ||
    HOSTS.test(said) ||
    (GIVES.test(said) && GIVER.test(said) && !CALLS.test(said) && !said.includes('的'))
  )
}

/** Who is called to speak has not begun: 下面請書記講話 */
const CALLS = /^(?:以下|下文|下列|现将|这|下面|接下来|现在|首先|请|由|有请|在)/

function holdsOffice(words: string): boolean {
  return IN_OFFICE.test(words)
}

const IN_OFFICE = new RegExp(`${OFFICE.source}$`)

/** 王 明    仇伯銘老先生 */
function isCalled(words: string): boolean {
  return isAnyName(words.replace(COURTESY_LAST, '').replaceAll(' ', ''))
}

const COURTESY_LAST = new RegExp(`${COURTESY}$`)
