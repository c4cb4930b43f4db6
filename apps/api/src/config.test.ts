import { describe, expect, test } from 'vitest'
import { ConfigError, checkExposure, isLoopback, readConfig } from './config.ts'

const faultsOf = (env: Record<string, string>) => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
  return []
}

test('without settings it listens to the own machine alone, without a rate', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 8787, rate: 0, origins: [], reading: 'open' })
  expect(readConfig({ SPEECHES_HOST: '0.0.0.0' }).rate).toBe(600)
})

test('sizes, times and lists are read', () => {
  expect(
    readConfig({ SPEECHES_MAX_BODY: '5MB', SPEECHES_WORK_TIME: '3', SPEECHES_ORIGINS: 'https://a.example,*' }),
  ).toMatchObject({ maxBody: 5 * 2 ** 20, workTime: 3000, origins: ['https://a.example', '*'] })
})

test('everything that cannot be used is said at once, in clear words', () => {
  expect(
    faultsOf({
      SPEECHES_PORT: '80a',
      SPEECHES_READING: 'maybe',
      SPEECHES_MAX_BODY: '2TB',
      SPEECHES_ADMIN_KEY: 'short',
      SPEECHES_ORIGINS: 'example.org',
      SPEECHES_TRUST_PROXY: '1',
    }),
  ).toEqual([
    'SPEECHES_PORT is “80a”; give a whole number from 0 to 65535.',
    'SPEECHES_ADMIN_KEY cannot be used; give a key of 24 to 200 letters, digits and marks, made at random.',
    'SPEECHES_READING is “maybe”; give open or key.',
    'SPEECHES_ORIGINS names “example.org”; give origins such as https://example.org, with commas between, or *.',
    'SPEECHES_TRUST_PROXY is “1”; give no or yes.',
    'SPEECHES_MAX_BODY is “2TB”; give a size up to 1 GB, such as 20MB.',
  ])
})

describe('an address that others reach', () => {
  const exposed = readConfig({ SPEECHES_HOST: '0.0.0.0' })
  test('is refused without a key for writing', () => {
    expect(() => checkExposure(exposed, false)).toThrow(/SPEECHES_ADMIN_KEY/)
    expect(() => checkExposure(exposed, true)).not.toThrow()
    expect(() => checkExposure(readConfig({}), false)).not.toThrow()
  })
  test.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('%s is none', (host) => expect(isLoopback(host)).toBe(true))
  test.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.org', ''])('%s is one', (host) => {
    expect(isLoopback(host)).toBe(false)
  })
})
