import type { CommandWords, OptionWords } from './words.ts'

/** What makes fish complete the words of the command. */
export function fishCompletions(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name).join(' ')
  const lines = commands.flatMap(({ name, description, options, choices }) => [
    `complete -c speeches -n ${quote(`not __fish_seen_subcommand_from ${names}`)} -f -a ${name} -d ${quote(description)}`,
    ...options.map(
      (option) => `complete -c speeches -n ${quote(`__fish_seen_subcommand_from ${name}`)} ${optionSpec(option)}`,
    ),
    ...(choices.length > 0
      ? [`complete -c speeches -n ${quote(`__fish_seen_subcommand_from ${name}`)} -f -a ${quote(choices.join(' '))}`]
      : []),
  ])
  return `# Completions of speeches for fish.\n${lines.join('\n')}\n`
}

function optionSpec({ short, long, value, choices, isPath, description }: OptionWords): string {
  return [
    `-l ${long.slice(2)}`,
    short ? `-s ${short.slice(1)}` : '',
    choices.length > 0 ? `-x -a ${quote(choices.join(' '))}` : '',
    value && choices.length === 0 ? (isPath ? '-r' : '-x') : '',
    `-d ${quote(description)}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
