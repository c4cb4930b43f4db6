import { library } from '@speeches/tsup'
import { defineConfig } from 'tsup'

const DOORS = ['index', 'lexicon', 'messages', 'schema', 'script', 'unified']

/** Parts of core that are files of their own in the package: a bundler leaves out those that a program does not use. */
const PARTS = ['annotate/annotate', 'check/check', 'parse/outline', 'restore/restore', 'source/edits']

const doors = Object.fromEntries(DOORS.map((name) => [name, `src/${name}.ts`]))
const parts = Object.fromEntries(PARTS.map((path) => [`core/${path.split('/')[1]}`, `../core/src/${path}.ts`]))

export default defineConfig({
  ...library,
  entry: { ...doors, ...parts },
  dts: { ...(library.dts as object), entry: doors },
  minify: true,
  esbuildOptions(options, context) {
    library.esbuildOptions?.(options, context)
    // The tables of hanzi are half as large.
    options.charset = 'utf8'
  },
})
