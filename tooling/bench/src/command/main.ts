import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { glossedPage } from '../speed/restore-page.ts'
import { findPages, type Pages, pipeLines } from './pages.ts'
import { type Run, runCommand } from './run.ts'

/**
 * The command as it is installed: made pages of mixed families, from 3 kB to 200 kB, by one job, by two, and by two
 * commands of one job side by side, which is what the machine has to give; and glossed pages through `speeches pipe`, a
 * stream and another twice as long. Pages stay in the temporary folder for the next run. Prints Markdown.
 *
 *     node --conditions=@speeches/source src/command/main.ts [--pages 10000] [--megabytes 100]
 */
const { values } = parseArgs({
  options: { pages: { type: 'string', default: '1000' }, megabytes: { type: 'string', default: '50' } },
})
const folder = mkdtempSync(join(tmpdir(), 'speeches-bench-'))

try {
  if (values.pages !== '0') await benchPages(findPages(Number(values.pages)))
  if (values.megabytes !== '0') await benchPipe(Number(values.megabytes) * 1e6)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function benchPages({ folder, halves, count, bytes }: Pages): Promise<void> {
  print([
    `${count} pages, ${(bytes / 1e6).toFixed(0)} MB`,
    'pages / s',
    'MB / s',
    'MB / s of a core',
    'cores',
    'peak MB',
  ])
  print(['---', '---:', '---:', '---:', '---:', '---:'])
  const one = await parsePages(folder, 1)
  show('1 job', one)
  show('2 jobs', await parsePages(folder, 2))
  show(
    '2 commands of 1 job, half of the pages each',
    sideBySide(await Promise.all(halves.map((half) => parsePages(half, 1)))),
  )
  console.log('')

  function show(name: string, run: Run): void {
    const [all = '', core = '', peak = ''] = rates(run, bytes)
    print([name, (count / run.seconds).toFixed(0), all, core, (run.cpu / run.seconds).toFixed(2), peak])
    if (run !== one) print([`${(one.seconds / run.seconds).toFixed(2)} times as fast as 1 job`, '', '', '', '', ''])
  }
}

/** What runs took together that went on at the same time. */
function sideBySide(runs: readonly Run[]): Run {
  return {
    seconds: Math.max(...runs.map(({ seconds }) => seconds)),
    cpu: runs.reduce((sum, { cpu }) => sum + cpu, 0),
    peak: runs.reduce((sum, { peak }) => sum + peak, 0),
  }
}

/** Parses a folder of pages into another, a file each, which is gone then. */
async function parsePages(pages: string, jobs: number): Promise<Run> {
  const output = mkdtempSync(join(folder, 'out-'))
  const run = await runCommand(['parse', pages, '-o', `${output}/`, '--to', 'ndjson', '--jobs', String(jobs)])
  rmSync(output, { recursive: true })
  return run
}

async function benchPipe(bytes: number): Promise<void> {
  const page = glossedPage(8_000)
  print(['speeches pipe, glossed pages of 19 kB', 'MB / s', 'MB / s of a core', 'peak MB'])
  print(['---', '---:', '---:', '---:'])
  for (const to of ['text', 'paragraphs', 'speeches', 'result']) {
    for (const times of to === 'text' ? [1, 2] : [1]) {
      const lines = pipeLines(page, bytes * times)
      const run = await runCommand(['pipe', '--to', to], lines)
      print([`--to ${to}, ${((bytes * times) / 1e6).toFixed(0)} MB`, ...rates(run, Buffer.byteLength(lines))])
    }
  }
  console.log('')
}

function rates({ seconds, cpu, peak }: Run, bytes: number): string[] {
  return [(bytes / 1e6 / seconds).toFixed(1), (bytes / 1e6 / cpu).toFixed(1), peak.toFixed(0)]
}

function print(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}
