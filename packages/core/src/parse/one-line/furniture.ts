import type { Noise } from '../../schema/phrasing.ts'
import { matchNoise } from '../constructs/noise.ts'
import { HEAD } from '../line.ts'
import { withStarts } from './sentences.ts'

/** What a site glues to the end of a speech in one line: 上一篇:    【校園安全講話】相關文章:    (未完,全文共1820字) */
const FURNITURE =
  /^(?:[(【[]?上一[篇条][:)】\] ]|下一[篇条]:(?=[^。]{0,30}$)|【[^】]{2,40}】相关|相关(?:文章|推荐|阅读|热词)[^。]{0,6}:|[([【…]*未完[^一-龥]|以上(?:就)?是(?:小编|本站)|(?:版权|免责)声明:|本文(?:来源|标题|链接|地址)|\(?(?:责任编辑|责编|编辑)[: ]|返回搜狐|[[【](?:打印|列印|关闭|返回|收藏)[^\]】]{0,6}[\]】] ?(?:$|[[【])|本文由.{2,20}(?:整理|提供|网)|更多[^。,]{0,12}[稿文词章][^。,]{0,4}(?:访问|关注|点击)|(?:小编|名师)?点评:|【(?:编者按|编后[语记]?|(?:名师|教师|专家|小编)?(?:点评|简评|评析|赏析|寄语))】|(?:热门)?标签:|(?:点击)?展开剩余|(?:点击|展开|查看|打开)(?:阅读|查看)?(?:全文|更多)|打开.{0,8}(?:app|APP|客户端))/

/** Where such furniture starts, dots before it included. */
export function findFurniture(folded: string, starts: readonly number[]): number[] {
  const places = withStarts(folded, starts, BEHIND_CREDIT)
  return places
    .filter(
      (at, i) => FURNITURE.test(folded.slice(at, at + HEAD)) || isNoise(folded, at, places.slice(i + 1, i + PIECES)),
    )
    .map((at) => at - (/…+$/.exec(folded.slice(0, at).slice(-8))?.[0].length ?? 0))
}

/** What a site glues to the end of a page stands in its last units; it may have blanks inside. */
const END = 240
const PIECES = 4

/** 散會!點擊下載全文 該文檔售價3.00元 */
function isNoise(folded: string, at: number, ends: readonly number[]): boolean {
  if (at < folded.length - END || at < END) return false
  return [...ends, folded.length].some((end) => {
    const kind = end - at <= HEAD ? matchNoise(folded.slice(at, end).trimEnd()) : undefined
    return kind !== undefined && GLUED.has(kind)
  })
}

const GLUED: ReadonlySet<Noise['kind']> = new Set(['navigation', 'footer', 'advertisement'])

/** (編輯:小舟)上一篇: — behind a bracket, too, the next speech is linked. */
const BEHIND_CREDIT = /(?<=[)】])(?=[上下]一[篇条][:】])/g

/** Where a site's advertisement stands in running text, up to the next number: 【廣告】勞保手套廠家直銷二、手腳要實。 */
export function findAds(folded: string): { from: number; to: number }[] {
  if (!/[广推会]/.test(folded)) return []
  return [...folded.matchAll(AD)].map(({ index, 0: ad }) => ({ from: index, to: index + ad.length }))
}

const AD =
  /[【[(](?:广告|推广|赞助)[】\])][^。!?]{2,60}?(?=[一二三四五六七八九十]、|\([一二三四五六七八九十]\)|\d{1,2}、|[。!?]|$)[。!?]?|【[^】]{0,12}(?:会员|限时|特惠)[^】]{2,40}】/g
