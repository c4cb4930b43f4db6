import type { Times } from './measure.ts'
import type { Figures } from './run.ts'

/** The figures as Markdown tables. */
export function report(figures: readonly Figures[]): string {
  return [
    '| store | passages | imported a second | imported a second of CPU here | search rows, bytes a byte of text | all, bytes a byte of text |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...figures.map(
      ({ engine, passages, imported, importedByCpu, searchBytes, storedBytes }) =>
        `| ${engine} | ${passages} | ${Math.round(imported)} | ${Math.round(importedByCpu)} | ${searchBytes.toFixed(2)} | ${storedBytes.toFixed(2)} |`,
    ),
    '',
    '| store | passages | what | queries | median, ms | p95, ms | p95 of CPU here, ms |',
    '| --- | ---: | --- | ---: | ---: | ---: | ---: |',
    ...figures.flatMap((row) => [
      line(row, 'get a document', '', row.getDocument),
      line(row, 'get a speech', '', row.getSpeech),
      line(row, 'get a passage', '', row.getPassage),
      ...row.searches.map(({ length, band, queries, times }) =>
        line(
          row,
          `search ${length === 1 ? 'a character' : 'a word of two'}, ${bandName(band)}`,
          String(queries),
          times,
        ),
      ),
    ]),
  ].join('\n')
}

function bandName(band: string): string {
  return band.startsWith('all') ? band.replace('all', 'all of these') : `in ${band} of the passages`
}

function line({ engine, passages }: Figures, what: string, queries: string, { median, p95, cpuP95 }: Times): string {
  return `| ${engine} | ${passages} | ${what} | ${queries} | ${median.toFixed(2)} | ${p95.toFixed(2)} | ${cpuP95.toFixed(2)} |`
}
