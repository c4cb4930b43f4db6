import { writeFileSync } from 'node:fs'
import manifest from '../package.json' with { type: 'json' }
import { configSchema } from './config/definition.ts'
import { manualPage } from './describe/man.ts'
import { createProgram } from './program.ts'

/** Part of the build: writes what is published beside the code, made from the definitions that the code uses. */
const DIST = new URL('../dist/', import.meta.url)

writeFileSync(new URL('speeches.config.schema.json', DIST), `${JSON.stringify(configSchema(), null, 2)}\n`)
writeFileSync(new URL('speeches.1', DIST), manualPage(createProgram(), manifest.version))
