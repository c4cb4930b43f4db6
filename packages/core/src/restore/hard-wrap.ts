import { fold } from '../source/fold.ts'
import type { Grounds } from '../source/patches.ts'
import { mergePatches, noPatches, type Patches, pushPatch } from '../source/patches.ts'
import { kindOf, letter } from './kinds.ts'
import type { Layer } from './layer.ts'
import { PAGE_FIGURE } from './lines/below.ts'
import { blankEnds } from './lines/blank-ends.ts'
import { type Block, blocksOf } from './lines/blocks.ts'
import { breaksOff, brokenOf, isLastOfHeading, SENTENCE } from './lines/broken.ts'
import { opensWithCloser, WIDEST } from './lines/gauge.ts'
import { goesOn, lineOf, type Page, wrappedOf } from './lines/wrapped.ts'

const likely: Grounds = { rule: 'hard-wrap', certainty: 'likely', evidence: { readings: 2 } }

/** A text with fewer line ends shows no width. */
const FEWEST = 3
const BLANK = 0x20

/**
 * Joins lines that were wrapped at a fixed width, also where a mail quotes them:
 *
 *     今天我们在这里召开全镇春季植树动        今天我们在这里召开全镇春季植树动员大会，主要任务是…
 *     员大会，主要任务是安排今年的植树   →
 *     工作。
 *
 * lines of a page that end anywhere, and lines whose ends became blanks. A page number or a running head between two
 * such lines stays where it is, and so do the line ends around it.
 */
export const hardWrap: Layer = {
  rule: 'hard-wrap',
  isNeeded: (survey) => survey.count(0x0a) + survey.count(0x0d) > FEWEST || survey.count(BLANK) > FEWEST,
  run(text, context) {
    const patches = noPatches()
    for (const block of blocksOf(text, context.rows(), WIDEST)) unwrap(text, block, patches)
    const blanks = noPatches()
    for (const at of blankEnds(text, context.rows())) pushPatch(blanks, at, at + 1, '', likely)
    return { patches: mergePatches(patches, blanks) }
  },
}

/** Joins the rows of a block that was wrapped at a width, or else of one whose lines end anywhere. */
function unwrap(text: string, block: Block, patches: Patches): void {
  const wrapped = wrappedOf(text, block)
  if (wrapped) {
    joinRows(
      wrapped,
      chainsOf(wrapped, (row, opens) => goesOn(wrapped, row, opens)),
      patches,
    )
    return
  }
  const broken = brokenOf(text, block)
  if (!broken) return
  for (const chain of chainsOf(broken, (row, opens) => breaksOff(broken, row, opens))) {
    const isWhole = chain.isWhole || isLastOfHeading(broken, chain.last)
    if (isWhole && !isPoem(broken, chain)) join(broken, chain, patches)
  }
}

/** Joins what belongs together; a chain that ends without a mark only where it is prose, or where hardly any other does. */
function joinRows(page: Page, chains: Chain[], patches: Patches): void {
  const whole = chains.filter(({ isWhole }) => isWhole).length
  const mayBeCut = whole >= (chains.length - whole) * 3
  for (const chain of chains) {
    if ((chain.isWhole || mayBeCut || isProse(page, chain)) && !isVerse(page, chain)) join(page, chain, patches)
  }
}

/** Rows each of which goes on in the next, the last one included, and whether that one ends a sentence. */
interface Chain {
  first: number
  last: number
  isWhole: boolean
}

function chainsOf(page: Page, isContinued: (row: number, opens: boolean) => boolean): Chain[] {
  const chains: Chain[] = []
  for (let first = 0; first < page.starts.length; first++) {
    let last = first
    while (isContinued(last, last === first)) last++
    if (last > first) chains.push(chainFrom(page, first, last))
    first = last
  }
  return chains.filter(({ first, last }) => last > first)
}

/** A last row without an end that stands below the end of a sentence is a line of its own. */
function chainFrom({ text, starts, isTerminal, isInPhrase, isFurniture }: Page, first: number, last: number): Chain {
  const next = starts[last + 1]
  const isCut =
    isFurniture[last + 1] || (isInPhrase[last] && next !== undefined && PAGE_FIGURE.test(fold(text, next, next + 4)))
  if (isTerminal[last] || isCut) return { first, last, isWhole: true }
  return isTerminal[last - 1] ? { first, last: last - 1, isWhole: true } : { first, last, isWhole: false }
}

/** Whether a sentence ends in one of the rows and another begins there, or a row opens with the mark of the row before. */
function isProse(page: Page, chain: Chain): boolean {
  return linesOf(page, chain).some((line, row) => SENTENCE.test(line) || (row > 0 && opensWithCloser(line, 0)))
}

/** So many lines hold the end of a sentence or of a clause somewhere, or are verse. */
const VERSE = 5
const CLAUSE_END = /[。！？!?；;：:]./

/** Whether rows are lines of their own: many, each a phrase, and no sentence ends before the last one does. */
function isVerse(page: Page, chain: Chain): boolean {
  const lines = linesOf(page, chain)
  return lines.length >= VERSE && lines.every((line) => !opensWithCloser(line, 0) && !CLAUSE_END.test(line))
}

/** So many lines, none of them longer in UTF-16 code units, are a poem, also where sentences end in them. */
const POEM = 4
const LINE_OF_POEM = 14

function isPoem(page: Page, chain: Chain): boolean {
  const lines = linesOf(page, chain)
  return lines.length >= POEM && lines.every((line) => line.length <= LINE_OF_POEM)
}

function linesOf(page: Page, { first, last }: Chain): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => lineOf(page, first + i))
}

function join({ text, starts, ends }: Page, { first, last }: Chain, patches: Patches): void {
  for (let row = first; row < last; row++) {
    const end = ends[row] as number
    const next = starts[row + 1] as number
    pushPatch(patches, end, next, isBetweenWords(text, end, next) ? ' ' : '', likely)
  }
}

/** Whether a line end parts two Latin words. */
function isBetweenWords(text: string, end: number, next: number): boolean {
  return kindOf(text.charCodeAt(end - 1)) === letter && kindOf(text.charCodeAt(next)) === letter
}
