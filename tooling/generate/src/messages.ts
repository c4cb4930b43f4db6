import { readdirSync, readFileSync } from 'node:fs'

/** One entry of the catalogue, as written under its `## id` heading. */
export interface Entry {
  id: string
  severity: string
  /** What happened, in one line; `{name}` is filled in by the caller. */
  reason: string
  advice: string
  switchOff: string
  /** Why it matters, and why it has this severity. */
  why: string
  /** A few lines of a page that bring the message about. */
  example: string
}

/** One file of the catalogue: a title, an introduction, entries. */
export interface Chapter {
  title: string
  introduction: string
  entries: Entry[]
}

const FOLDER = new URL('../../../packages/core/messages/', import.meta.url)
const CHAPTERS = ['read', 'restore', 'structure', 'check']
const SEVERITIES = ['error', 'warning', 'info']
const FIELDS = ['severity', 'reason', 'advice', 'switch off']

const ENTRY_HEADING = /^## /m
const FIELD = /^- ([a-z ]+): (.+)$/gm
const EXAMPLE = /^```text\n([\s\S]+?)\n```$/m
const NOTICE = 'Generated from packages/core/messages: run `pnpm generate`.'

/** The catalogue as code: ids, severities, reasons and advice. */
export function generateMessages(): string {
  const rows = readCatalogue()
    .flatMap(({ entries }) => entries)
    .map(({ id, severity, reason, advice }) => {
      const lines = [`severity: ${quote(severity)},`, `reason: ${quote(reason)},`, `advice: ${quote(advice)},`]
      return `  ${quote(id)}: {\n${lines.map((line) => `    ${line}\n`).join('')}  },\n`
    })
  return [
    `// ${NOTICE}`,
    '/** Every message there is: how severe it is, what it says, and what to do about it. */',
    `export const catalogue = {\n${rows.join('')}} satisfies Record<string, { severity: 'error' | 'warning' | 'info'; reason: string; advice: string }>`,
    '',
    '/** The id of a message; `ruleId` in a result. */',
    'export type MessageId = keyof typeof catalogue',
    '',
  ].join('\n')
}

/** The catalogue as a reference page. */
export function generateMessagePage(): string {
  const chapters = readCatalogue()
  const index = chapters
    .flatMap(({ entries }) => entries)
    .map(({ id, severity, reason }) => `| [${id}](#${id}) | ${severity} | ${reason} |`)
  return [
    `<!-- ${NOTICE} -->`,
    '# Messages',
    [
      'What is said about a page. `ruleId` names the message, `place` is where in the source it applies, `fatal` is true for',
      'an error, false for a warning and null for information. An error is kept for what makes a text wrong to publish;',
      'only errors make `speeches check` answer 1.',
    ].join('\n'),
    ['| message | severity | reason |', '| --- | --- | --- |', ...index].join('\n'),
    ...chapters.map(toPage),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

function toPage({ title, introduction, entries }: Chapter): string {
  return [`## ${title}`, introduction, ...entries.map(toPageEntry)].join('\n\n')
}

function toPageEntry({ id, severity, reason, advice, switchOff, why, example }: Entry): string {
  return [
    `### ${id}`,
    `${capitalize(severity)}: ${reason}`,
    why,
    `\`\`\`text\n${example}\n\`\`\``,
    `What to do: ${advice}`,
    `Switch off: ${switchOff}`,
  ].join('\n\n')
}

function readCatalogue(): Chapter[] {
  for (const name of readdirSync(FOLDER)) {
    if (!CHAPTERS.includes(name.replace(/\.md$/, ''))) throw new Error(`packages/core/messages/${name}: not a chapter`)
  }
  return toCatalogue(
    CHAPTERS.map((name) => ({ name: `${name}.md`, markdown: readFileSync(new URL(`${name}.md`, FOLDER), 'utf8') })),
  )
}

/** The chapters of some files. Throws, with file and id, for whatever is missing, unknown or there twice. */
export function toCatalogue(files: { name: string; markdown: string }[]): Chapter[] {
  const chapters = files.map(({ name, markdown }) => toChapter(name, markdown))
  const seen = new Set<string>()
  for (const { id } of chapters.flatMap(({ entries }) => entries)) {
    if (seen.has(id)) throw new Error(`${id}: there are two messages of this name`)
    seen.add(id)
  }
  return chapters
}

function toChapter(name: string, markdown: string): Chapter {
  const [head = '', ...bodies] = markdown.split(ENTRY_HEADING)
  const [, title, introduction] = head.match(/^# (.+)\n\n([\s\S]+)$/) ?? []
  if (!title || !introduction?.trim()) throw new Error(`${name}: a "# title" and an introduction come first`)
  return { title, introduction: introduction.trim(), entries: bodies.map((body) => toEntry(name, body)) }
}

function toEntry(name: string, body: string): Entry {
  const id = body.slice(0, body.indexOf('\n')).trim()
  const complain = (what: string): never => {
    throw new Error(`${name}, ${id}: ${what}`)
  }
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) complain('an id is lower-case words joined by hyphens')

  const fields = new Map<string, string>()
  for (const [, key = '', value = ''] of body.matchAll(FIELD)) {
    if (!FIELDS.includes(key)) complain(`"${key}" is none of ${FIELDS.join(', ')}`)
    if (fields.has(key)) complain(`"${key}" is given twice`)
    fields.set(key, value.trim())
  }
  const field = (key: string): string => fields.get(key) ?? complain(`"- ${key}: …" is missing`)
  const severity = field('severity')
  if (!SEVERITIES.includes(severity)) complain(`severity "${severity}" is none of ${SEVERITIES.join(', ')}`)

  const why = body.slice(body.indexOf('\n')).replace(FIELD, '').replace(EXAMPLE, '').trim()
  return {
    id,
    severity,
    reason: field('reason'),
    advice: field('advice'),
    switchOff: field('switch off'),
    why: why || complain('a sentence that says why is missing'),
    example: body.match(EXAMPLE)?.[1] ?? complain('an example, fenced as ```text, is missing'),
  }
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
