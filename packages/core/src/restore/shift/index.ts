import type { Finding } from '../../messages/finding.ts'
import { noPatches, type Patches, pushPatch } from '../../source/patches.ts'
import { type GlossSet, learnGlosses } from '../gloss-set.ts'
import type { Layer, LayerContext, LayerOutcome } from '../layer.ts'
import { type Characters, charactersOf } from './characters.ts'
import { type Copies, findCopies } from './copies.ts'
import { decide } from './decide.ts'
import { createLanguageModel, type LanguageModel } from './language-model.ts'
import { openLexicon, smallLexicon } from './lexicon.ts'
import { plainPage } from './page.ts'
import { countPage } from './page-counts.ts'
import { search } from './search.ts'
import { type Site, siteOf } from './site.ts'
import { symbolsOf } from './symbols.ts'
import { readTokens } from './tokens.ts'
import { createVerifier, type Verifier } from './verify.ts'
import { brokenGlosses, nextLoss, openMarks, rowEnd, startsLine, type Window, windowAt } from './windows.ts'

export type { LexiconData } from './lexicon.ts'

/**
 * Undoes what the byte channel did to characters between glosses and cuts: 變?yōu)榻?jīng)濟 → 變為經濟.
 *
 * Each run is read by a search over what was written, ranked by a language model, and believed only if the forward
 * channel makes of it what the page shows. Where readings are too close the source stands.
 */
export const shift: Layer = {
  rule: 'shift',
  isNeeded: (survey) => survey.has('?'),
  run(text, context) {
    if (nextLoss(text, 0) === -1) return { patches: noPatches() }
    const glosses = learnGlosses(text, context.survey())
    if (glosses.size === 0) return { patches: noPatches(), findings: brokenGlosses(text) }
    return restoreRuns(text, prepare(text, glosses, context))
  },
}

/** What is made once for a page with damage. */
interface Workshop {
  characters: Characters
  site: Site
  model: LanguageModel
  copies: Copies
  verifier: Verifier
  /** How many characters the page taught. */
  learned: number
  /** How many nodes the word table has. */
  words: number
  /** How many more candidates may be weighed on this page. */
  budget: number
}

/** Candidates weighed for one run at most, for a page at least, and for each UTF-16 code unit of it. */
const STEPS = { run: 120_000, page: 2_000_000, unit: 100 }

function prepare(text: string, glosses: GlossSet, { witnesses, lexicon: given }: LayerContext): Workshop {
  const lexicon = openLexicon(given ?? smallLexicon)
  const symbols = symbolsOf(lexicon)
  const characters = charactersOf(lexicon)
  const page = plainPage(text, witnesses, symbols.of, glosses, characters)
  const counts = countPage(page.symbols, symbols.marks)
  const site = siteOf(glosses, characters, page.counts, page.glossed)
  return {
    characters,
    site,
    model: createLanguageModel(lexicon, counts),
    copies: findCopies(counts, symbols.of),
    verifier: createVerifier(site),
    learned: page.symbols.length,
    words: lexicon.own.length,
    budget: STEPS.page + STEPS.unit * text.length,
  }
}

/** A row of more `?` than this is no run that bytes could tell of; its last one may open a run. */
const HOPELESS_ROW = 7

function restoreRuns(text: string, workshop: Workshop): LayerOutcome {
  const patches = noPatches()
  const findings: Finding[] = []
  let done = 0
  for (let at = nextLoss(text, 0); at !== -1; at = nextLoss(text, done)) {
    const last = rowEnd(text, at) - 1
    if (last - at >= HOPELESS_ROW) {
      findings.push({ id: 'restoration-left-undone', start: at, end: last })
      done = last
      continue
    }
    done = restoreRun(text, windowAt(text, at, done), workshop, patches, findings)
  }
  return { patches, findings }
}

/** What reading a token costs, in candidates weighed. */
const TOKEN = 8
/** How many readings are tried on the forward channel. */
const VERIFIED = 16

/** Restores the run that a loss opens, or says why not. Returns the offset behind what was read. */
function restoreRun(
  text: string,
  { start, at, end }: Window,
  workshop: Workshop,
  patches: Patches,
  findings: Finding[],
): number {
  const { characters, site, model, copies, verifier } = workshop
  const tokens = readTokens(text, start, end, site)
  const from = Math.max(0, tokens.starts.indexOf(at) - 1)
  model.reset()
  let state = model.start(openMarks(text, start), startsLine(text, start))
  for (let i = 0; i < from; i++) state = model.advance(state, model.symbolOf[tokens.units[i] as number] as number)

  if (workshop.budget <= 0) {
    findings.push({ id: 'restoration-left-undone', start: at, end })
    return end
  }
  const budget = Math.min(STEPS.run, workshop.budget)
  const found = search(tokens, from, { byte: 0, state }, model, site, characters, budget)
  workshop.budget -= found.steps + TOKEN * tokens.length
  const behind = found.end < tokens.length ? (tokens.starts[found.end] as number) : end
  const shown = text.slice(tokens.starts[from], behind)
  const readings = found.readings.slice(0, VERIFIED).filter((reading) => verifier.verify(reading, shown))
  if (readings.length === 0) {
    findings.push({ id: 'restoration-left-undone', start: at, end: Math.max(at + 1, behind) })
    return Math.max(at + 1, behind)
  }
  const decision = decide(
    { tokens, from, end: found.end, readings, learned: workshop.learned, words: workshop.words },
    site,
    characters,
    copies,
  )
  for (const { start, end, text, grounds } of decision.repairs) pushPatch(patches, start, end, text, grounds)
  findings.push(...decision.findings)
  return Math.max(at + 1, behind)
}
