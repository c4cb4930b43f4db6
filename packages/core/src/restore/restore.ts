import { createMessage, type Finding, type MessageId } from '../messages/finding.ts'
import type { Certainty, Repair } from '../schema/edit.ts'
import type { Message } from '../schema/message.ts'
import type { RestoreResult } from '../schema/result.ts'
import { lazily } from '../source/lazily.ts'
import { createLocator, type Locator } from '../source/lines.ts'
import { createOffsetMap, type OffsetMap } from '../source/offset-map.ts'
import {
  changeAt,
  composePatches,
  filterPatches,
  mergePatches,
  noPatches,
  type Patches,
  type Print,
  patch,
  toEdits,
} from '../source/patches.ts'
import { type Rows, rowsOf } from '../source/rows.ts'
import { unitsOf } from '../source/units.ts'
import { findDebris } from './debris.ts'
import { doubledPunctuation } from './doubled-punctuation.ts'
import { entity } from './entity.ts'
import { gloss } from './gloss.ts'
import { type Brackets, type GlossSet, glossSetOf, readBrackets } from './gloss-set.ts'
import { hardWrap } from './hard-wrap.ts'
import type { Layer, LayerContext, LayerOutcome } from './layer.ts'
import { type LexiconData, shift } from './shift/index.ts'
import { softHyphen } from './soft-hyphen.ts'
import { clearOf, moveSpans, noSpans, type Spans, touchedBy, uniteSpans } from './spans.ts'
import { splitLine } from './split-line.ts'
import { type Survey, surveyOf } from './survey.ts'
import { tornLine } from './torn-line.ts'
import { width } from './width.ts'
import { zeroWidth } from './zero-width.ts'

/** What a caller can choose about a restoration. */
export interface RestoreOptions {
  /** The repairs to make; all of them by default. */
  only?: readonly Repair[]
  /** The least certainty a repair must have to be made; `likely` by default. */
  minCertainty?: Certainty
  /** Intact texts that may hold the same passages: the best evidence there is. */
  witnesses?: readonly string[]
  /** The word table of `@speeches/parser/lexicon`; without it, a small one decides. */
  lexicon?: LexiconData
}

/** A restored page as the parser needs it: everything `restore` tells, before it is turned into plain data. */
export interface RestoredPage {
  /** The restored text; the source itself where nothing was to be repaired. */
  text: string
  /** Its UTF-16 code units. */
  units: Uint16Array
  /** Its lines that are not blank; looked for when they are first asked for. */
  rows: () => Rows
  /** What was done, on the source. */
  patches: Patches
  /** Restored offsets ↔ source offsets. */
  map: OffsetMap
  /** Source offsets ↔ lines and columns. */
  locator: Locator
  /** What could not be repaired, was repaired with doubt, or joined lines; in the order of the page. */
  messages: Message[]
  /** Offsets in `text` where lines were joined into one paragraph, sorted: the borders between its leaves. */
  joins: number[]
}

/**
 * The repairs, in the order they are made. Each works on the text that those above it left; those in one group
 * have nothing to do with each other and are made on the same text, where the patch that starts first holds if two should meet.
 */
const LAYERS: readonly (readonly Layer[])[] = [
  [zeroWidth], // 同\u200b志 → 同志
  [softHyphen], // 同\u00ad志 → 同志
  [entity], // &ldquo;三農&rdquo; → “三農”
  [shift], // 變?yōu)榻?jīng)濟 → 變為經濟
  [gloss, width], // 企業(yè)家, → 企業家，
  [
    doubledPunctuation, // 好！。 → 好！
    tornLine, // 落實《。⏎河道管理。⏎條例》 → 落實《河道管理條例》
    splitLine, // 東片修水渠；⏎西片種樹。 → 東片修水渠；西片種樹。
    hardWrap, // 植樹動⏎員大會 → 植樹動員大會
  ],
]

/** What is said about a repair that joins lines. */
const JOINED: Partial<Record<Repair, MessageId>> = {
  'torn-line': 'torn-line-joined',
  'split-line': 'split-line-joined',
  'hard-wrap': 'hard-wrap-joined',
}

/**
 * Repairs the text of a scraped page and deletes nothing that a person wrote.
 *
 * @param source the page, decoded; any string
 * @returns the restored text, every edit with its place in `source`, and messages about what was left undone
 */
export function restore(source: string, options: RestoreOptions = {}): RestoreResult {
  const { text, patches, locator, messages } = restorePage(source, options)
  const result: RestoreResult = { text, edits: [], messages }
  lazily(result, 'edits', () => toEdits(source, patches, locator))
  return result
}

/** `restore` for the parser: the repairs as columns, and the maps between both texts. */
export function restorePage(source: string, options: RestoreOptions = {}): RestoredPage {
  const { only, minCertainty = 'likely', witnesses = [], lexicon } = options
  const units = unitsOf(source)
  let print: Print = { text: source, units }
  const survey = surveyOf(units)
  let findings: Finding[] = []
  let patches = noPatches()
  let untouchable = noSpans()
  let glosses: GlossSet = new Map()
  let looks = looksAt(print, survey)

  for (const layers of LAYERS) {
    const { text } = print
    const context = { ...looks, glosses, witnesses, lexicon }
    let made = noPatches()
    for (const layer of layers) {
      if ((only && !only.includes(layer.rule)) || !layer.isNeeded(survey)) continue
      const outcome = decide(layer.run(text, context), minCertainty)
      findings = findings.concat(onSource(outcome.findings, patches))
      if (layer.rule === 'shift') untouchable = spansOf(outcome.findings, outcome.patches)
      else outcome.patches = clearOf(untouchable, outcome.patches)
      made = mergePatches(made, outcome.patches)
    }
    if (made.count > 0) {
      if (layers.includes(shift)) glosses = looks.glossSet()
      untouchable = moveSpans(untouchable, made)
      print = patch(print, made)
      looks = looksAt(print)
      patches = composePatches(source, patches, made)
    }
    if (layers.includes(shift)) untouchable = uniteSpans(untouchable, debrisOf(print.text, survey, looks))
  }

  const locator = createLocator(source)
  const { joins, joined } = joinsOf(print.text, locator, patches)
  const messages = [...findings, ...joined]
    .sort((a, b) => a.start - b.start)
    .map((finding) => toMessage(finding, source, locator))
  return { ...print, rows: looks.rows, patches, map: createOffsetMap(patches), locator, messages, joins }
}

/** What layers look up in one text, each made when it is first asked for. */
type Looks = Pick<LayerContext, 'units' | 'survey' | 'rows' | 'brackets' | 'glossSet'>

function looksAt(print: Print, known?: Survey): Looks {
  const { text, units } = print
  let survey = known
  let rows: Rows | undefined
  let brackets: Brackets | undefined
  let glossSet: GlossSet | undefined
  const looks: Looks = {
    units,
    survey() {
      survey ??= surveyOf(units)
      return survey
    },
    rows() {
      rows ??= rowsOf(print)
      return rows
    },
    brackets() {
      brackets ??= readBrackets(text, looks.survey())
      return brackets
    },
    glossSet() {
      glossSet ??= glossSetOf(looks.brackets())
      return glossSet
    },
  }
  return looks
}

/** The damaged runs that a text holds; no other repair touches them. */
function debrisOf(text: string, survey: Survey, { glossSet }: Looks): Spans {
  return survey.has('?') ? findDebris(text, glossSet().size > 0) : noSpans()
}

const DOUBT: Record<Certainty, number> = { certain: 0, likely: 1, unsure: 2 }

/** Keeps the patches that are at least as certain as asked for, and turns the others into findings. */
function decide({ patches, findings = [] }: LayerOutcome, least: Certainty): Required<LayerOutcome> {
  if (!patches.changes.some(({ grounds }) => DOUBT[grounds.certainty] > 0)) return { patches, findings }
  const explained = new Set(findings.filter(({ id }) => id === 'uncertain-restoration').map(({ start }) => start))
  const settled = new Set<number>()
  const doubted: Finding[] = []
  const sure = filterPatches(patches, (i) => {
    const { replacement, grounds } = changeAt(patches, i)
    const start = patches.starts[i] as number
    if (DOUBT[grounds.certainty] <= DOUBT[least]) {
      settled.add(start)
      return true
    }
    const end = patches.ends[i] as number
    if (!explained.has(start)) doubted.push({ id: 'uncertain-restoration', start, end, expected: [replacement] })
    return false
  })
  const open = findings.filter(({ id, start }) => id !== 'uncertain-restoration' || !settled.has(start))
  return { patches: sure, findings: [...open, ...doubted] }
}

/** The stretches that findings are about; where one touches a repair, all that the repair writes. */
function spansOf(findings: readonly Finding[], patches: Patches): Spans {
  const starts = findings.map(({ start }) => start)
  const ends = findings.map(({ end }) => end)
  const spans = uniteSpans({ starts, ends }, noSpans())
  return uniteSpans(spans, touchedBy(spans, patches))
}

/** Findings about the text that `patches` made, with their places in the source. */
function onSource(findings: readonly Finding[], patches: Patches): Finding[] {
  if (findings.length === 0 || patches.count === 0) return [...findings]
  const map = createOffsetMap(patches)
  return findings.map((finding) => {
    const start = map.toSourceStart(finding.start)
    return { ...finding, start, end: Math.max(start, map.toSourceEnd(finding.end)) }
  })
}

/**
 * Where the patches joined lines: as offsets of the restored text, and as one finding a paragraph on the source,
 * which expects what the restored text has in its place.
 */
function joinsOf(text: string, locator: Locator, patches: Patches): { joins: number[]; joined: Finding[] } {
  const joins: number[] = []
  const joined: Finding[] = []
  const ids = patches.changes.map(({ grounds }) => JOINED[grounds.rule])
  if (ids.every((id) => id === undefined)) return { joins, joined }
  const lengths = Int32Array.from(patches.changes, ({ replacement }) => replacement.length)
  let shifted = 0
  /** Where the last finding begins in the restored text. */
  let opened = 0
  for (let i = 0; i < patches.count; i++) {
    const start = patches.starts[i] as number
    const end = patches.ends[i] as number
    const change = patches.changeOf[i] as number
    const id = ids[change]
    const restored = start + shifted
    shifted += (lengths[change] as number) - (end - start)
    if (!id) continue
    joins.push(restored)
    const last = joined.at(-1)
    if (last?.id === id && isOneLine(locator, last.end, start)) {
      last.end = end
      last.expected = [text.slice(opened, end + shifted)]
    } else {
      joined.push({ id, start, end, expected: [text.slice(restored, end + shifted)] })
      opened = restored
    }
  }
  return { joins, joined }
}

function isOneLine({ toPoint }: Locator, start: number, end: number): boolean {
  return toPoint(start).line === toPoint(end).line
}

function toMessage({ id, start, end, values, expected }: Finding, source: string, locator: Locator): Message {
  const actual = source.slice(start, end)
  return createMessage(id, locator.toPosition(start, end), {
    values: { text: actual, readings: (expected ?? []).join(' / '), ...values },
    actual,
    ...(expected && { expected }),
  })
}
