import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { createProgress, formatTime } from './batch/progress.ts'
import { manualPage } from './describe/man.ts'
import { createProgram, SHELLS } from './program.ts'
import { didYouMean } from './suggest.ts'
import { createFolder } from './testing/command.ts'

const { at, remove, speeches, write } = createFolder()
afterAll(remove)

const COMMANDS = createProgram().commands.map((command) => command.name())
const tool = (program: string, args: readonly string[]) => spawnSync(program, args, { encoding: 'utf8' })
const has = (program: string) => tool(program, ['--version']).status === 0

/** What formats manual pages. */
const FORMATTER = 'groff'

describe('completions', () => {
  test.each(SHELLS)('of %s name every command and its options', (shell) => {
    const { status, stdout } = speeches(['completions', shell])
    expect(status).toBe(0)
    for (const name of COMMANDS) expect(stdout).toContain(name)
    for (const word of ['min-certainty', 'max-size', 'sarif', 'markdown', 'doubled-punctuation', 'numbering-gap']) {
      expect(stdout).toContain(word)
    }
  })

  test.runIf(has('bash'))('of bash complete what was begun', () => {
    const script = write('bash', speeches(['completions', 'bash']).stdout)
    const complete = (...words: string[]) => {
      const line = `source ${script}; COMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _speeches; printf '%s\\n' "\${COMPREPLY[@]}"`
      const { stdout, stderr } = tool('bash', ['-c', line, 'bash', 'speeches', ...words])
      expect(stderr).toBe('')
      return stdout.trim().split('\n')
    }
    expect(complete('')).toEqual([...COMMANDS, '--help', '--version'])
    expect(complete('pa')).toEqual(['parse'])
    expect(complete('check', '--fo')).toEqual(['--format'])
    expect(complete('check', '--format', 's')).toEqual(['sarif'])
    expect(complete('parse', '--to', 'ndj')).toEqual(['ndjson', 'ndjson-paragraphs'])
    expect(complete('parse', '-o', 'x')).toEqual([''])
    expect(complete('check', 'pag')).toEqual([''])
    expect(complete('completions', 'f')).toEqual(['fish'])
  })

  test.each(['zsh', 'fish'].filter(has))('of %s are read without complaint', (shell) => {
    const script = write(shell, speeches(['completions', shell]).stdout)
    expect(tool(shell, ['-n', script])).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('the manual page', () => {
  const published = readFileSync(new URL('../dist/speeches.1', import.meta.url), 'utf8')

  test('is published as the definitions make it, and tells of every command and option', () => {
    expect(published).toBe(manualPage(createProgram(), manifest.version))
    for (const name of COMMANDS) expect(published).toContain(`.SS speeches ${name}`)
    for (const option of createProgram().commands.flatMap(({ options }) => options)) {
      expect(published.replaceAll('\\-', '-')).toContain(option.long)
    }
  })

  test.runIf(has(FORMATTER))('is formatted without a warning', () => {
    write('speeches.1', published)
    const { status, stderr } = spawnSync('groff', ['-k', '-man', '-Tutf8', '-ww', at('speeches.1')], {
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

test.each([
  ['elison', ['elision', 'numbering-gap'], ' Did you mean elision?'],
  ['JSON', ['json', 'text'], ' Did you mean json?'],
  ['simple', ['simplified', 'traditional'], ' Did you mean simplified?'],
  ['parq', ['parquet', 'parquet-edits'], ' Did you mean parquet?'],
  ['xml', ['json', 'markdown'], ''],
])('%s among %j', (word, words, meant) => {
  expect(didYouMean(word, words)).toBe(meant)
})

describe('progress', () => {
  const run = (isTTY: boolean, ticks: number, step: number, skipped = 0) => {
    let now = 0
    let shown = ''
    const screen = {
      isTTY,
      write: (text: string) => {
        shown += text
      },
    }
    const progress = createProgress({ pages: 100, bytes: 1000 }, screen, () => now)
    for (let i = 0; i < skipped; i++) progress.skip(10)
    for (let i = 0; i < ticks; i++) {
      now += step
      progress.tick(10)
    }
    progress.end()
    return shown
  }

  test('is one line that changes on a terminal, and is taken away at the end', () => {
    const shown = run(true, 2, 200)
    expect(shown).toBe(
      '1 of 100 pages · 5.0 a second · 20 s left\r\u001b[2K2 of 100 pages · 5.0 a second · 20 s left\r\u001b[2K',
    )
  })

  test('is a plain line now and then elsewhere', () => {
    expect(run(false, 9, 1000)).toBe('')
    expect(run(false, 50, 500)).toBe(
      '20 of 100 pages · 2.0 a second · 40 s left\n40 of 100 pages · 2.0 a second · 30 s left\n',
    )
  })

  test('counts what an earlier run has done, and tells the time by what is left', () => {
    expect(run(true, 1, 200, 40)).toBe('41 of 100 pages · 5.0 a second · 12 s left\r\u001b[2K')
  })

  test('tells the time by bytes: a long page takes longer', () => {
    let now = 0
    const lines: string[] = []
    const screen = { isTTY: false, write: (line: string) => lines.push(line) }
    const progress = createProgress({ pages: 3, bytes: 1000 }, screen, () => now)
    now = 10_000
    progress.tick(900)
    now = 20_000
    progress.tick(50)
    expect(lines).toEqual(['1 of 3 pages · 0.1 a second · 2 s left\n', '2 of 3 pages · 0.1 a second · 2 s left\n'])
  })

  test.each([
    [0.2, '1 s'],
    [59.5, '1 min 0 s'],
    [200, '3 min 20 s'],
    [7500, '2 h 5 min'],
  ])('%d s read %s', (seconds, written) => {
    expect(formatTime(seconds)).toBe(written)
  })
})
