import type { Message } from '@speeches/parser'
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

/** The languages that messages are worded in (BCP 47). */
type Language = 'en' | 'zh'

export interface CheckFlags extends BatchFlags {
  format: CheckFormatName
  /** Messages left out. */
  ignore?: string[]
  /** Pairs such as `elision=off`. */
  rule?: [string, string][]
  config?: string
  /** The language of what is said about the pages. */
  lang: Language
}

/** Pages to be checked. */
export interface CheckWork {
  kind: 'check'
  format: CheckFormatName
  /** What was set on the command line; it goes before the configuration. */
  severities: Severities
  /** The configuration file named; else the nearest one counts. */
  config?: string
  lang: Language
  colour: boolean
}

/** `speeches check`: what an editor should know about pages. Answers 1 where an error is found. */
export async function runCheck(paths: readonly string[], flags: CheckFlags): Promise<void> {
  const { format, ignore = [], rule = [], config, lang, maxSize, jobs } = flags
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
    work: { kind: 'check', format, severities, ...(config !== undefined && { config }), lang, colour, maxSize },
    destination: { kind: 'stdout' },
    extension: '',
    frame: checkFormats[format].frame(),
    jobs: jobsFor(inputs, jobs),
  })
  if (counts.error > 0) process.exitCode ??= 1
  if (format === 'pretty') console.error(summarize(counts))
}

/** Checks one page. */
export async function checkPage(page: Page, { format, severities, config, lang, colour }: CheckWork): Promise<Product> {
  refuseResult(page)
  const { messages } = await parsePage(page)
  const found = applySeverities(messages, { ...configFor(page.path, config).rules, ...severities })
  const said = lang === 'zh' ? await inChinese(found) : found
  return { pieces: checkFormats[format].write(page, said, paintFor(colour)), counts: countLevels(found) }
}

async function inChinese(messages: readonly Message[]): Promise<Message[]> {
  const { chinese, translate } = await import('@speeches/parser/messages')
  return messages.map((message) => translate(message, chinese))
}
