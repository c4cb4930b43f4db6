import { library } from '@speeches/tsup'
import { defineConfig } from 'tsup'

export default defineConfig({ ...library, entry: ['src/index.ts', 'src/lexicon.ts', 'src/schema.ts'], minify: true })
