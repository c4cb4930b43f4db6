import type { CommandWords, OptionWords } from './words.ts'

/** What makes zsh complete the words of the command. */
export function zshCompletions(commands: readonly CommandWords[]): string {
  return `#compdef speeches
# Completions of speeches for zsh.
_speeches() {
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    ${quote(`${name}:${description.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${commands.map(commandCase).join('\n')}
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _speeches "$@"
else
  compdef _speeches speeches
fi
`
}

function commandCase({ name, options, choices }: CommandWords): string {
  const specs = [...options.map(optionSpec), choices.length > 0 ? `1:word:(${choices.join(' ')})` : '*:page:_files']
  return `    ${name})\n      _arguments \\\n${specs.map((spec) => `        ${quote(spec)}`).join(' \\\n')}\n      ;;`
}

function optionSpec({ long, value, choices, isPath, description }: OptionWords): string {
  const about = `${long}[${description.replace(/[[\]\\]/g, '\\$&')}]`
  if (!value) return about
  const name = value.slice(1, -1).replaceAll(':', ' ')
  if (choices.length > 0) return `${about}:${name}:(${choices.join(' ')})`
  return `${about}:${name}:${isPath ? '_files' : ' '}`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
