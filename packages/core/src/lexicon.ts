import * as full from './generated/lexicon-full.ts'
import type { LexiconData } from './restore/shift/index.ts'

/**
 * The full word table: it decides more damaged runs than the small one that is always there.
 * Some 780 kB gzipped; hand it in as `restore(page, { lexicon })`. Made from jieba's dictionary (MIT), and from pairs of
 * words counted in those of ansj_seg (Apache-2.0), in reports of China's government, transcripts of meetings (CC0),
 * novels of 老舍, sentences of Tatoeba (CC BY 2.0 FR) and the project's own texts.
 */
export const lexicon: LexiconData = full
