import { CommanderError } from 'commander'
import { codeOf, Problem, systemProblem } from './problem.ts'
import { createProgram } from './program.ts'

const UNUSABLE = 2
/** A fault of the program itself, as sysexits.h counts. */
const FAULT = 70

const program = createProgram()
for (const command of [program, ...program.commands]) {
  command
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`speeches: ${oneLine(text)} Run \`speeches --help\`.\n`) })
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
  const problem = systemProblem(error)
  if (problem) {
    console.error(`speeches: ${problem}`)
    return UNUSABLE
  }
  console.error('speeches: This is a fault of the program; please report it, with the page if you can.', error)
  return FAULT
}
