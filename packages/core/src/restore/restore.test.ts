import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../schema/edit.ts'
import { undo } from '../source/edits.ts'
import { createOffsetMap } from '../source/offset-map.ts'
import { toEdits } from '../source/patches.ts'
import { restore, restorePage } from './restore.ts'

/** Strings of what the repairs look for, mixed with anything. */
const pieces = fc.constantFrom(
  ...[
    '業(yè)',
    '農(nóng)',
    '發(fā)',
    '?yōu)榻?jīng)',
    '?!弊饔?',
    '?;I',
    '企業',
    '。',
    '《。',
    '條例》',
    '\n',
    '\r\n',
    '\r',
    '；\n',
    ';',
    ':',
  ],
  ...[
    ',',
    ',,',
    '!。',
    '&nbsp;',
    '&ldo;',
    '&rdo;',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u0000',
    '\ud800',
    '\udc00',
    '学习。',
    '(',
    ')',
    '（',
    '?',
  ],
  ...[
    '今天我们在这里召开全镇春季植树动员大会主要任务是安排今年的植',
    '男：',
    '一、',
    '`',
    '{}',
    'x=1',
    ' ',
    '　　',
    '99',
    'ab',
  ],
)
const anyText = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) }),
    {
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(''))

const RUNS = { numRuns: 10_000 }

describe('whatever the text', () => {
  test('undoing gives the source back, edits are in order, messages and joins have their places', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text, patches, joins, messages } = restorePage(source)
        const edits = toEdits(source, patches)
        expect(undo(text, edits)).toBe(source)
        expect(isInOrder(edits)).toBe(true)
        for (const { position, original, replacement } of edits) {
          expect(source.slice(position.start.offset, position.end.offset)).toBe(original)
          expect(replacement).not.toBe(original)
        }
        for (const { place, actual } of messages) {
          expect(source.slice(place?.start.offset, place?.end.offset)).toBe(actual)
        }
        const map = createOffsetMap(patches)
        for (const join of joins) {
          expect(source.slice(map.toSourceStart(join), map.toSourceEnd(join))).toMatch(/[\n\r]/)
        }
      }),
      RUNS,
    )
  })

  test('text without a sign of damage is the same string', () => {
    const healthy = fc.array(
      fc.constantFrom(...'今天我們在這里開會；種樹。修渠！好嗎？（街道）“三農”《條例》\n　99abc'),
      {
        maxLength: 200,
      },
    )
    fc.assert(
      fc.property(healthy, (chars) => {
        const source = chars
          .join('')
          .replace(/[；\n]/g, '。\n')
          .replace(/([。！？])(?=[。])/g, '')
        fc.pre(!/[。！？、，：；]{2}/.test(source) && !isLinkLike(source))
        const { text, edits } = restore(source)
        expect(edits).toEqual([])
        expect(text).toBe(source)
      }),
      RUNS,
    )
  })
})

function isInOrder(edits: Edit[]): boolean {
  return edits.every(
    ({ position }, i) =>
      position.start.offset < position.end.offset && position.start.offset >= (edits[i - 1]?.position.end.offset ?? 0),
  )
}

/** Random text holds lines that look torn: a bracket open above, a few characters and 。, the bracket closed below. */
function isLinkLike(text: string): boolean {
  return /^.{0,13}。\s*$/m.test(text)
}

test('clean text is the same string, without edits', () => {
  const source = '同志们：\n今天（星期三）开会。'
  const { text, edits, messages } = restore(source)
  expect(text).toBe(source)
  expect(edits).toEqual([])
  expect(messages).toEqual([])
})

describe('options', () => {
  const page = '全縣農(nóng)業(yè)生產(chǎn),:。\n'

  test('only the repairs asked for', () => {
    expect(restore(page, { only: ['width'] }).text).toBe('全縣農(nóng)業(yè)生產(chǎn)，：。\n')
    expect(restore(page, { only: [] }).text).toBe(page)
  })

  test('nothing less certain than asked for', () => {
    const source = '各科室要沉下心來積極。\n學習。\n先進單位的好經驗。'
    expect(restore(source, { minCertainty: 'certain' }).text).toBe(source)
    expect(restore(source, { minCertainty: 'certain' }).messages.map(({ ruleId }) => ruleId)).toEqual([
      'uncertain-restoration',
      'uncertain-restoration',
    ])
    expect(restore(source).text).toBe('各科室要沉下心來積極學習先進單位的好經驗。')
  })
})

describe('a run that cannot be repaired for certain', () => {
  const page = '農(nóng)業(yè)和農(nóng)村、企業(yè)和農(nóng)民都要發(fā)展。情況變?yōu)榻?jīng)濟,要看到。'

  test('is left as it was where only certain repairs are asked for, and no other repair touches it', () => {
    const { text, messages } = restore(page, { minCertainty: 'certain' })
    expect(text).toBe('農業和農村、企業和農民都要發展。情況變?yōu)榻?jīng)濟，要看到。')
    expect(messages.map(({ ruleId }) => ruleId)).toContain('uncertain-restoration')
  })

  test('is left as it was where its repair is not asked for', () => {
    expect(restore(page, { only: ['gloss', 'width'] })).toMatchObject({
      text: '農業和農村、企業和農民都要發展。情況變?yōu)榻?jīng)濟，要看到。',
      messages: [],
    })
  })
})

test('repairs meet: a link torn out of glossed text, with its marks', () => {
  const source = '同志們:\n各企業(yè)要落實《。\n農(nóng)業(yè)生產(chǎn)。\n條例》,關(guān)心農(nóng)民。\n'
  const { text, edits } = restore(source)
  expect(text).toBe('同志們：\n各企業要落實《農業生產條例》，關心農民。\n')
  expect(edits.map(({ rule }) => rule)).toEqual([
    ...['width', 'gloss', 'torn-line', 'gloss', 'gloss', 'gloss', 'torn-line', 'width', 'gloss', 'gloss'],
  ])
})
