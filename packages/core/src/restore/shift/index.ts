import type { Finding } from '../../messages/finding.ts'
import { noPatches, type Patches, pushPatch } from '../../source/patches.ts'
import { type GlossSet, learnGlosses } from '../gloss-set.ts'
import type { Layer, LayerContext, LayerOutcome } from '../layer.ts'
import { type Characters, charactersOf } from './characters.ts'
import { createLanguageModel, type LanguageModel } from './language-model.ts'
import { type LexiconData, openLexicon, smallLexicon } from './lexicon.ts'
import { openAfter } from './marks.ts'
import { plainPage } from './page.ts'
import { countPage } from './page-counts.ts'
import { regionsOf, textIn } from './regions.ts'
import { LOST, type Reading, search } from './search.ts'
import { type Site, siteOf } from './site.ts'
import { MARKS, symbolsOf } from './symbols.ts'
import { pinyinEnd, readTokens, type Tokens } from './tokens.ts'
import { createVerifier, type Verifier } from './verify.ts'

export type { LexiconData }

/** Undoes what the byte channel did to characters between glosses and cuts: 變?yōu)榻?jīng)濟 → 變為經濟. */
export const shift: Layer = {
  rule: 'shift',
  isNeeded: (survey) => survey.has('?'),
  run(text, context) {
    const glosses = learnGlosses(text)
    if (glosses.size === 0 || nextLoss(text, 0) === -1) return { patches: noPatches() }
    return restoreRuns(text, prepare(text, glosses, context))
  },
}

/** What is made once for a page with damage. */
interface Workshop {
  characters: Characters
  site: Site
  model: LanguageModel
  verifier: Verifier
}

function prepare(text: string, glosses: GlossSet, { witnesses, lexicon: given }: LayerContext): Workshop {
  const lexicon = openLexicon((given as LexiconData | undefined) ?? smallLexicon)
  const symbols = symbolsOf(lexicon)
  const characters = charactersOf(lexicon)
  const page = plainPage([text, ...witnesses], symbols.of, glosses, characters)
  const site = siteOf(glosses, characters, page.counts, page.glossed)
  const model = createLanguageModel(lexicon, countPage(page.symbols, symbols.marks))
  return { characters, site, model, verifier: createVerifier(site) }
}

/** Candidates weighed for one run at most; behind it the run is left undone. */
const STEPS_A_RUN = 60_000
/** How far a run is looked at, in UTF-16 code units. */
const REACH = 400
/** How much text in front of a run the language model reads. */
const CONTEXT = 40
/** How far in front of that a quotation may have been opened. */
const QUOTED = 300
/** How many readings are tried on the forward channel. */
const VERIFIED = 12

function restoreRuns(text: string, workshop: Workshop): LayerOutcome {
  const patches = noPatches()
  const findings: Finding[] = []
  let done = 0
  for (let at = nextLoss(text, 0); at !== -1; at = nextLoss(text, Math.max(done, at + 1))) {
    if (at < done) continue
    done = restoreRun(text, at, done, workshop, patches, findings)
  }
  return { patches, findings }
}

/** Restores the run that the loss at `at` opens. Nothing before `done` is touched. Returns where the run ends. */
function restoreRun(
  text: string,
  at: number,
  done: number,
  { characters, site, model, verifier }: Workshop,
  patches: Patches,
  findings: Finding[],
): number {
  const lineStart = Math.max(done, text.lastIndexOf('\n', at) + 1)
  const start = contextStart(text, lineStart, at)
  const newline = text.indexOf('\n', at)
  const end = Math.min(newline === -1 ? text.length : newline, at + REACH)
  const tokens = readTokens(text, start, end, site)
  const loss = tokens.starts.indexOf(at)
  const from = Math.max(0, loss - 1)
  model.reset()
  let state = model.start(openMarks(text, Math.max(text.lastIndexOf('\n', at) + 1, start - QUOTED), start))
  for (let i = 0; i < from; i++) state = model.advance(state, model.symbolOf[tokens.units[i] as number] as number)

  const { readings, end: last } = search(tokens, from, { byte: 0, state }, model, site, characters, STEPS_A_RUN)
  const behind = last < tokens.length ? (tokens.starts[last] as number) : end
  const shown = text.slice(tokens.starts[from], behind)
  const verified = readings.slice(0, VERIFIED).filter((reading) => verifier.verify(reading, shown))
  const best = verified[0]
  if (!best) {
    findings.push({ id: 'restoration-left-undone', start: at, end: Math.max(at + 1, behind) })
    return Math.max(behind, at + 1)
  }
  for (const region of regionsOf(best, from, last)) decide(region, best, verified, tokens, start, behind, patches, findings)
  return behind
}

/** The least lead, in nats, of a reading that is put into the text. */
const MARGIN = 1.5

function decide(
  region: { left: number; right: number },
  best: Reading,
  readings: readonly Reading[],
  tokens: Tokens,
  windowStart: number,
  windowEnd: number,
  patches: Patches,
  findings: Finding[],
): void {
  const start = region.left < 0 ? windowStart : (tokens.ends[region.left] as number)
  const end = region.right < tokens.length ? (tokens.starts[region.right] as number) : windowEnd
  const text = textIn(best, region)
  const others = new Map<string, number>()
  for (const reading of readings) {
    const other = textIn(reading, region)
    if (other !== text && !others.has(other)) others.set(other, best.score - reading.score)
  }
  const margin = others.size === 0 ? undefined : Math.min(...others.values())
  if ((globalThis as any).DBG) (globalThis as any).DBG({ start, end, text, others: [...others], n: best.units.length, lens: readings.map((r) => r.units.length) })
  const certainty = margin !== undefined && margin < MARGIN ? 'unsure' : 'likely'
  const evidence = { readings: others.size + 1, ...(margin !== undefined && { margin: Math.round(margin * 100) / 100 }) }
  pushPatch(patches, start, end, text, { rule: 'shift', certainty, evidence })
  if (certainty === 'unsure') {
    findings.push({ id: 'uncertain-restoration', start, end, expected: [text, ...others.keys()].slice(0, 5) })
  }
  best.units.forEach((unit, i) => {
    const token = best.at[i] as number
    if (unit !== LOST || token <= region.left || token >= region.right) return
    findings.push({ id: 'lost-characters', start: tokens.starts[token] as number, end: tokens.ends[token] as number })
  })
}

/** The pairs of marks that are open at `end`, as far as the text from `start` on shows. */
function openMarks(text: string, start: number, end: number): number {
  let open = 0
  for (let at = start; at < end; at++) {
    const mark = MARKS.indexOf(text.charAt(at))
    if (mark !== -1) open = openAfter(open, mark)
  }
  return open
}

const GHOSTS = ',;!?、。'

/** Where the next loss stands that can open a run: a `?` before the rest of a gloss or before a ghost mark; -1 if none. */
function nextLoss(text: string, from: number): number {
  for (let at = text.indexOf('?', from); at !== -1; at = text.indexOf('?', at + 1)) {
    if (GHOSTS.includes(text.charAt(at + 1)) && at + 1 < text.length) return at
    if (pinyinEnd(text, at + 1, text.length) !== -1) return at
  }
  return -1
}

/** A place before `at` where a token starts, about `CONTEXT` in front of it but not before `least`. */
function contextStart(text: string, least: number, at: number): number {
  const from = at - CONTEXT
  if (from <= least) return least
  const close = text.indexOf(')', from)
  if (close === -1 || close >= at) return from
  const open = text.indexOf('(', from)
  return open === -1 || close < open ? close + 1 : from
}
