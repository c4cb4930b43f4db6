import { expect, test } from 'vitest'
import { policyFor } from './security.ts'

const policyOf = (address: string) => new Map(policyFor(address)).get('Content-Security-Policy') ?? ''

test('nothing inline and nothing from elsewhere, on no page', () => {
  for (const address of ['/', '/try', '/docs', '/pagefind/pagefind.js', '/s/x?d=docs']) {
    expect(policyOf(address)).toContain("default-src 'none'")
    expect(policyOf(address)).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
  }
})

test('WebAssembly runs in the documentation only', () => {
  expect(
    ['/docs', '/en/docs/guide', '/hant/docs', '/pagefind/x'].map(policyOf).every((policy) => policy.includes('wasm')),
  ).toBe(true)
  expect(['/', '/try', '/s/docs', '/documents'].map(policyOf).some((policy) => policy.includes('wasm'))).toBe(false)
})
