import { library } from '@speeches/tsup'
import { defineConfig } from 'tsup'

export default defineConfig({
  ...library,
  entry: ['src/index.ts'],
  esbuildOptions(options, context) {
    library.esbuildOptions?.(options, context)
    // The tables of hanzi are half as large.
    options.charset = 'utf8'
  },
})
