import { defineConfig } from 'vitest/config'

/** What every room's tests run with: sibling packages are read from their source. */
export default defineConfig({
  resolve: { conditions: ['@speeches/source'] },
  ssr: { resolve: { conditions: ['@speeches/source'] } },
  test: {
    include: ['src/**/*.test.ts'],
    testTimeout: 60_000,
  },
})
