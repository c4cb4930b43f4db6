import { describe, expect, test } from 'vitest'
import { atom } from '../feed.ts'
import { createAnswers } from './answers.ts'
import { createRate } from './rate.ts'

describe('answers that are kept', () => {
  const answer = (body: string) => ({ body, mediaType: 'text/plain', etag: `"${body}"` })

  test('are made once until something is stored', async () => {
    let revision = '1'
    let made = 0
    const answers = createAnswers(async () => revision, 10_000)
    const get = async () => (await answers.get('a', async () => answer(String(++made)))).body
    expect([await get(), await get()]).toEqual(['1', '1'])
    revision = '2'
    expect([await get(), await get()]).toEqual(['2', '2'])
  })

  test('are not kept when something was stored while they were made', async () => {
    let revision = '1'
    const answers = createAnswers(async () => revision, 10_000)
    let finish = () => {}
    const slow = answers.get('a', () => new Promise((resolve) => (finish = () => resolve(answer('old')))))
    await new Promise((resolve) => setTimeout(resolve))
    revision = '2'
    await answers.get('b', async () => answer('b'))
    finish()
    expect((await slow).body).toBe('old')
    expect((await answers.get('a', async () => answer('new'))).body).toBe('new')
  })

  test('make room for others, the one used longest ago first', async () => {
    const answers = createAnswers(async () => '1', 2 * 1000 + 2 * 400)
    const made: string[] = []
    const get = (key: string) =>
      answers.get(key, async () => {
        made.push(key)
        return answer('x'.repeat(500))
      })
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key)
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })
})

test('a rate counts each client for a minute', () => {
  let now = 1000
  const rate = createRate(2, () => now)
  expect([rate('a'), rate('a'), rate('a'), rate('b')].map(({ isOver }) => isOver)).toEqual([false, false, true, false])
  now += 60_000
  expect(rate('a')).toMatchObject({ left: 1, isOver: false, resets: 60 })
})

test('a feed holds any text', () => {
  const entry = {
    id: 'urn:1',
    url: 'https://example.org/?a=1&b=2',
    type: 'text/html',
    title: 'a\u0001<b>',
    updated: '2026-01-01T00:00:00Z',
    author: null,
    summary: '\ud800',
  }
  const feed = atom({ url: 'https://example.org/feed', title: '“讲话”', entries: [entry] })
  expect(feed).toContain('<title>a\ufffd&lt;b&gt;</title>')
  expect(feed).toContain('<summary>\ufffd</summary>')
  expect(feed).toContain('href="https://example.org/?a=1&amp;b=2"')
})
