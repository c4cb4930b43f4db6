import type { Declaration, Entry } from './surface.ts'

const HEAD = `# API of @speeches/parser

Made from the docstrings by \`pnpm packed --update\`. Positions count UTF-16 code units; lines and columns are from 1, offsets from 0, ends exclusive. What the messages mean: [messages.md](messages.md).
`

/** The reference of a package: each door with what it exports, first what is called, then the types. */
export function referencePage(entries: readonly Entry[], declarations: readonly Declaration[]): string {
  return [HEAD, ...entries.map((entry) => section(entry, declarations))].join('\n')
}

function section({ specifier, names }: Entry, declarations: readonly Declaration[]): string {
  const known = names.map((name) => ({ name, found: declarations.filter((declaration) => declaration.name === name) }))
  const called = known.filter(({ found }) => found.some(({ kind }) => kind === 'function' || kind === 'const'))
  const types = known.filter((entry) => !called.includes(entry))
  const nodes = types.filter(({ name, found }) => schemaOf(name, declarations) || found.some(isInferred))
  const written = types.filter((entry) => !nodes.includes(entry))
  return [
    `## ${specifier}\n`,
    ...[...called, ...written].map(({ name, found }) => entryOf(name, found)),
    ...(nodes.length > 0
      ? [
          tableOf(
            nodes.map(({ name }) => name),
            declarations,
          ),
        ]
      : []),
  ].join('\n')
}

/** Whether a type is read off the schema, and not written out where it is declared. */
function isInferred({ code }: Declaration): boolean {
  return code.includes('z.infer<')
}

/** The schema of a type: a constant of its name, in lower case. */
function schemaOf(type: string, declarations: readonly Declaration[]): Declaration | undefined {
  const name = (type.charAt(0).toLowerCase() + type.slice(1)).replace(/Node$/, '')
  return declarations.find((declaration) => declaration.kind === 'const' && declaration.name === name)
}

function entryOf(name: string, found: readonly Declaration[]): string {
  const doc = found.map((declaration) => declaration.doc).find((text) => text !== '') ?? ''
  const code = found
    .map((declaration) => declaration.code.replace(/^declare /, ''))
    .filter((text) => text.length < 2000 && !text.includes('z.Zod'))
  const signature = code.length > 0 ? `\`\`\`ts\n${code.join('\n')}\n\`\`\`\n` : ''
  return [`### \`${name}\`\n`, ...(doc === '' ? [] : [`${toMarkdown(doc)}\n`]), signature].join('\n')
}

/** Paragraphs, then a list of what goes in, comes out and is thrown. */
function toMarkdown(doc: string): string {
  const [text = '', ...tags] = doc.split(/^(?=@)/m)
  const list = tags.map((tag) =>
    tag
      .replaceAll('\n', ' ')
      .trim()
      .replace(/^@param (\S+)/, '- `$1`:')
      .replace(/^@returns/, '- returns')
      .replace(/^@throws \{(\w+)\}/, '- throws a `$1`'),
  )
  return [text.trim().replace(/(?<!\n)\n(?![\n-])/g, ' '), ...(list.length > 0 ? ['', ...list] : [])].join('\n')
}

/** The types of the tree: their fields stand in the schema, whose docstrings say what they are. */
function tableOf(names: readonly string[], declarations: readonly Declaration[]): string {
  const rows = names.map((name) => {
    const doc = schemaOf(name, declarations)?.doc ?? ''
    return `| \`${name}\` | ${doc.replace(/\s*\n- /g, '; ').replace(/\s*\n\s*/g, ' ')} |`
  })
  return `### Types of the tree\n\nTheir fields: \`toJsonSchema()\` of \`@speeches/parser/schema\`.\n\n| type | |\n| --- | --- |\n${rows.join('\n')}\n`
}
