import { type FoundGlosses, findGlosses, type GlossKind, isHan } from './gloss/find.ts'
import { canBeRead, isCommonTraditional, isTraditional } from './gloss/readings.ts'
import { TONED_VOWELS } from './gloss/syllable.ts'
import type { Survey } from './survey.ts'

/** The characters a site glosses, each with the pinyin it prints behind it: 業 → yè. Empty for a page without glosses. */
export type GlossSet = ReadonlyMap<string, string>

/** Every bracket of a page that can be a gloss, and by kind which ones are. */
export interface Brackets extends FoundGlosses {
  accepted: boolean[]
}

/** Reads the brackets of a page, and tells the glosses of a site from what a person wrote. */
export function readBrackets(text: string, survey: Survey): Brackets {
  const found = findGlosses(text, survey)
  return { ...found, accepted: acceptGlosses(found, survey, text) }
}

/** The gloss set of the site that a page comes from, as far as its brackets show it. */
export function glossSetOf({ kinds, accepted }: Brackets): GlossSet {
  const set = new Map<string, string>()
  kinds.forEach((kind, i) => {
    if (accepted[i]) set.set(String.fromCharCode(kind.code), kind.pinyin)
  })
  return set
}

/**
 * Which kinds of bracket are glosses and which a person wrote, by index.
 *
 * A site glosses mechanically: characters that only traditional script has, in one reading each, and never leaves
 * a character of its set bare. A lesson, a dictionary or a poem with notes shows its characters bare as well,
 * notes each of them once, reads one character in several ways, lists characters one by one, and has pinyin outside
 * such brackets.
 */
function acceptGlosses(found: FoundGlosses, survey: Survey, text: string): boolean[] {
  if (!isInRunningText(found, text)) return found.kinds.map(() => false)
  const usages = usagesOf(found.kinds, survey)
  const debris = survey.has('?') ? countDebris(text) : 0
  if (isGlossedWithTones(usages, survey, debris)) return usages.map(isTonedGloss)
  if (isGlossedWithoutTones(usages, survey, debris)) return usages.map(isTonelessGloss)
  return usages.map(() => false)
}

/** Places looked at to see whether brackets stand in running text. */
const SAMPLE = 200

/** Whether most brackets stand inside words and phrases (農(nóng)村, 企業(yè)), not between the items of a list (業(yè)、發(fā)、). */
function isInRunningText({ count, starts, ends }: FoundGlosses, text: string): boolean {
  const sample = Math.min(count, SAMPLE)
  let running = 0
  for (let i = 0; i < sample; i++) {
    const before = text.charCodeAt((starts[i] as number) - 2)
    if (isHan(before) || isHan(text.charCodeAt(ends[i] as number))) running++
  }
  return running * 2 > sample
}

/** How a page uses one kind of bracket. */
interface Usage extends GlossKind {
  /** How often the character stands without any bracket of this form. */
  bare: number
  /** Whether this is the reading the character mostly has. */
  leads: boolean
  /** Whether the character can be read so. */
  valid: boolean
  traditional: boolean
}

function usagesOf(kinds: readonly GlossKind[], survey: Survey): Usage[] {
  const glossed = new Map<number, number>()
  for (const { code, count } of kinds) glossed.set(code, (glossed.get(code) ?? 0) + count)
  return kinds.map((kind) => {
    const all = glossed.get(kind.code) as number
    return {
      ...kind,
      bare: survey.count(kind.code) - all - kind.doubledBase,
      leads: kind.count * 10 >= all * 9,
      valid: canBeRead(kind.code, kind.pinyin),
      traditional: isTraditional(kind.code),
    }
  })
}

/** Never bare, but for one in twenty: the shifted bytes of a damaged run can look like a bare character. */
function isSteady({ count, bare, leads }: Usage): boolean {
  return leads && bare * 20 <= count
}

/** Families A, B, C and E of the catalogue: 企業(yè), 社會(huì ). */
function isGlossedWithTones(usages: readonly Usage[], survey: Survey, debris: number): boolean {
  const toned = usages.filter(({ toned, valid }) => toned && valid)
  const telling = toned.filter((usage) => usage.traditional && isSteady(usage))
  const places = countOf(telling)
  if (telling.length * 3 < toned.length * 2 || places * 10 < countOf(toned) * 7) return false
  if ((tonesOutside(usages, survey) - debris) * 3 > places) return false
  return isRepeated(telling) || isCommon(telling) || (debris > 0 && places > 0)
}

/** A person notes a reading once; a site at every occurrence. */
function isRepeated(usages: readonly Usage[]): boolean {
  const repeated = usages.filter(({ count }) => count > 1)
  return repeated.length >= 2 && countOf(repeated) >= 5
}

/** A person notes the reading of rare characters, a site that of common ones. */
function isCommon(usages: readonly Usage[]): boolean {
  return usages.filter(({ code }) => isCommonTraditional(code)).length >= 2
}

/** On a page of such a site: traditional characters (們(men) has no tone to show), and others that are never bare either. */
function isTonedGloss(usage: Usage): boolean {
  const { toned, leads, valid, traditional, count, bare } = usage
  if (!leads) return false
  if (!toned) return traditional && valid && isSteady(usage)
  if (traditional) return isSteady(usage) || (valid && bare <= count)
  return valid && isSteady(usage) && count > 1
}

/** Where a site glosses so often for each other pinyin of the page, that one is none of its own. */
const RARE = 8

/** Family D: 会(hui)(hui). A doubled bracket is enough of a sign; single ones must repeat and never be bare. */
function isGlossedWithoutTones(usages: readonly Usage[], survey: Survey, debris: number): boolean {
  const toneless = usages.filter(({ toned, valid }) => !toned && valid)
  const doubled = toneless.filter(({ doubled }) => doubled > 0)
  if (doubled.length > 0) return true
  const steady = toneless.filter(isSteady)
  if (steady.length * 3 < toneless.length * 2) return false
  // The bytes of a damaged run may look like à, and a page may print a name with its reading.
  if ((tonesOutside(usages, survey) - debris) * RARE > countOf(steady)) return false
  if (isRepeated(steady) && steady.length >= 3) return true
  // A person notes the reading of a common character once, if ever, and not that of several.
  const common = steady.filter(({ code }) => isCommonTraditional(code))
  return common.length >= 4 || (common.length >= 3 && countOf(common) >= 6)
}

function isTonelessGloss(usage: Usage): boolean {
  if (usage.toned || !usage.valid) return false
  return usage.doubled > 0 || isSteady(usage) || usage.bare <= usage.count
}

function countOf(usages: readonly Usage[]): number {
  return usages.reduce((sum, { count }) => sum + count, 0)
}

/** How many tone marks the page bears outside of brackets that look like glosses. */
function tonesOutside(usages: readonly Usage[], survey: Survey): number {
  let tones = 0
  for (const vowel of TONED_VOWELS) tones += survey.count(vowel.charCodeAt(0))
  for (const { toned, count, doubled } of usages) if (toned) tones -= count + doubled
  return tones
}

/** How often a `?` stands where a glossed character was shifted: 變?yōu)榻. */
function countDebris(text: string): number {
  return text.match(/\?[a-zɑɡāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)/g)?.length ?? 0
}
