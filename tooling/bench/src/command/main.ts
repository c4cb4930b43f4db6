import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { glossedPage } from '../speed/restore-page.ts'
import { pipeLines, writePages } from './pages.ts'
import { type Run, runCommand } from './run.ts'

/**
 * The command as it is installed: thousands of made pages of mixed families, from 3 kB to 200 kB, by one job and by two;
 * and glossed pages through `speeches pipe`, a stream and another twice as long. Prints Markdown.
 *
 *     node --conditions=@speeches/source src/command/main.ts [--pages 10000] [--megabytes 100]
 */
const { values } = parseArgs({
  options: { pages: { type: 'string', default: '1000' }, megabytes: { type: 'string', default: '50' } },
})
const folder = mkdtempSync(join(tmpdir(), 'speeches-bench-'))

try {
  await benchPages(Number(values.pages))
  await benchPipe(Number(values.megabytes) * 1e6)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function benchPages(count: number): Promise<void> {
  const bytes = writePages(join(folder, 'pages'), count)
  print([`${count} pages, ${(bytes / 1e6).toFixed(0)} MB`, 'pages / s', 'MB / s', 'MB / s of a core', 'peak MB'])
  print(['---', '---:', '---:', '---:', '---:'])
  const runs: Run[] = []
  for (const jobs of [1, 2]) {
    const output = join(folder, `out-${jobs}/`)
    const run = await runCommand([
      'parse',
      join(folder, 'pages'),
      '-o',
      output,
      '--to',
      'ndjson',
      '--jobs',
      String(jobs),
    ])
    rmSync(output, { recursive: true })
    print([`${jobs} ${jobs === 1 ? 'job' : 'jobs'}`, (count / run.seconds).toFixed(0), ...rates(run, bytes)])
    runs.push(run)
  }
  const [one, two] = runs
  if (one && two) print([`2 jobs are ${(one.seconds / two.seconds).toFixed(2)} times as fast as 1`, '', '', '', ''])
  console.log('')
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
