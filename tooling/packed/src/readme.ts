/** The code blocks of a Markdown file in one of some languages; a block without a language is of language ''. */
export function blocksOf(markdown: string, ...languages: readonly string[]): string[] {
  return [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)]
    .filter(([, language = '']) => languages.includes(language))
    .map(([, , code = '']) => code)
}

/**
 * An example as a program that proves what it says: `undo(text, edits) === page // true` is asserted.
 * Only comments that begin with a literal say what a line gives.
 */
export function toProgram(example: string): string {
  const lines = example.split('\n').map((line) => {
    const [, expression, value] =
      /^(?!const |import |let )(\S.*?) \/\/ (true|false|\d+|'[^']*')(?:$|,)/.exec(line) ?? []
    return expression === undefined ? line : `assert.deepEqual(${expression}, ${value})`
  })
  return `import assert from 'node:assert/strict'\n${lines.join('\n')}`
}

/** The lines of a Markdown file's shell examples that run the command, without their comments. */
export function commandsOf(markdown: string): string[] {
  return blocksOf(markdown, 'sh')
    .flatMap((block) => block.split('\n'))
    .filter((line) => /(?:^|\| )speeches /.test(line))
    .map((line) => line.replace(/ {2,}#.*/, ''))
}
