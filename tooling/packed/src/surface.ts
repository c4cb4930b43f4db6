import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A door of a package, and the names that it exports, types included, in order. */
export interface Entry {
  /** As it is imported: `@speeches/parser/script`. */
  specifier: string
  names: string[]
}

/** A declaration in the types of a package. */
export interface Declaration {
  kind: 'function' | 'interface' | 'type' | 'const'
  name: string
  /** Its docstring, without the stars. */
  doc: string
  /** As it is declared, docstring left out; of an overloaded function one for each. */
  code: string
}

/** The doors of an installed package. */
export function entriesOf(folder: string): Entry[] {
  const { name, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return Object.entries<{ types?: string }>(exports).flatMap(([entry, { types }]) =>
    types ? [{ specifier: `${name}${entry.slice(1)}`, names: namesIn(readFileSync(join(folder, types), 'utf8')) }] : [],
  )
}

/** The names that a bundled declaration file exports: in its closing `export { type A, b as c }` or where they are declared. */
function namesIn(types: string): string[] {
  const listed = [...types.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = '']) => list.split(','))
  const declared = [...types.matchAll(/^export (?:declare )?(?:type|interface|const|function) (\w+)/gm)].map(
    ([, name]) => name,
  )
  return [...listed, ...declared]
    .map((name = '') =>
      name
        .trim()
        .replace(/^type /, '')
        .replace(/^\S+ as /, ''),
    )
    .filter((name) => name !== '')
    .sort()
}

/** A declaration with its docstring; it ends where a line does and the next one is not part of it. */
const DECLARATION =
  /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?^(?:export )?(?:declare )?(function|interface|type|const) (\w+)[\s\S]*?[;}](?=\n(?![ \t}])|(?![\s\S]))/gm

/** Everything that the types of a package declare at their top level, exported or not. */
export function declarationsOf(folder: string): Declaration[] {
  return globSync('dist/**/*.d.ts', { cwd: folder })
    .sort()
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(DECLARATION)])
    .map(([whole, doc = '', kind, name = '']) => ({
      kind: kind as Declaration['kind'],
      name,
      doc: doc.replace(/^\s*\* ?/gm, '').trim(),
      code: whole.replace(/^\/\*\*[\s\S]*?\*\/\n(?=\S)/, ''),
    }))
}
