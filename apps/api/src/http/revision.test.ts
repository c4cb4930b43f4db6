import { expect, test } from 'vitest'
import { openApi } from '../testing/api.ts'
import { createRevision } from './revision.ts'

test('the revision changes with what is stored, by this connection or another, and only then', async () => {
  const api = await openApi({ threads: true })
  const revision = createRevision(api.services.store.database)
  const first = await revision()
  expect(await Promise.all([revision(), revision(), revision()])).toEqual([first, first, first])

  await api.send('/v1/documents', { text: '同志们：\n散会。' })
  const second = await revision()
  expect(second).not.toBe(first)

  await api.services.keys.create('own', ['read'])
  expect(await revision()).not.toBe(second)
  await api.close()
})

test('who asks while a question is under way is told what holds afterwards', async () => {
  const api = await openApi()
  const revision = createRevision(api.services.store.database)
  const early = revision()
  const late = early.then(async () => {
    const asked = revision()
    await api.services.keys.create('between', ['read'])
    return await asked
  })
  expect(await late).not.toBe(await early)
  await api.close()
})
