import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../generated/messages.ts'
import { message as schema } from '../schema/message.ts'
import { createMessage, type MessageId } from './finding.ts'

const place = { start: { line: 3, column: 1, offset: 12 }, end: { line: 3, column: 3, offset: 14 } }

describe('a message', () => {
  test('says what happened, where, and what to do', () => {
    const message = createMessage('numbering-gap', place, {
      values: { found: '四、', previous: '二、', missing: '三' },
      actual: '四、',
      expected: ['三、'],
    })
    expect(message).toEqual({
      reason: '“四、” follows “二、”: 三 is missing.',
      ruleId: 'numbering-gap',
      source: 'speeches',
      place,
      fatal: false,
      actual: '四、',
      expected: ['三、'],
      note: catalogue['numbering-gap'].advice,
    })
  })

  test('takes values as they are, whatever they hold', () => {
    const { reason } = createMessage('truncated-link-title', undefined, { values: { title: '$& {count} \\1' } })
    expect(reason).toBe('The link title “$& {count} \\1” was cut short by the page.')
  })

  test('has no place where there is none', () => {
    expect(createMessage('empty-page', undefined)).not.toHaveProperty('place')
  })

  test.each([
    ['error', true],
    ['warning', false],
    ['info', null],
  ])('of severity %s is fatal: %s', (severity, fatal) => {
    const id = Object.entries(catalogue).find(([, entry]) => entry.severity === severity)?.[0] as MessageId
    expect(createMessage(id, undefined).fatal).toBe(fatal)
  })
})

describe('the catalogue', () => {
  test.each(Object.keys(catalogue) as MessageId[])('%s makes a valid message', (id) => {
    expect(schema.parse(createMessage(id, place))).toMatchObject({ ruleId: id, note: expect.stringMatching(/\S/) })
  })

  test('is made from the chapters, heading by heading', () => {
    const folder = new URL('../../messages/', import.meta.url)
    const headings = readdirSync(folder).flatMap((name) =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^## (.+)$/gm)].map(([, id]) => id),
    )
    expect(Object.keys(catalogue).sort()).toEqual(headings.sort())
  })
})
