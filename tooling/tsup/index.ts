import type { Options } from 'tsup'

/** What every published package is built with: ESM, our private packages bundled in, types beside the code. */
export const library: Options = {
  clean: true,
  dts: { resolve: [/^@speeches\//] },
  esbuildOptions(options) {
    options.conditions = ['@speeches/source']
  },
  format: 'esm',
  noExternal: [/^@speeches\//],
  platform: 'neutral',
  target: 'es2023',
}
