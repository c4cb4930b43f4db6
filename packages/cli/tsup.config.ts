import { library } from '@speeches/tsup'
import { defineConfig } from 'tsup'

export default defineConfig({ ...library, dts: false, entry: ['src/main.ts'], platform: 'node' })
