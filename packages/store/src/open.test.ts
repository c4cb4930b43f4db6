import { expect, test } from 'vitest'
import { locationFrom } from './open.ts'

test.each([
  [{ DATABASE_URL: 'postgres://db/speeches', SPEECHES_DATA: '/data' }, 'postgres://db/speeches'],
  [{ DATABASE_URL: '', SPEECHES_DATA: '/data' }, '/data'],
  [{}, 'speeches.db'],
])('settings %j say where the data are', (settings, location) => {
  expect(locationFrom(settings)).toBe(location)
})
