import type { Elision } from '../schema/phrasing.ts'
import type { Annotator, Span } from './span.ts'
import { MASK, PARTY } from './traits.ts'

type Kind = Elision['kind']

/** Places where words were taken out: masks (20xx, ××, 某某, ____) and what is left around a name (以為的黨中央). */
export const elision: Annotator = {
  needs: MASK | PARTY,
  find: ({ text, folded }) => [...findMasks(text, folded), ...findStranded(folded)],
}

/** A mask: one sign as often as it likes; signs that have another use only from the second on. */
const MASKS = /[xX]+|×+|\*+|_{2,}|★{2,}|☆{2,}|△{2,}|□{2,}|◇{2,}|○{2,}|某{2,}/g

/** As much of the text beside a mask as tells what it stands for. */
const BESIDE = 8

function findMasks(text: string, folded: string): Span[] {
  const found: Span[] = []
  for (const { 0: mask, index } of folded.matchAll(MASKS)) {
    const behind = index + mask.length
    const before = folded.slice(Math.max(0, index - BESIDE), index)
    const after = folded.slice(behind, behind + BESIDE)
    const digits = maskedYear(before, mask, after)
    if (digits > 0) found.push({ start: index - digits, end: behind, annotation: { type: 'elision', kind: 'year' } })
    else if (isMask(text.charAt(index), mask, before, after))
      found.push({ start: index, end: behind, annotation: { type: 'elision', kind: kindOf(mask, before, after) } })
  }
  return found
}

/** How many printed digits belong to a masked year: 2 in 20xx, 3 in 201×; 0 where it is none. */
function maskedYear(before: string, mask: string, after: string): number {
  if (/^[\dA-Za-z]/.test(after)) return 0
  const digits = /(?:^|[^\dA-Za-z.])((?:19|20)\d?|[一二][零○九]?)$/.exec(before)?.[1]
  if (!digits || digits.length + mask.length !== 4) return 0
  return digits.length > 1 ? digits.length : 0
}

/** Words that count or date: a single sign before them can only be a mask. */
const COUNTS = /^(?:[届年月日号次名个位万亿元户人所项条家]|大[会精]|多[万个名])/

/** Whether a run of signs is a mask, and not a multiplication, a separator, a star or a letter. */
function isMask(sign: string, mask: string, before: string, after: string): boolean {
  if (before === '' && after === '') return false
  const single = mask.length === 1
  if (/[xX]/.test(mask)) {
    if (/[\dA-Za-z.]$/.test(before) || /^[\dA-Za-z]/.test(after)) return false
    return !single || COUNTS.test(after) || /第$/.test(before)
  }
  if (sign === '×') {
    if (/[打画√✓]$/.test(before) && !COUNTS.test(after)) return false
    return !single || !(/[\dA-Za-z]$/.test(before) || /^[\dA-Za-z]/.test(after))
  }
  if (sign === '*' && single) return COUNTS.test(after) && !/[\dA-Za-z]$/.test(before)
  if (sign === '○') return !/[\d一二三四五六七八九十]$/.test(before) && !/^[\d一二三四五六七八九年]/.test(after)
  return true
}

/** What the words beside a mask make of it, the first that fits. */
const KINDS: readonly (readonly [kind: Kind, before: RegExp, after: RegExp])[] = [
  ['ordinal', /第$/, /^/],
  ['ordinal', /^|./, /^(?:届|次(?:全|会|代|主席|委|常))/],
  ['ordinal', /(?:党的?|会|团|联|代)$/, /^大(?![领类项])/],
  ['year', /^|./, /^年.{1,2}月/],
  ['number', /^|./, /^(?:月|日|时|分|号|%|‰|余|多)/],
  [
    'number',
    /^|./,
    /^(?:万|亿|元|个|名(?!牌)|位|人(?!民|大)|家(?!庭|园)|户|件|项(?!目)|条(?!例)|公里|公斤|千|米|吨|亩|所(?!有|在)|座|套|辆|台|趟|起|次|平方|篇|场|天|大[领类项])/,
  ],
]

function kindOf(mask: string, before: string, after: string): Kind {
  if (mask.startsWith('某')) return 'name'
  const known = KINDS.find(([, left, right]) => left.test(before) && right.test(after))
  if (known) return known[0]
  if (/^学?年/.test(after)) return mask.length > 1 ? 'year' : 'number'
  if (/^大(?:精神|报告|以来|会|和|召开|胜利|提出)?/.test(after) && after.startsWith('大')) return 'ordinal'
  return mask.length > 1 || PLACES.test(after) ? 'name' : 'word'
}

const PLACES = /^(?:省|市|县|区|镇|乡|村|街道|社区|州|旗|公司|集团|学院|学校|大学|中学|小学|局|厅|同志|书记|主席)/

/**
 * Particles that stand together only where the word between them is gone.
 *
 *     緊密團結在以為的黨中央周圍    迎接黨的的召開
 *               ^^^                   ^^
 */
const STRANDED =
  /以(?:同志)?为(?=(?:核心|总书记|班长|首)的(?:党中央|中央|领导集体))|以(?:同志)?为的(?=党中央|中央|领导集体)|(?<=党)的的|(?<=党)的(?=以来|胜利召开|召开)/g

function findStranded(folded: string): Span[] {
  if (!folded.includes('党')) return []
  return [...folded.matchAll(STRANDED)].map(({ 0: left, index }) => ({
    start: index,
    end: index + left.length,
    annotation: { type: 'elision', kind: left.includes('为') ? 'name' : 'word' },
  }))
}
