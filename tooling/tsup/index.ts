import type { Options } from 'tsup'

/** What every published package is built with: ESM, our private packages bundled in, types beside the code. */
export const library: Options = {
  clean: true,
  dts: {
    compilerOptions: {
      // Read by path and not through node_modules, where the types of a package would stay an import of it.
      paths: {
        '@speeches/core': ['../core/src/index.ts'],
        '@speeches/core/lexicon': ['../core/src/lexicon.ts'],
        '@speeches/core/messages': ['../core/src/messages/index.ts'],
        '@speeches/core/schema': ['../core/src/schema/index.ts'],
        '@speeches/formats': ['../formats/src/index.ts'],
        '@speeches/parser': ['../parser/src/index.ts'],
      },
    },
  },
  esbuildOptions(options) {
    options.conditions = ['@speeches/source']
  },
  format: 'esm',
  noExternal: [/^@speeches\//],
  platform: 'neutral',
  target: 'es2023',
}
