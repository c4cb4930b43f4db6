import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { unitsOf } from '../source/units.ts'
import { closingOf } from './closings.ts'
import { matchAddress } from './constructs/address.ts'
import { isSpeakerLabel } from './constructs/byline.ts'
import { classifyClosing } from './constructs/closing.ts'
import { matchMarker } from './constructs/marker.ts'
import { announcesRecital, callsAct, callsStep, isVote, namesAgenda } from './constructs/recital.ts'
import { isRated, isRelatedCaption, isTagRow, matchNeighbours } from './constructs/related.ts'
import { isStage, STAGE_LIMIT } from './constructs/stage.ts'
import { turnLength } from './constructs/turn.ts'
import { findNotices } from './inline-noise.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf, readLines } from './line.ts'
import { isCalled } from './roles/host-steps.ts'
import { mayAnnounce } from './roles/recited.ts'

const FIXTURES = fileURLToPath(new URL('../../../../tooling/fixtures/', import.meta.url))
const lines = globSync('{constructs,pages}/**/input.txt', { cwd: FIXTURES })
  .sort()
  .map((path) => readFileSync(`${FIXTURES}${path}`, 'utf8'))
  .flatMap((text) => readLines({ text, units: unitsOf(text) }))

/** Each rule, and whether a line's letters let it look; what it finds where they do not is lost. */
const RULES: readonly (readonly [name: string, fits: (line: Line) => boolean, looks: (line: Line) => boolean])[] = [
  ['address', ({ head }) => matchAddress(head) !== undefined, ({ address }) => address !== undefined],
  ['marker', ({ head }) => matchMarker(head) !== undefined, ({ marker }) => marker !== undefined],
  ['turn', ({ head }) => turnLength(head) > 0, ({ turn }) => turn > 0],
  ['stage', (line) => lengthOf(line) <= STAGE_LIMIT && isStage(line.head), ({ isStage }) => isStage],
  [
    'closing',
    (line) => {
      const { head, tail, address } = line
      return classifyClosing({ head, tail, address, length: lengthOf(line) }) !== undefined
    },
    (line) => closingOf(line) !== undefined,
  ],
  ['rated link', ({ head }) => isRated(head), ({ headHolds }) => (headHolds & LETTERS.rating) !== 0],
  ['caption', ({ head }) => isRelatedCaption(head), ({ lastHolds }) => (lastHolds & LETTERS.clauseEnd) === 0],
  ['row of tags', ({ head }) => isTagRow(head), ({ headHolds }) => (headHolds & LETTERS.tags) !== 0],
  [
    'neighbours',
    ({ head }) => matchNeighbours(head).length > 0,
    ({ firstHolds }) => (firstHolds & LETTERS.neighbourStart) !== 0,
  ],
  [
    'speaker label',
    ({ head }) => isSpeakerLabel(head),
    ({ firstHolds, lastHolds }) => (firstHolds & LETTERS.bracket) !== 0 || (lastHolds & LETTERS.colon) !== 0,
  ],
  [
    'agenda',
    ({ head, tail }) => namesAgenda(head, tail),
    ({ headHolds, tailHolds }) => ((headHolds | tailHolds) & LETTERS.agenda) !== 0,
  ],
  ['recital', ({ tail }) => announcesRecital(tail), mayAnnounce],
  ['call', ({ tail }) => callsAct(tail), ({ tailHolds }) => (tailHolds & LETTERS.calling) !== 0],
  ['vote', ({ head }) => isVote(head), ({ headHolds }) => (headHolds & LETTERS.vote) !== 0],
  [
    'step',
    ({ head, marker }) => marker !== undefined && callsStep(head, marker),
    (line) => line.marker !== undefined && isCalled(line, line.marker),
  ],
  [
    'notice',
    ({ text, start, end }) => findNotices(text, start, end).length > 0,
    ({ holds }) => (holds & LETTERS.bracket) !== 0,
  ],
  ['finished', ({ tail }) => /[。!?:;…”’)』」]$/.test(tail), ({ lastHolds }) => (lastHolds & LETTERS.stop) !== 0],
]

describe('a rule that does not look at a line finds nothing there', () => {
  test.each(RULES)('%s', (_, fits, looks) => {
    const fitting = lines.filter(fits)
    expect(fitting.length, 'the cases hold such a line').toBeGreaterThan(0)
    expect(fitting.filter((line) => !looks(line)).map(({ head }) => head)).toEqual([])
  })
})

test('head and tail are folded, and no longer than the rules look', () => {
  for (const line of lines) {
    expect(line.head).toHaveLength(Math.min(HEAD, lengthOf(line)))
    expect(line.head.endsWith(line.tail) || lengthOf(line) > HEAD).toBe(true)
  }
})
