import shared from '@speeches/vitest'
import { defineConfig } from 'vitest/config'

/** What needs a server, or minutes: `pnpm --filter @speeches/store integration`. */
export default defineConfig({
  ...shared,
  test: {
    include: ['integration/*.integration.ts'],
    testTimeout: 900_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
