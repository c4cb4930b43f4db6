import { CUT_MARKS, type GlossForm, PLAIN, printGloss, transmit, withoutTone } from './core.ts'
import { type GlossFamily, glossSet } from './gloss-sets.ts'
import { createRandom } from './random.ts'
import { toTraditional } from './table.ts'

export interface DamageOptions {
  /** The gloss set by family, or a set of one's own; `founding` by default. */
  glosses?: GlossFamily | ReadonlyMap<string, string>
  /** Decides a random gloss set and which cuts do not happen; 0 by default. */
  seed?: number
  /** How the site prints its glosses; `plain` by default. */
  form?: GlossFormName
  /** Whether the pinyin bears tones; true by default. */
  tones?: boolean
  /**
   * How the site looks for its characters: through the text once (`text`, the default), or for one after another in the
   * order of the set (`set`), which can gloss two codes that share a byte.
   */
  order?: 'text' | 'set'
  /** The marks that cut, all by default. */
  cutMarks?: string
  /** The share of cuts that do not happen, from 0 to 1; 0 by default. */
  missedCuts?: number
}

/** How sites print a gloss: 業(yè), 業(yè ), 業 (yè), 業(yè)(yè). */
export const glossForms = {
  plain: PLAIN,
  'blank behind': { before: '(', after: ' )', isTwice: false },
  'blank before': { before: ' (', after: ')', isTwice: false },
  doubled: { before: '(', after: ')', isTwice: true },
} as const

export type GlossFormName = keyof typeof glossForms

/** A place where characters did not arrive whole. Offsets are UTF-16 code units, ends exclusive. */
export interface TrueSpan {
  /** In the true text. */
  start: number
  end: number
  /** In the damaged page. */
  damagedStart: number
  damagedEnd: number
  /** What the page shows. */
  damaged: string
  /** What was written. */
  original: string
}

export interface DamagedPage {
  page: string
  /** The page before the channel: traditional, without glosses, width as written. */
  truth: string
  /** For each code unit of the truth, where it stands whole on the page; -1 where it does not. */
  arrivals: Int32Array
  spans: TrueSpan[]
}

/** A clean text, simplified or traditional, as a site of this kind would show it, and the places where it is shifted. */
export function damagePage(clean: string, options: DamageOptions = {}): DamagedPage {
  const { glosses = 'founding', seed = 0, order = 'text', cutMarks = CUT_MARKS, missedCuts = 0, tones = true } = options
  const form = glossForms[options.form ?? 'plain']
  const truth = toTraditional(clean)
  const toned = typeof glosses === 'string' ? glossSet(glosses, seed) : glosses
  const set = tones ? toned : new Map([...toned].map(([char, pinyin]) => [char, withoutTone(pinyin)]))
  const random = createRandom(seed ^ 0x5bd1e995)
  const { text: page, arrivals } = transmit(truth, {
    glosses: set,
    form,
    cutMarks,
    ...(order === 'set' && { overlaps: rankOf(set) }),
    ...(missedCuts > 0 && { cuts: () => random() >= missedCuts }),
  })
  return { page, truth, arrivals, spans: findSpans(page, truth, arrivals, set, form) }
}

/** Whether the site looks for `right` before `left`. */
function rankOf(set: ReadonlyMap<string, string>): (left: string, right: string) => boolean {
  const ranks = new Map([...set.keys()].map((char, rank) => [char, rank]))
  return (left, right) => (ranks.get(right) as number) < (ranks.get(left) as number)
}

function findSpans(
  page: string,
  truth: string,
  arrivals: Int32Array,
  glosses: ReadonlyMap<string, string>,
  form: GlossForm,
): TrueSpan[] {
  const spans: TrueSpan[] = []
  let at = 0
  while (at < truth.length) {
    if ((arrivals[at] as number) >= 0) {
      at++
      continue
    }
    const start = at
    while (at < truth.length && (arrivals[at] as number) < 0) at++
    const damagedStart = start === 0 ? 0 : endOfArrival(start - 1)
    const damagedEnd = at === truth.length ? page.length : (arrivals[at] as number)
    spans.push({
      start,
      end: at,
      damagedStart,
      damagedEnd,
      damaged: page.slice(damagedStart, damagedEnd),
      original: truth.slice(start, at),
    })
  }
  return spans

  /** Where a character that arrived ends on the page, its gloss included. */
  function endOfArrival(offset: number): number {
    const arrived = (arrivals[offset] as number) + 1
    const pinyin = glosses.get(truth[offset] as string)
    const gloss = pinyin === undefined ? '' : printGloss(pinyin, form)
    return page.startsWith(gloss, arrived) ? arrived + gloss.length : arrived
  }
}
