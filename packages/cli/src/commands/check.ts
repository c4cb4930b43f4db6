import { runBatch } from '../batch/batch.ts'
import { findInputs } from '../batch/inputs.ts'
import { type CheckFormatName, checkFormats } from '../check/format.ts'
import { applySeverities, countLevels, summarize } from '../check/severity.ts'
import type { Severities } from '../config/definition.ts'
import { configFor, toSeverities } from '../config/read.ts'
import type { Page } from '../input.ts'
import { type BatchFlags, jobsFor } from '../options.ts'
import { paintFor, wantsColour } from '../output.ts'
import { refuseResult } from '../own.ts'
import type { Product } from '../work.ts'
import { parsePage } from './parse.ts'

export interface CheckFlags extends BatchFlags {
  format: CheckFormatName
  /** Messages left out. */
  ignore?: string[]
  /** Pairs such as `elision=off`. */
  rule?: [string, string][]
  config?: string
}

/** Pages to be checked. */
export interface CheckWork {
  kind: 'check'
  format: CheckFormatName
  /** What was set on the command line; it goes before the configuration. */
  severities: Severities
  /** The configuration file named; else the nearest one counts. */
  config?: string
  colour: boolean
}

/** `speeches check`: what an editor should know about pages. Answers 1 where an error is found. */
export async function runCheck(paths: readonly string[], flags: CheckFlags): Promise<void> {
  const { format, ignore = [], rule = [], config, maxSize, jobs } = flags
  const severities = {
    ...toSeverities(
      ignore.map((id) => [id, 'off']),
      '--ignore',
    ),
    ...toSeverities(rule, '--rule'),
  }
  if (config !== undefined) configFor('-', config)
  const inputs = await findInputs(paths)
  const colour = wantsColour(process.stdout, process.env)
  const counts = await runBatch({
    inputs,
    work: { kind: 'check', format, severities, ...(config !== undefined && { config }), colour, maxSize },
    destination: { kind: 'stdout' },
    extension: '',
    frame: checkFormats[format].frame(),
    jobs: jobsFor(inputs, jobs),
  })
  if (counts.error > 0) process.exitCode ??= 1
  if (format === 'pretty') console.error(summarize(counts))
}

/** Checks one page. */
export async function checkPage(page: Page, { format, severities, config, colour }: CheckWork): Promise<Product> {
  refuseResult(page)
  const { messages } = await parsePage(page)
  const found = applySeverities(messages, { ...configFor(page.path, config).rules, ...severities })
  return { pieces: checkFormats[format].write(page, found, paintFor(colour)), counts: countLevels(found) }
}
