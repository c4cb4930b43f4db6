import type { Brackets } from '../gloss-set.ts'
import { isPinyinLetter } from './syllable.ts'

/** How a site prints the pinyin behind a character: what stands in front of it, what behind, and whether all of it twice. */
export interface GlossForm {
  before: string
  after: string
  isTwice: boolean
}

/** 業(yè) */
export const PLAIN: GlossForm = { before: '(', after: ')', isTwice: false }

/** How many glosses are looked at to see how a site prints them. */
const SAMPLE = 100

/** The form that most glosses of a page have: 業(yè), 業 (yè), 業(yè ), 業(yè)(yè). Full-width brackets count as plain. */
export function glossFormOf(text: string, { count, starts, ends, kindOf, kinds, accepted }: Brackets): GlossForm {
  const forms = new Map<string, { form: GlossForm; times: number }>()
  for (let i = 0, seen = 0; i < count && seen < SAMPLE; i++) {
    const kind = kindOf[i] as number
    if (!accepted[kind]) continue
    seen++
    const printed = text.slice(starts[i], ends[i])
    const shape = printed.replaceAll(kinds[kind]?.pinyin as string, '*')
    const known = forms.get(shape) ?? { form: formOf(shape), times: 0 }
    known.times++
    forms.set(shape, known)
  }
  const [most] = [...forms.values()].sort((a, b) => b.times - a.times)
  return most?.form ?? PLAIN
}

const SHAPE_OF_PLAIN = '(*)'
const SHAPE = /^( ?\( ?)\*( ?\))(\1\*\2)?$/

function formOf(shape: string): GlossForm {
  const [, before, after, again] = SHAPE.exec(shape) ?? []
  if (!before || !after || shape === SHAPE_OF_PLAIN) return PLAIN
  return { before, after, isTwice: again !== undefined }
}

/** Where the pinyin ends that starts at `from`, if the rest of a gloss stands behind it; -1 if not. */
export function pinyinEnd(text: string, from: number, end: number, form: GlossForm = PLAIN): number {
  let to = from
  while (to < end && to - from < 7 && isPinyinLetter(text.charCodeAt(to))) to++
  if (to === from || behindGloss(from, to, form) > end || !text.startsWith(form.after, to)) return -1
  const rest = to + form.after.length
  const isWhole = !form.isTwice || text.startsWith(form.before + text.slice(from, to) + form.after, rest)
  return isWhole ? to : -1
}

/** The end of a gloss whose pinyin stands from `from` to `to`. */
export function behindGloss(from: number, to: number, { before, after, isTwice }: GlossForm): number {
  return to + after.length + (isTwice ? before.length + to - from + after.length : 0)
}

/** A gloss in full. */
export function printGloss(pinyin: string, { before, after, isTwice }: GlossForm): string {
  const once = before + pinyin + after
  return isTwice ? once + once : once
}
