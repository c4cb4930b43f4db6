import { relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Message, Position } from '@speeches/parser'
import { catalogue } from '@speeches/parser/messages'
import type { ArtifactLocation, Fix, Log, Region, ReportingDescriptor, Result } from 'sarif'
import manifest from '../../package.json' with { type: 'json' }
import { RULES } from '../config/definition.ts'
import { type Level, levelOf } from './severity.ts'

/** How SARIF calls the levels. */
const SARIF_LEVELS: Record<Level, Result.level> = { error: 'error', warning: 'warning', info: 'note' }

/** Around the results of all pages: a SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/) of one run. */
export function sarifFrame(): { open: string; close: string } {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'speeches', version: manifest.version, rules: RULES.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  }
  const [open = '', close = ''] = JSON.stringify(log).split('"results":[]')
  return { open: `${open}"results":[\n`, close: `\n]${close}\n` }
}

function describeRule(id: (typeof RULES)[number]): ReportingDescriptor {
  const { severity, reason, advice } = catalogue[id]
  return {
    id,
    shortDescription: { text: reason },
    help: { text: advice },
    defaultConfiguration: { level: SARIF_LEVELS[severity] },
  }
}

/** A message as a SARIF result; `path` is that of the page, or `-`. */
export function toResult(path: string, message: Message): Result {
  const { ruleId, reason, place, expected } = message
  const artifactLocation = locate(path)
  return {
    ruleId,
    ruleIndex: RULES.indexOf(ruleId as (typeof RULES)[number]),
    level: SARIF_LEVELS[levelOf(message)],
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation, ...(place && { region: toRegion(place) }) } }],
    ...(place && expected && { fixes: expected.map((text) => toFix(artifactLocation, place, text)) }),
  }
}

/** Below the working directory a path from there, else a URL. */
function locate(path: string): ArtifactLocation {
  if (path === '-') return { uri: 'stdin' }
  const from = relative(process.cwd(), path)
  if (from.startsWith('..') || from.startsWith('/')) return { uri: pathToFileURL(path).href }
  return { uri: from.split(/[\\/]/).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}

function toRegion({ start, end }: Position): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  }
}

function toFix(artifactLocation: ArtifactLocation, place: Position, text: string): Fix {
  return {
    description: { text: text === '' ? 'Take it out.' : `Write “${text}”.` },
    artifactChanges: [
      { artifactLocation, replacements: [{ deletedRegion: toRegion(place), insertedContent: { text } }] },
    ],
  }
}
