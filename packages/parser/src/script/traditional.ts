import { ConverterBuilder } from 'opencc-js/core'
import * as preset from 'opencc-js/preset/cn2t'
import { createMarks } from './marks.ts'

const convertPhrases = ConverterBuilder(preset)({ from: 'cn', to: 't' })

/** OpenCC's tables from simplified to traditional: rows parted by `|`, each what is simplified, a blank, what it becomes. */
const TABLES = (preset.configs?.s2t?.conversionChain ?? []).flat().map(String)

const marks = createMarks(TABLES)

/**
 * Simplified to traditional, line by line, by OpenCC's phrases and characters. A line that is traditional already
 * stands: 三里路 would else become 三裏路. A line that could be either goes with the rest of the text.
 */
export function convert(text: string): string {
  const isPageSimplified = marks.balance(text) >= 0
  return text
    .split('\n')
    .map((line) => {
      const balance = marks.balance(line)
      const isSimplified = balance === 0 ? isPageSimplified : balance > 0
      return isSimplified ? convertPhrases(line) : line
    })
    .join('\n')
}
