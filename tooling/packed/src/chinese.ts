/** The reference page in 简体中文, and what its table lacks or no longer needs. */
export interface ChineseReference {
  page: string
  /** Descriptions of the page that the table does not have; they stand in it in English. */
  missing: string[]
  /** Descriptions of the table that the page does not have. */
  unused: string[]
}

/**
 * The reference page in 简体中文: titles, descriptions and the comments in signatures are taken from a table, all else
 * stays.
 *
 * @param page the page in English, as `referencePage` makes it
 * @param table lines of an English description, a tab, and the Chinese one
 */
export function chineseReference(page: string, table: string): ChineseReference {
  const rows = table.split('\n').filter((line) => line !== '')
  const chinese = new Map(rows.map((row) => row.split('\t') as [string, string]))
  const found = new Set<string>()
  const translate = (english: string): string => {
    found.add(english)
    return chinese.get(english) || english
  }
  const pieces = page
    .split(/^(```ts\n[\s\S]*?^```$)/m)
    .map((piece) => (piece.startsWith('```') ? commentsIn(piece, translate) : proseIn(piece, translate)))
  return {
    page: pieces.join(''),
    missing: [...found].filter((english) => !chinese.get(english)),
    unused: [...chinese.keys()].filter((english) => !found.has(english)),
  }
}

/** A comment in a signature stands in one line in Chinese. */
function commentsIn(code: string, translate: (english: string) => string): string {
  return code.replace(/\/\*\*([\s\S]*?)\*\//g, (_, text: string) => {
    const english = text.replace(/\s*\n\s*\*?\s*/g, ' ').trim()
    return `/** ${translate(english)} */`
  })
}

/** Lines of prose, items of lists and rows of tables; names in backticks and specifiers are no words. */
function proseIn(text: string, translate: (english: string) => string): string {
  return text
    .split('\n')
    .map((line) => {
      const [, mark = '', english = ''] = /^(#+ |- |\| `\w+` \|\s*)?(.*?)(?: \|)?$/.exec(line) ?? []
      return isName(english) ? line : line.replace(mark + english, () => mark + translate(english))
    })
    .join('\n')
}

function isName(text: string): boolean {
  return !/[A-Za-z]/.test(text) || /^(?:`\w+`|@speeches\/\S+)$/.test(text)
}
