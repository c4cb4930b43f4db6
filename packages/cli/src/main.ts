import { Command, CommanderError, Option } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import type { CheckFlags } from './commands/check.ts'
import type { ParseFlags } from './commands/parse.ts'
import type { RestoreFlags } from './commands/restore.ts'
import { codeOf, Problem } from './problem.ts'
import { CERTAINTIES, parseRepairs, REPAIRS } from './rules.ts'
import { parseSize } from './size.ts'

const UNUSABLE = 2
/** A fault of the program itself, as sysexits.h counts. */
const FAULT = 70
const FORMATS = [
  'json',
  'text',
  'markdown',
  'outline',
  'ndjson',
  'ndjson-paragraphs',
  'html',
  'tei',
  'figures',
  'figures-csv',
]

const program = new Command('speeches')
  .description('Restores, parses and checks scraped collections of Chinese speeches (讲话稿).')
  .version(manifest.version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(`speeches: ${oneLine(text)} Run \`speeches --help\`.\n`) })

command('parse', 'turn a page into a tree of items, speeches and sections')
  .addOption(new Option('--to <format>', 'what to write').choices(FORMATS).default('json'))
  .action(async (file: string | undefined, flags: ParseFlags) => {
    const { runParse } = await import('./commands/parse.ts')
    await runParse(file, flags)
  })

command('restore', 'undo the damage to a page and change nothing else')
  .option('--edits', 'print text, edits and messages as JSON')
  .addOption(new Option('--diff', 'print each edit with the words around it').conflicts('edits'))
  .addOption(new Option('--only <repairs>', 'make these repairs alone, such as gloss,shift').argParser(parseRepairs))
  .addOption(new Option('--min-certainty <certainty>', 'make repairs at least so certain').choices(CERTAINTIES))
  .addHelpText('after', repairHelp())
  .action(async (file: string | undefined, flags: RestoreFlags) => {
    const { runRestore } = await import('./commands/restore.ts')
    await runRestore(file, flags)
  })

command('check', 'tell what an editor should know; answers 1 where a page has errors')
  .addOption(new Option('--format <format>', 'how to write it').choices(['pretty', 'json']).default('pretty'))
  .addOption(new Option('--ignore <messages>', 'leave these out, such as elision,mixed-scripts').argParser(splitList))
  .action(async (file: string | undefined, flags: CheckFlags) => {
    const { runCheck } = await import('./commands/check.ts')
    await runCheck(file, flags)
  })

function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('[file]', 'the page; standard input where it is - or left out')
    .helpOption('-h, --help', 'print this help')
    .addOption(
      new Option('--max-size <size>', 'refuse larger input; bytes, 10MB, 64MiB')
        .argParser(parseSize)
        .default(parseSize('64MiB'), '64MiB'),
    )
}

function splitList(list: string): string[] {
  return list.split(',').map((name) => name.trim())
}

function repairHelp(): string {
  const width = Math.max(...Object.keys(REPAIRS).map((name) => name.length))
  const rows = Object.entries(REPAIRS).map(([name, what]) => `  ${name.padEnd(width)}  ${what}`)
  return `\nRepairs:\n${rows.join('\n')}`
}

function oneLine(text: string): string {
  const line = text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
  return /[.?!)]$/.test(line) ? line : `${line}.`
}

/** A reader that has had enough, such as `head`, is no error. */
process.stdout.on('error', (error) => {
  if (codeOf(error) === 'EPIPE') process.exit()
  console.error(`speeches: The output cannot be written (${codeOf(error)}).`)
  process.exit(UNUSABLE)
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = answerTo(error)
}

/** Says what went wrong, where that is not said yet, and gives the exit code. */
function answerTo(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : UNUSABLE
  if (error instanceof Problem) {
    console.error(`speeches: ${error.message}`)
    return UNUSABLE
  }
  console.error('speeches: This is a fault of the program; please report it, with the page if you can.', error)
  return FAULT
}
