import type { CommandWords } from './words.ts'

/** What makes bash complete the words of the command; where nothing is known, it completes paths. */
export function bashCompletions(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name).join(' ')
  return `# Completions of speeches for bash.
_speeches() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=''
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    words='${names} --help --version'
  else
    case "\${COMP_WORDS[1]} $before" in
${commands.flatMap(valueCases).join('\n')}
    esac
    if [[ -z $words ]]; then
      case "\${COMP_WORDS[1]} $current" in
${commands.flatMap(wordCases).join('\n')}
      esac
    fi
  fi
  local IFS=$' \\n'
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _speeches speeches
`
}

/** After an option that takes a word of a list: that list. After one that takes anything else: paths. */
function valueCases({ name, options }: CommandWords): string[] {
  return options.flatMap(({ short, long, value, choices }) => {
    if (!value) return []
    const patterns = [long, ...(short ? [short] : [])].map((flag) => `'${name} ${flag}'`).join(' | ')
    return choices.length > 0
      ? [`      ${patterns}) words='${choices.join(' ')}' ;;`]
      : [`      ${patterns}) return ;;`]
  })
}

function wordCases({ name, options, choices }: CommandWords): string[] {
  const flags = options.map(({ long }) => long).join(' ')
  const cases = [`        '${name} '-*) words='${flags}' ;;`]
  return choices.length > 0 ? [...cases, `        '${name} '*) words='${choices.join(' ')}' ;;`] : cases
}
