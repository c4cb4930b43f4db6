import type { Command, Option } from 'commander'
import { RULES } from '../config/definition.ts'
import { REPAIRS } from '../rules.ts'

/** An option as it is written and completed. */
export interface OptionWords {
  /** `-o`, where there is one. */
  short: string | undefined
  /** `--output` */
  long: string
  /** `<path>`, where it takes a value. */
  value: string | undefined
  /** What the value can be; nothing where it is free. */
  choices: readonly string[]
  /** Whether the value is a file or folder. */
  isPath: boolean
  description: string
}

/** A command as it is written and completed. */
export interface CommandWords {
  name: string
  description: string
  /** Its arguments as the usage has them: `[paths...]`. */
  usage: string
  /** What its argument can be; nothing where it is a path or there is none. */
  choices: readonly string[]
  options: OptionWords[]
}

/** Values that are words of a list, but are not refused as choices are: several may stand in one. */
const LISTS: Record<string, readonly string[]> = {
  '--only': Object.keys(REPAIRS),
  '--ignore': RULES,
  '--rule': RULES.map((id) => `${id}=off`),
}

const PATHS = new Set(['<path>', '<file>'])

/** All commands of a program in words. */
export function wordsOf(program: Command): CommandWords[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    usage: command.registeredArguments
      .map((argument) => {
        const name = argument.name() + (argument.variadic ? '...' : '')
        return argument.required ? `<${name}>` : `[${name}]`
      })
      .join(' '),
    choices: command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
    options: [...command.options.map(optionWords), HELP],
  }))
}

function optionWords({
  short,
  long = '',
  flags,
  argChoices,
  description,
  defaultValue,
  defaultValueDescription,
}: Option): OptionWords {
  const value = /<[^>]+>/.exec(flags)?.[0]
  const preset = defaultValueDescription ?? defaultValue
  return {
    short,
    long,
    value,
    choices: argChoices ?? LISTS[long] ?? [],
    isPath: value !== undefined && PATHS.has(value),
    description: preset === undefined ? description : `${description} (${preset})`,
  }
}

const HELP: OptionWords = {
  short: '-h',
  long: '--help',
  value: undefined,
  choices: [],
  isPath: false,
  description: 'print the help',
}
