/** A specifier that a file imports, and the line (from 1) where its name stands. */
export interface Import {
  specifier: string
  line: number
}

const COMMENTS_AND_TEMPLATES = /\/\*[\s\S]*?\*\/|(?<![:'"])\/\/[^\n]*|`(?:\\[\s\S]|[^`\\])*`/g

/**
 * How a module names another one:
 *
 *     import { a } from './a.ts'      export * from './a.ts'
 *     import './a.ts'                 await import('./a.ts')      require('./a.ts')
 */
const IMPORTS = /(?:\bfrom|\bimport|\b(?:import|require)\s*\()\s*(['"])([^'"\n]+)\1/g

/** Every module that a source file imports, types included. Comments and templates are left out. */
export function importsOf(code: string): Import[] {
  const bare = code.replace(COMMENTS_AND_TEMPLATES, (text) => text.replace(/[^\n]/g, ' '))
  return [...bare.matchAll(IMPORTS)].map(({ 2: specifier = '', index, 0: { length } }) => ({
    specifier,
    line: bare.slice(0, index + length).split('\n').length,
  }))
}
