import shared from '@speeches/vitest'
import { defineConfig } from 'vitest/config'

/** What needs a program beside Node, such as LibreOffice: `pnpm --filter @speeches/formats integration`. */
export default defineConfig({
  ...shared,
  test: {
    include: ['src/**/*.integration.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
