import { isHan } from '../gloss/find.ts'
import type { GlossForm } from '../gloss/form.ts'
import type { GlossSet } from '../gloss-set.ts'
import type { LayerContext } from '../layer.ts'
import { charactersOf } from './characters.ts'
import { type Copies, findCopies } from './copies.ts'
import { createLanguageModel } from './language-model.ts'
import { type Lexicon, openLexicon, smallLexicon } from './lexicon.ts'
import { plainPage } from './page.ts'
import { countPage } from './page-counts.ts'
import type { Searching } from './search.ts'
import { siteOf } from './site.ts'
import { symbolsOf } from './symbols.ts'
import { createTrellis } from './trellis.ts'
import { createVerifier, type Verifier } from './verify.ts'

/** What is made once for a page with damage. */
export interface Workshop extends Searching {
  copies: Copies
  verifier: Verifier
  lexicon: Lexicon
  /** The symbols that the page taught. */
  learned: Uint16Array
  /** How many more candidates may be weighed on this page. */
  budget: number
}

/** Candidates weighed for a page at least, and for each UTF-16 code unit of it. */
const STEPS = { page: 2_000_000, unit: 100 }

export function openWorkshop(
  text: string,
  glosses: GlossSet,
  form: GlossForm,
  { witnesses, lexicon: given }: LayerContext,
): Workshop {
  const lexicon = openLexicon(given ?? smallLexicon)
  const symbols = symbolsOf(lexicon)
  const characters = charactersOf(lexicon)
  const page = plainPage(text, witnesses, symbols.of, glosses, form, characters)
  const counts = countPage(page.symbols, symbols.marks)
  const site = siteOf(glosses, form, characters, page.counts, page.glossed)
  return {
    characters,
    site,
    model: createLanguageModel(lexicon, counts),
    trellis: createTrellis(),
    copies: findCopies(counts, symbols.of),
    verifier: createVerifier(site),
    lexicon,
    learned: page.symbols,
    budget: STEPS.page + STEPS.unit * text.length,
  }
}

/**
 * The same workshop when the page has taught its model more; what was restored is no intact copy of anything.
 *
 * @param passages restored ones, as UTF-16 code units; only the characters in them teach, and nothing across a mark
 */
export function teach(workshop: Workshop, passages: readonly (readonly number[])[]): Workshop {
  const { learned, lexicon } = workshop
  const { of: symbolOf, marks } = symbolsOf(lexicon)
  const room = passages.reduce((sum, passage) => sum + passage.length + 1, learned.length + 1)
  const symbols = new Uint16Array(room)
  symbols.set(learned)
  let size = learned.length + 1
  for (const passage of passages) {
    for (const unit of passage) symbols[size++] = isHan(unit) ? (symbolOf[unit] as number) : 0
    size++
  }
  return { ...workshop, model: createLanguageModel(lexicon, countPage(symbols, marks)) }
}
