import { Command, Option } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import type { CheckFlags } from './commands/check.ts'
import type { ImportFlags } from './commands/import.ts'
import type { ParseFlags } from './commands/parse.ts'
import type { PipeFlags } from './commands/pipe.ts'
import type { RestoreFlags } from './commands/restore.ts'
import { FORMATS } from './formats.ts'
import { parseAddress, parseDay, parseJobs, splitList } from './options.ts'
import { Problem } from './problem.ts'
import { CERTAINTIES, parseRepairs, REPAIRS } from './rules.ts'
import { parseSize } from './size.ts'
import { oneOf } from './suggest.ts'

const LANGUAGES = ['en', 'zh'] satisfies CheckFlags['lang'][]
const CHECK_FORMATS = ['pretty', 'json', 'sarif', 'github'] satisfies CheckFlags['format'][]
const SCRIPTS = ['simplified', 'traditional', 'as-is'] satisfies ParseFlags['script'][]
const EXTRAS = ['edits', 'ruby', 'scripts', 'tree', 'bom'] satisfies ParseFlags['with']
const SHAPES = ['text', 'speeches', 'paragraphs', 'result'] satisfies PipeFlags['to'][]
export const SHELLS = ['bash', 'zsh', 'fish'] as const

/**
 * The command line: every command and option there is, in words. Help, completions and the manual page are made
 * from it; what a command does is loaded when it runs.
 */
export function createProgram(): Command {
  const program = new Command('speeches')
    .description('Restores, parses and checks scraped collections of Chinese speeches (讲话稿).')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)

  citing(overPages(program.command('parse')))
    .description('turn pages into trees of items, speeches and sections')
    .addOption(choice('--to <format>', 'what to write; json, or what the name of the output says', FORMATS))
    .addOption(outputOption())
    .addOption(scriptOption())
    .addOption(extrasOption())
    .addOption(datesOption())
    .addOption(resumeOption())
    .action(async (paths: string[], flags: ParseFlags) => {
      const { runParse } = await import('./commands/parse.ts')
      await runParse(paths, flags)
    })

  citing(overPages(program.command('convert'), '<paths...>', 'the pages, and last the file or folder to write'))
    .description('write pages in another format: speeches convert page.docx page.epub')
    .addOption(choice('--to <format>', 'what to write; else what the name of the output says', FORMATS))
    .addOption(scriptOption())
    .addOption(extrasOption())
    .addOption(datesOption())
    .addOption(resumeOption())
    .action(async (paths: string[], flags: ParseFlags) => {
      const { runConvert } = await import('./commands/convert.ts')
      await runConvert(paths, flags)
    })

  overPages(program.command('restore'))
    .description('undo the damage to pages and change nothing else')
    .option('--edits', 'print text, edits and messages as JSON')
    .addOption(new Option('--diff', 'print each edit with the words around it').conflicts('edits'))
    .addOption(new Option('--only <repairs>', 'make these repairs alone, such as gloss,shift').argParser(parseRepairs))
    .addOption(choice('--min-certainty <certainty>', 'make repairs at least so certain', CERTAINTIES))
    .addOption(outputOption())
    .addOption(resumeOption())
    .addHelpText('after', repairHelp())
    .action(async (paths: string[], flags: RestoreFlags) => {
      const { runRestore } = await import('./commands/restore.ts')
      await runRestore(paths, flags)
    })

  overPages(program.command('check'))
    .description('tell what an editor should know; answers 1 where a page has errors')
    .addOption(choice('--format <format>', 'how to write it', CHECK_FORMATS).default('pretty'))
    .addOption(
      new Option(
        '--rule <rule=severity>',
        'how severe a message is: elision=off, numbering-gap=error; as often as needed',
      )
        .argParser(addRule)
        .default(undefined),
    )
    .addOption(new Option('--ignore <rules>', 'leave these out, such as elision,mixed-scripts').argParser(splitList))
    .addOption(new Option('--config <file>', 'take this configuration, not the nearest speeches.config.json'))
    .addOption(choice('--lang <language>', 'what messages are worded in', LANGUAGES).default('en'))
    .action(async (paths: string[], flags: CheckFlags) => {
      const { runCheck } = await import('./commands/check.ts')
      await runCheck(paths, flags)
    })

  program
    .command('pipe')
    .description('answer pages, one a line on standard input, with results, one a line on standard output')
    .helpOption('-h, --help', 'print this help')
    .addOption(choice('--to <shape>', 'what comes out of each page', SHAPES).default('result'))
    .addOption(scriptOption())
    .addOption(maxSizeOption('answer longer lines with an error'))
    .addHelpText('after', PIPE_HELP)
    .action(async (flags: PipeFlags) => {
      const { runPipe } = await import('./commands/pipe.ts')
      await runPipe(flags)
    })

  program
    .command('import')
    .description('store pages by an API; pages that are there already are not stored twice')
    .argument('<paths...>', 'files, folders and patterns')
    .helpOption('-h, --help', 'print this help')
    .requiredOption('--api <url>', 'where the API is, such as http://127.0.0.1:8787')
    .option('--origin <prefix>', 'what pages are called in the store: this and their path below the folder')
    .option('--resume <file>', 'keep in this file what is stored, and do not send again what it says')
    .addOption(maxSizeOption('refuse larger pages'))
    .addHelpText('after', IMPORT_HELP)
    .action(async (paths: string[], flags: ImportFlags) => {
      const { runImport } = await import('./commands/import.ts')
      await runImport(paths, flags)
    })

  program
    .command('completions')
    .description('print what makes a shell complete the words of this command')
    .helpOption('-h, --help', 'print this help')
    .addArgument(program.createArgument('<shell>', 'the shell').choices(SHELLS).argParser(oneOf(SHELLS)))
    .addHelpText('after', COMPLETIONS_HELP)
    .action(async (shell: (typeof SHELLS)[number]) => {
      const { runCompletions } = await import('./commands/completions.ts')
      await runCompletions(createProgram(), shell)
    })

  const names = program.commands.map((command) => command.name())
  program
    .command('help')
    .description('print the help of a command')
    .helpOption('-h, --help', 'print this help')
    .addArgument(program.createArgument('[command]', 'the command').choices(names).argParser(oneOf(names)))
    .action((name: string | undefined) => {
      const command = program.commands.find((known) => known.name() === name)
      ;(command ?? program).help()
    })

  return program
}

/** A command over pages, with the options that all of them have. */
function overPages(
  command: Command,
  paths = '[paths...]',
  what = 'files, folders and patterns; - or nothing is standard input',
): Command {
  return command
    .argument(paths, what)
    .helpOption('-h, --help', 'print this help')
    .addOption(new Option('-j, --jobs <number>', 'how many threads; one a processor').argParser(parseJobs))
    .addOption(maxSizeOption('refuse larger pages'))
}

function maxSizeOption(what: string): Option {
  return new Option('--max-size <size>', `${what}; bytes, 10MB, 64MiB`)
    .argParser(parseSize)
    .default(parseSize('64MiB'), '64MiB')
}

function outputOption(): Option {
  return new Option('-o, --output <path>', 'the file to write, or a folder/ with a file for each page')
}

function scriptOption(): Option {
  return choice('--script <script>', 'the script to write in', SCRIPTS).default('as-is')
}

function extrasOption(): Option {
  return new Option('--with <extras>', 'what to add where the format can: edits, ruby, scripts, tree, bom').argParser(
    (list: string) => splitList(list).map(oneOf(EXTRAS)),
  )
}

/** What references to speeches say beside what the page says. */
function citing(command: Command): Command {
  return command
    .option('--node <id>', 'cite this speech or paragraph alone (bibtex, ris, gbt7714)')
    .addOption(new Option('--url <address>', 'where the page is; for references and epub').argParser(parseAddress))
    .addOption(new Option('--accessed <day>', 'when it was read, such as 2026-05-06').argParser(parseDay))
}

function datesOption(): Option {
  return new Option(
    '--resolve-dates',
    'give 去年 and 本月15日 the year and month that they have by the day of publication',
  )
}

function resumeOption(): Option {
  return new Option('--resume', 'go on where an earlier run over the same pages was cut off')
}

function choice<Word extends string>(flags: string, what: string, words: readonly Word[]): Option {
  return new Option(flags, what).choices(words).argParser(oneOf(words))
}

function addRule(written: string, before: [string, string][] = []): [string, string][] {
  const [id = '', severity, ...rest] = written.split('=')
  if (severity === undefined || rest.length > 0) {
    throw new Problem(`--rule: "${written}" sets nothing. Write a rule and its severity, such as elision=off.`)
  }
  return [...before, [id, severity]]
}

function repairHelp(): string {
  const width = Math.max(...Object.keys(REPAIRS).map((name) => name.length))
  const rows = Object.entries(REPAIRS).map(([name, what]) => `  ${name.padEnd(width)}  ${what}`)
  return `\nRepairs:\n${rows.join('\n')}`
}

const PIPE_HELP = `
Lines in:   {"id": "a1", "text": "the page"}   or the page itself, on one line
Lines out:  {"id": "a1", "text": …}            or speeches, paragraphs, result; the number of the line where no id came
            {"id": "a1", "error": "why"}       for a line that cannot be read`

const IMPORT_HELP = `
A key for writing is read from SPEECHES_API_KEY. Where nobody answers or the API is busy, it is asked again for minutes;
a run that was cut off is repeated, and goes on where it was with --resume.`

const COMPLETIONS_HELP = `
  bash  speeches completions bash > ~/.local/share/bash-completion/completions/speeches
  zsh   speeches completions zsh > "\${fpath[1]}/_speeches"
  fish  speeches completions fish > ~/.config/fish/completions/speeches.fish`
