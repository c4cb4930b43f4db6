import type { Noise } from '../../schema/phrasing.ts'
import { isHeaderBelow } from '../constructs/field.ts'
import { matchNoise } from '../constructs/noise.ts'
import { matchLongNoise } from '../constructs/notice.ts'
import { CAPTION_LIMIT, captionLength, isRelatedCaption } from '../constructs/related.ts'
import { HEAD } from '../line.ts'
import { endsBefore, withPlaces, withStarts } from './sentences.ts'

/** What a site glues to the end of a speech in one line: 上一篇:    【校園安全講話】相關文章:    (未完,全文共1820字) */
const FURNITURE =
  /^(?:[(【[]?上一[篇条][:)】\] ]|下一[篇条]:(?=[^。]{0,30}$)|【[^】]{2,40}】相关|相关(?:文章|推荐|阅读|热词)[^。]{0,6}:|[([【…]*未完[^一-龥]|以上(?:就)?是(?:小编|本站)|(?:版权|免责)声明:|本文(?:来源|标题|链接|地址)|\(?(?:责任编辑|责编|编辑)[: ]|返回搜狐|[[【](?:打印|列印|关闭|返回|收藏)[^\]】]{0,6}[\]】] ?(?:$|[[【])|本文由.{2,20}(?:整理|提供|网)|更多[^。,]{0,12}[稿文词章][^。,]{0,4}(?:访问|关注|点击)|\(?(?:小编|名师|教师|专家)?(?:点评|简评|评析|赏析):|【(?:编者按|编后[语记]?|(?:名师|教师|专家|小编)?(?:点评|简评|评析|赏析|寄语))】|(?:热门)?标签:|(?:点击)?展开剩余|(?:点击|展开|查看|打开)(?:阅读|查看)?(?:全文|更多)|打开.{0,8}(?:app|APP|客户端))/

/** Where such furniture starts, dots before it included. */
export function findFurniture(folded: string, starts: readonly number[]): number[] {
  const known = withStarts(folded, starts, BEHIND_CREDIT)
    .filter((at) => FURNITURE.test(folded.slice(at, at + HEAD)))
    .map((at) => at - (/…+$/.exec(folded.slice(0, at).slice(-8))?.[0].length ?? 0))
  return [...withPlaces(known, findLast(folded, starts))]
}

/** So many units from the end, a site's last words stand; so many starts back, there is one of them or none. */
const LAST = 800
const TRIES = 16

/** 謝謝大家!更多消防講話,請訪問松針文庫! 收藏 舉報 — behind the last sentence, what is the site's on a line of its own. */
function findLast(folded: string, starts: readonly number[]): number[] {
  const head = folded.slice(0, HEAD)
  if (matchNoise(head) ?? matchLongNoise(head)) return []
  const found: number[] = []
  const last = starts.filter((at) => folded.length - at <= LAST && !/[:|] ?$/.test(folded.slice(at - 2, at)))
  for (let end = folded.length; ; end = found[0] as number) {
    const begin = last.findLastIndex((at) => at < end)
    const near = last.slice(Math.max(0, begin - TRIES), begin + 1)
    const at = near.find((at) => isSite(folded.slice(at, end).trimEnd()))
    if (at === undefined) break
    found.unshift(at)
  }
  const first = found.findIndex((at) => endsBefore(folded, at))
  return first === -1 ? [] : found.slice(first)
}

function isSite(said: string): boolean {
  if (/[。!?] ?./.test(said.slice(0, HEAD))) return false
  if (said.length < SHORTEST) return false
  return (said.length <= HEAD && (isLine(matchNoise(said)) || isHeaderBelow(said))) || captions(said)
}

const SHORTEST = 5

function isLine(kind: Noise['kind'] | undefined): boolean {
  return kind !== undefined && kind !== 'markup' && kind !== 'contents'
}

/** 猜你喜歡:1、開學講話 2、班會講話 */
function captions(said: string): boolean {
  const end = captionLength(said) || said.slice(0, CAPTION_LIMIT).indexOf(':') + 1
  return end > 1 && isRelatedCaption(said.slice(0, end))
}

/** (編輯:小舟)上一篇: — behind a bracket, too, the next speech is linked. */
const BEHIND_CREDIT = /(?<=[)】])(?=[上下]一[篇条][:】])/g

/** Where a site's advertisement stands in running text, up to the next number: 【廣告】勞保手套廠家直銷二、手腳要實。 */
export function findAds(folded: string): { from: number; to: number }[] {
  if (!/[广推会]/.test(folded)) return []
  return [...folded.matchAll(AD)].map(({ index, 0: ad }) => ({ from: index, to: index + ad.length }))
}

const AD =
  /[【[(](?:广告|推广|赞助)[】\])][^。!?]{2,60}?(?=[一二三四五六七八九十]、|\([一二三四五六七八九十]\)|\d{1,2}、|[。!?]|$)[。!?]?|【[^】]{0,12}(?:会员|限时|特惠)[^】]{2,40}】/g
