import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { codeOf, Problem } from '../problem.ts'
import { didYouMean } from '../suggest.ts'
import { CONFIG_NAME, type Config, RULES, SEVERITIES, type Severities, type Severity } from './definition.ts'

const KEYS = ['$schema', 'rules']

/** What was read of each configuration file, by its path. */
const known = new Map<string, Config>()

/**
 * The configuration for a page: of the file named, or of the nearest `speeches.config.json` in the folder of the page
 * and those above it; for standard input, in the working directory. Throws a Problem where a file cannot be used.
 */
export function configFor(page: string, named?: string): Config {
  const path = named ?? findConfig(page === '-' ? process.cwd() : dirname(resolve(page)))
  if (path === undefined) return { rules: {} }
  const config = known.get(path) ?? readConfig(path)
  known.set(path, config)
  return config
}

function findConfig(folder: string): string | undefined {
  const path = join(folder, CONFIG_NAME)
  if (existsSync(path)) return path
  const above = dirname(folder)
  return above === folder ? undefined : findConfig(above)
}

function readConfig(path: string): Config {
  const config = parseJson(path)
  if (!isRecord(config)) throw new Problem(`${path} is no configuration. Write an object, such as {"rules": {}}.`)
  for (const key of Object.keys(config)) {
    if (!KEYS.includes(key)) throw new Problem(`${path}: There is no setting "${key}".${didYouMean(key, KEYS)}`)
  }
  const { rules = {} } = config
  if (!isRecord(rules)) throw new Problem(`${path}: "rules" is no object. Write {"rules": {"elision": "off"}}.`)
  return { rules: toSeverities(Object.entries(rules), path) }
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem(`${path} is no JSON: ${error.message}.`)
    throw new Problem(`${path} cannot be read (${codeOf(error)}). Check the path of the configuration.`)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Pairs of rule and severity, looked over; `where` they were written goes into what is said about a wrong one. */
export function toSeverities(pairs: readonly (readonly [string, unknown])[], where: string): Severities {
  const severities: Severities = {}
  for (const [id, severity] of pairs) severities[knownRule(id, where)] = knownSeverity(id, severity, where)
  return severities
}

function knownRule(id: string, where: string): keyof Severities {
  const rule = RULES.find((known) => known === id)
  if (rule === undefined) {
    throw new Problem(`${where}: There is no rule "${id}".${didYouMean(id, RULES) || ' docs/messages.md lists all.'}`)
  }
  return rule
}

function knownSeverity(id: string, written: unknown, where: string): Severity {
  const severity = SEVERITIES.find((known) => known === written)
  if (severity === undefined) {
    throw new Problem(
      `${where}: ${JSON.stringify(written)} is no severity of "${id}". Choose ${SEVERITIES.join(', ')}.${didYouMean(String(written), SEVERITIES)}`,
    )
  }
  return severity
}
