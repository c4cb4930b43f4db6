import type { Elision } from '../schema/phrasing.ts'
import { codeSet } from '../source/code-set.ts'
import { nextShown, type Shown, signsOf } from './signs.ts'
import type { Annotator, Span } from './span.ts'

type Kind = Elision['kind']

const MASK = signsOf('mask')

/** Places where words were taken out and a mask put in: 20xx, ××, 某某, ____. */
export const elision: Annotator = {
  needs: MASK,
  find: ({ text, folded, shown }, found) => findMasks(text, folded, shown, found),
}

/** A mask: one sign as often as it likes; signs that have another use only from the second on. */
const MASKS = /[xX]+|×+|\*+|_{2,}|★{2,}|☆{2,}|△{2,}|□{2,}|◇{2,}|○{2,}|某{2,}/y

/** As much of the text beside a mask as tells what it stands for. */
const BESIDE = 8

/** Finds the masks that begin where a sign of them does, at one character or the first of two. */
function findMasks(text: string, folded: string, shown: Shown, found: Span[]): void {
  let done = 0
  for (let i = nextShown(shown, MASK); i < shown.count; i = nextShown(shown, MASK, i + 1)) {
    const end = shown.ends[i] as number
    const index = isSingle(folded.charCodeAt(end - 1)) ? end - 1 : end - 2
    if (index < done) continue
    MASKS.lastIndex = index
    const mask = MASKS.exec(folded)?.[0]
    if (mask === undefined) continue
    const behind = index + mask.length
    done = behind
    const before = folded.slice(Math.max(0, index - BESIDE), index)
    const after = folded.slice(behind, behind + BESIDE)
    const digits = maskedYear(before, mask, after)
    if (digits > 0) found.push({ start: index - digits, end: behind, annotation: { type: 'elision', kind: 'year' } })
    else if (isMask(text.charAt(index), mask, before, after))
      found.push({ start: index, end: behind, annotation: { type: 'elision', kind: kindOf(mask, before, after) } })
  }
}

const isSingle = codeSet('×xX*')

/** How many printed digits belong to a masked year: 2 in 20xx, 3 in 201×; 0 where it is none. */
function maskedYear(before: string, mask: string, after: string): number {
  if (/^[\dA-Za-z]/.test(after)) return 0
  const digits = /(?:^|[^\dA-Za-z.])((?:19|20)\d?|[一二][零○九])$/.exec(before)?.[1]
  return digits && digits.length + mask.length === 4 ? digits.length : 0
}

/** Words that count or date: a single sign before them can only be a mask. */
const COUNTS = /^(?:[届年月日号次名个位万亿元户人所项条家]|中全会|大[会精]|多[万个名])/

/** 打×, 畫了一個×: the sign itself. */
const TICKED = /(?:[打画][了过上]?(?:[一两几]?个)?|[√✓])$/

/** Whether a run of signs is a mask, and not a multiplication, a separator, a star or a letter. */
function isMask(sign: string, mask: string, before: string, after: string): boolean {
  if (before === '' && after === '') return false
  const single = mask.length === 1
  if (/[xX]/.test(mask)) {
    if (/[\dA-Za-z.]$/.test(before) || /^\.?[\dA-Za-z]/.test(after)) return false
    return !single || COUNTS.test(after) || /第$/.test(before)
  }
  if (sign === '×') {
    if (TICKED.test(before) && !COUNTS.test(after)) return false
    return !single || !(/[\dA-Za-z]$/.test(before) || /^[\dA-Za-z]/.test(after))
  }
  if (sign === '*' && single) return COUNTS.test(after) && !/[\dA-Za-z]$/.test(before)
  if (sign === '○') return !/[\d一二三四五六七八九十]$/.test(before) && !/^[\d一二三四五六七八九年]/.test(after)
  return true
}

/** What a mask must stand for because of the words beside it, the first that fits. */
const KINDS: readonly { kind: Kind; before?: RegExp; after?: RegExp }[] = [
  { kind: 'number', before: /\d$/, after: /^\d/ },
  { kind: 'ordinal', before: /第$/ },
  { kind: 'ordinal', after: /^(?:届|中全会|次(?:全|会|代|主席|委|常))/ },
  { kind: 'ordinal', before: /(?:党的?|会|团|联|代)$/, after: /^大(?![领类项])/ },
  { kind: 'year', after: /^年.{1,2}月/ },
  { kind: 'number', after: /^(?:月(?![刊报])|日(?![刊报])|时(?![代刊报])|分(?![公校行店局院])|号|%|‰|余|多)/ },
  {
    kind: 'number',
    after:
      /^(?:万|亿|元|个|周年|名(?!牌)|位|人(?!民|大)|家(?!庭|园|兄弟|姐妹|姐弟|兄妹|父子|母子|婆媳|夫妇|两口|[沟庄湾坡岭寨屯堡店铺坪塘坝岗峪洼崖桥河村堰坳])|户|件|项(?!目)|条(?!例)|公里|公斤|千|米|吨|亩|所(?!有|在)|座|套|辆|台|趟|起|次|平方|篇|场|天|岁|口(?![号才岸味腔袋语气碑径])|里(?=[,，。;；、]|$)|[笔份张册株棵栋间批斤页幅艘架枚桶袋箱瓶匹]|处(?![长级室理罚置])|小时|分钟|季度|大[领类项])/,
  },
  { kind: 'ordinal', after: /^大(?![桥学厦楼道街坝堤门队赛酒院])/ },
]

/** Places, bodies and offices: what stands before them is a name, however short. */
const NAMED =
  /^(?:[政府委办]发|省|市|县|区|镇|乡|村|街道|社区|州|旗|家(?:[沟庄湾坡岭寨屯堡店铺坪塘坝岗峪洼崖桥河村堰坳]|兄弟|姐妹|姐弟|兄妹|父子|母子|婆媳|夫妇|两口)|[日晚时]报|月刊|公司|集团|学院|学校|大学|中学|小学|局|厅|同志|先生|女士|老师|同学|书记|主席|主任|校长|[省市县区镇乡村部]长)/

function kindOf(mask: string, before: string, after: string): Kind {
  if (mask.startsWith('某') || /[姓老小]$/.test(before)) return 'name'
  const known = KINDS.find((kind) => (kind.before?.test(before) ?? true) && (kind.after?.test(after) ?? true))
  if (known && (known.before || !NAMED.test(after))) return known.kind
  if (/^学?年/.test(after)) return mask.length > 1 ? 'year' : 'number'
  return mask.length > 1 || NAMED.test(after) ? 'name' : 'word'
}
