import { codeSet } from '../../source/code-set.ts'

/** 在老同學聚會上的發言(2012-01-02 10:20:30) — a blog prints beside the title when it was posted. */
const DATED = / ?\((?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}[\d: ]*\)$/

/** Whether a folded line can be a title: short, one phrase, no sentence. */
export function isTitleLike(head: string, length: number): boolean {
  if (length < 2 || length > 60) return false
  const dated = DATED.exec(head)?.[0].length ?? 0
  if (dated > 0 && dated < head.length) return isTitleLike(head.slice(0, -dated), length - dated)
  if (/[。;!?,:…~]$/.test(head) || /[。;]/.test(head)) return false
  if (!/[一-龥]/.test(head) || /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(head)) return false
  return !/^(?:[(（—-]|[一二三四五六七八九十]、|\d+(?:、|\.(?!\d)))/.test(head)
}

/** What two printings of one title have in common: blanks, brackets with counts and labels, extension and numbers left out. */
function core(title: string): string {
  return title
    .replace(/\.(?:docx?|pdf|txt|wps|html?)$/i, '')
    .replace(/[([【（][^()[\]【】]{0,16}[)\]】]/g, '')
    .replace(/^(?:关于|有关|最新|精选|优秀|简短|实用)的?/, '')
    .replace(/[\s\-_|–—“”‘’《》]+/g, '')
    .replace(/(?:范文)?(?:\d+|[一二三四五六七八九十]+)篇$|篇(?:\d+|[一二三四五六七八九十]+)$/, '')
}

/** Titles of which one has more before its first word: a bracket, 關於, 最新. */
const MAY_DIFFER = /^(?:[^一-龥\w]|关于|有关|最新|精选|优秀|简短|实用)/

/** Words that make of a title the title of another text: 教師節主持詞 and 教師節主持詞結束語 */
const OTHER_TEXT = /开场白|串词|结束语|开幕|闭幕|技巧|要点|方法|注意|点评|写作|怎么|如何|流程|名单|通知/

const YEAR = /^(?:19|20)\d{2}年?(?=[一-龥])/

/** Whether a title begins with its first word, whatever MAY_DIFFER and YEAR know. */
function isPlain(title: string): boolean {
  const code = title.charCodeAt(0)
  return code >= 0x4e00 && code <= 0x9fa5 && !opensMore(code)
}

const opensMore = codeSet('关有最精优简实')

/** Whether what two folded lines begin with can be of one title. */
export function mayBeSame(a: string, b: string): boolean {
  return a[0] === b[0] || !isPlain(a) || !isPlain(b)
}

/** Whether two folded lines print the same title, one with a suffix perhaps. */
export function sameTitle(a: string, b: string): boolean {
  if (!mayBeSame(a, b)) return false
  // 2021年船廠致辭3篇 above 船廠致辭3篇
  if (YEAR.test(a) !== YEAR.test(b)) return sameTitle(a.replace(YEAR, ''), b.replace(YEAR, ''))
  if (!MAY_DIFFER.test(a) && !MAY_DIFFER.test(b) && a[0] !== b[0]) return false
  const [first, second] = [core(a), core(b)]
  if (first === '' || second === '') return false
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  return (
    long === short ||
    (short.length >= 5 &&
      long.length <= short.length + 12 &&
      long.startsWith(short) &&
      !/[。,;!?:]/.test(long) &&
      !OTHER_TEXT.test(long.slice(short.length)))
  )
}

/** Whether a folded line names what speeches are called: 講話, 致辭, 主持詞 … */
export function namesGenre(head: string): boolean {
  return /颁奖|讲话|演讲|发言|致辞|致词|贺词|贺辞|主持词|串词|讲稿|讲座|倡议|寄语|述职|报告|汇报|誓词|誓师|宣誓|开幕|闭幕|悼词|答谢|欢迎词|欢送|感言|心得|演说|宣讲|对白|串联|总结|祝词|祝酒|动员|谈话|讲演|竞选|自我介绍|范文|辞$|词$|稿/.test(
    head,
  )
}

/** Whether a folded line is the name of a genre and no more, as sites name their columns: 講話稿 */
export function isGenre(head: string): boolean {
  return /^[【[]?(?:领导|总结|动员|[开闭]幕)?(?:(?:讲话|演讲|发言|主持)稿?|讲话材料|主持词|[开闭]幕[词辞]|致辞|范文|演讲与口才|述职报告|心得体会|倡议书|工作报告)[】\]]?$/.test(
    head,
  )
}

/** Whether a folded line ends in what speeches are called, a count behind it perhaps: 春耕動員講話(精選3篇) */
export function endsInGenre(head: string): boolean {
  return /(?:讲话|演讲|发言|倡议书?|寄语|述职|报告|汇报|感言|演说|总结|动员|稿|材料|范文|开场白|结束语|心得体会|事迹|.[词辞])(?: ?(?:[\d一二三两五十几]{0,2}分钟|\d{3,4}字))?(?:[([【].{1,12}[)\]】]|[\d一二三四五六七八九十]+[篇则]| ?篇 ?[\d一二三四五六七八九十]+)?$/.test(
    head,
  )
}

/** 青禾學習網 - 鄉村教師的書架    GAOZI66 —— 寫材料,用得上 */
const WITH_SLOGAN = /^(?:[^ \-_|—]{2,12}(?:网|网站|文库|文秘)|[a-z]{2,12}\d{1,4}) ?[-_|—]{1,2} ?(.{2,24})$/i

/** Whether a folded line can be nothing but the name of a site; a grid is a 網 too: 國家電網 */
export function isOnlySiteName(head: string): boolean {
  return /^[一-龥a-z\d]{2,10}(?:(?<![电联路管])网|网站|文库|文秘)$/i.test(head)
}

/** Whether a folded line is the name of a site, its slogan behind it perhaps: 青禾學習網 */
export function isSiteName(head: string): boolean {
  const slogan = WITH_SLOGAN.exec(head)?.[1]
  if (slogan) return !endsInGenre(slogan)
  return (
    head.length <= 16 &&
    !(/ [-_|—] | ?[-_|] ?/.test(head) && namesGenre(head)) &&
    /(?:网|网站|文库|文稿|文秘|公文|美文|论坛|在线|门户|社区|资源库|之家|吧|文秘站|[a-z]+\.(?:com|cn|net|org).*)(?: ?(?:手机版|移动版|触屏版|电脑版|首页|wap版?))?$/i.test(
      head,
    )
  )
}
