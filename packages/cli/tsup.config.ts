import { library } from '@speeches/tsup'
import { defineConfig } from 'tsup'

export default defineConfig({
  ...library,
  dts: false,
  entry: ['src/main.ts', 'src/worker.ts'],
  // Installed beside the command, with the libraries that formats need; the client is part of it.
  external: [/^@speeches\//],
  noExternal: ['@speeches/client'],
  platform: 'node',
})
