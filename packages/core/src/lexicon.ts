import * as full from './generated/lexicon-full.ts'
import type { LexiconData } from './restore/shift/index.ts'

/**
 * The full word table: it decides more damaged runs than the small one that is always there.
 * Some 800 kB gzipped; hand it in as `restore(page, { lexicon })`. Made from jieba's dictionary (MIT) and
 * the word pairs of ansj_seg (Apache-2.0).
 */
export const lexicon: LexiconData = full
