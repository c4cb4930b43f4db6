import type { Certainty, Repair } from '@speeches/parser'
import { Problem } from './problem.ts'
import { didYouMean } from './suggest.ts'

/** The repairs there are, and what each does. */
export const REPAIRS = {
  gloss: 'take out pinyin that a site put behind characters: 養(yǎng)蜂 → 養蜂',
  shift: 'read shifted bytes again: 學??梢越栌 → 學校可以借用',
  'torn-line': 'join a line torn out of its sentence',
  'split-line': 'join a paragraph split behind ；',
  'hard-wrap': 'join lines broken in the middle of sentences',
  width: 'make punctuation full-width again: , → ，',
  'zero-width': 'take out characters that have no width',
  'soft-hyphen': 'take out soft hyphens',
  entity: 'decode HTML entities: &nbsp;',
  'doubled-punctuation': 'take out doubled punctuation: 。。',
} satisfies Record<Repair, string>

export const CERTAINTIES = ['certain', 'likely', 'unsure'] satisfies Certainty[]

/** The repairs of a list such as `gloss,shift`. Throws a Problem for one that there is not. */
export function parseRepairs(list: string): Repair[] {
  return list.split(',').map((name) => {
    const rule = name.trim()
    if (!Object.hasOwn(REPAIRS, rule)) {
      const known = Object.keys(REPAIRS)
      throw new Problem(`There is no repair "${rule}". Choose from ${known.join(', ')}.${didYouMean(rule, known)}`)
    }
    return rule as Repair
  })
}
