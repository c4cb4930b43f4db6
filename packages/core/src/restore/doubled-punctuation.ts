import type { Grounds } from '../source/patches.ts'
import { noPatches, pushPatch } from '../source/patches.ts'
import { blank, chinese, kindOf } from './kinds.ts'
import type { Layer } from './layer.ts'

const likely: Grounds = { rule: 'doubled-punctuation', certainty: 'likely', evidence: { readings: 2 } }

/**
 * Two marks where a sentence takes one, and which of the two a writer would keep. Written with narrow marks, for both widths.
 * Marks of emphasis (!! ?! ……) and rows of three and more are somebody's style and not in the table.
 */
const PAIRS: Record<string, 'first' | 'second'> = {
  '!。': 'first',
  '?。': 'first',
  ':。': 'first',
  ';。': 'first',
  ':.': 'first',
  ',。': 'second',
  '、。': 'second',
  '、,': 'second',
  ',,': 'first',
  '、、': 'first',
  ';;': 'first',
  '::': 'first',
  '。。': 'first',
  // Some sites put a comma before every mark, against copying.
  ',!': 'second',
  ',?': 'second',
  ',;': 'second',
  ',:': 'second',
  ',、': 'second',
}

const MARKS = ',;:!?，；：！？。、.'

/** Takes away one of two marks that a page has where one belongs: 同志們:。 → 同志們:, 好!。 → 好!. */
export const doubledPunctuation: Layer = {
  rule: 'doubled-punctuation',
  isNeeded: (survey) => [...',;:!?，；：！？。、'].some((mark) => survey.has(mark)),
  run(text) {
    const patches = noPatches()
    for (const { 0: pair, index } of text.matchAll(TWO_MARKS)) {
      const kept = PAIRS[narrow(pair)]
      if (!kept || !isAlone(text, index)) continue
      const start = kept === 'first' ? index + 1 : index
      pushPatch(patches, start, start + 1, '', likely)
    }
    return { patches }
  },
}

const TWO_MARKS = /[,，][!?！？]|[,;:!?，；：！？。、][.,;:，；：。、]/g

/** What may stand behind a clause in place of a character. */
const PAIRED = '“”‘’「」『』《》（）()'

/** Whether the pair stands behind Chinese, with no third mark beside it, at the end of a clause. */
function isAlone(text: string, at: number): boolean {
  if (kindOf(text.charCodeAt(at - 1)) !== chinese || MARKS.includes(text.charAt(at - 1))) return false
  if (MARKS.includes(text.charAt(at + 2)) && text.charAt(at + 2) !== '') return false
  const after = kindOf(text.charCodeAt(at + 2))
  return after === chinese || after === blank || PAIRED.includes(text.charAt(at + 2))
}

function narrow(pair: string): string {
  return pair.replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
}
