import { readdirSync, readFileSync } from 'node:fs'

/** What an entry says in one language. */
export interface Wording {
  /** What happened, in one line; `{name}` is filled in by the caller. */
  reason: string
  advice: string
  switchOff: string
  /** Why it matters, and why it has this severity. */
  why: string
}

/** One entry of the catalogue, as written under its `## id` heading. */
export interface Entry extends Wording {
  id: string
  severity: string
  /** A few lines of a page that bring the message about. */
  example: string
  chinese: Wording & {
    /** What the message is called, in a few words; in English the id says it. */
    name: string
    /** English words that are filled into the reason, and what they are in Chinese. */
    words: Record<string, string>
  }
}

/** One file of the catalogue: a title, an introduction, entries. */
export interface Chapter {
  title: string
  introduction: string
  chinese: { title: string; introduction: string }
  entries: Entry[]
}

const FOLDER = new URL('../../../packages/core/messages/', import.meta.url)
const CHAPTERS = ['read', 'restore', 'structure', 'check']
const SEVERITIES = ['error', 'warning', 'info']
const FIELDS = [
  'severity',
  'reason',
  'advice',
  'switch off',
  'name zh',
  'reason zh',
  'advice zh',
  'switch off zh',
  'why zh',
  'words zh',
]
const HEAD_FIELDS = ['title zh', 'introduction zh']

const ENTRY_HEADING = /^## /m
const FIELD = /^- ([a-z ]+): (.+)$/gm
const EXAMPLE = /^```text\n([\s\S]+?)\n```$/m
const NOTICE = 'Generated from packages/core/messages: run `pnpm generate`.'

/** The catalogue as code: ids, severities, reasons and advice. */
export function generateMessages(): string {
  const rows = entriesOf(readCatalogue()).map(({ id, severity, reason, advice }) =>
    toRow(id, [`severity: ${quote(severity)}`, `reason: ${quote(reason)}`, `advice: ${quote(advice)}`]),
  )
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

/** What the messages say in Chinese, as code. */
export function generateChineseMessages(): string {
  const rows = entriesOf(readCatalogue()).map(({ id, chinese: { name, reason, advice, words } }) => {
    const pairs = Object.entries(words).map(([word, chinese]) => `${quote(word)}: ${quote(chinese)}`)
    const lines = [`name: ${quote(name)}`, `reason: ${quote(reason)}`, `advice: ${quote(advice)}`]
    return toRow(id, pairs.length > 0 ? [...lines, `words: { ${pairs.join(', ')} }`] : lines)
  })
  return [
    `// ${NOTICE}`,
    "import type { Wording } from '../messages/translate.ts'",
    "import type { MessageId } from './messages.ts'",
    '',
    '/** Every message in 简体中文: what it is called, what it says, and what to do about it. */',
    `export const chinese: Record<MessageId, Wording> = {\n${rows.join('')}}`,
    '',
  ].join('\n')
}

function toRow(id: string, fields: readonly string[]): string {
  return `  ${quote(id)}: {\n${fields.map((field) => `    ${field},\n`).join('')}  },\n`
}

/** How the reference page is labelled in a language. */
interface PageLabels {
  title: string
  introduction: string
  columns: readonly [string, string, string]
  severities: Record<string, string>
  /** What a message is called, and how severe it is. */
  head: (name: string, severity: string) => string
  toDo: string
  switchOff: string
  colon: string
}

const ENGLISH: PageLabels = {
  title: 'Messages',
  introduction: [
    'What is said about a page. `ruleId` names the message, `place` is where in the source it applies, `fatal` is true for',
    'an error, false for a warning and null for information. An error is kept for what makes a text wrong to publish;',
    'only errors make `speeches check` answer 1.',
  ].join('\n'),
  columns: ['message', 'severity', 'reason'],
  severities: { error: 'error', warning: 'warning', info: 'info' },
  head: (_, severity) => capitalize(severity),
  toDo: 'What to do',
  switchOff: 'Switch off',
  colon: ': ',
}

const CHINESE: PageLabels = {
  title: '提示',
  introduction:
    '关于一页要说的话。`ruleId` 是提示的名字，`place` 是它在原文中的位置；`fatal` 为 true 是错误，false 是警告，null 是信息。错误只留给不宜刊出的文字；有错误，`speeches check` 才以 1 结束。',
  columns: ['提示', '轻重', '说什么'],
  severities: { error: '错误', warning: '警告', info: '信息' },
  head: (name, severity) => `${name}（${severity}）`,
  toDo: '怎么办',
  switchOff: '怎样关闭',
  colon: '：',
}

/** The catalogue as a reference page. */
export function generateMessagePage(): string {
  return toPage(
    readCatalogue().map((chapter) => ({
      ...chapter,
      entries: chapter.entries.map((entry) => ({ ...entry, name: entry.id })),
    })),
    ENGLISH,
  )
}

/** The catalogue as a reference page in 简体中文. */
export function generateChineseMessagePage(): string {
  const chapters = readCatalogue().map((chapter) => ({
    ...chapter,
    ...chapter.chinese,
    entries: chapter.entries.map((entry) => ({ ...entry, ...entry.chinese })),
  }))
  return toPage(chapters, CHINESE)
}

/** A chapter and its entries in the language of a page. */
type PageEntry = Omit<Entry, 'chinese'> & { name: string }
type PageChapter = Pick<Chapter, 'title' | 'introduction'> & { entries: PageEntry[] }

function toPage(chapters: readonly PageChapter[], labels: PageLabels): string {
  const index = entriesOf(chapters).map(
    ({ id, name, severity, reason }) => `| [${name}](#${id}) | ${labels.severities[severity]} | ${reason} |`,
  )
  return [
    `<!-- ${NOTICE} -->`,
    `# ${labels.title}`,
    labels.introduction,
    [`| ${labels.columns.join(' | ')} |`, '| --- | --- | --- |', ...index].join('\n'),
    ...chapters.map((chapter) => toPageChapter(chapter, labels)),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

function toPageChapter({ title, introduction, entries }: PageChapter, labels: PageLabels): string {
  return [`## ${title}`, introduction, ...entries.map((entry) => toPageEntry(entry, labels))].join('\n\n')
}

function toPageEntry(
  { id, name, severity, reason, advice, switchOff, why, example }: PageEntry,
  { severities, head, toDo, switchOff: off, colon }: PageLabels,
): string {
  return [
    `### ${id}`,
    `${head(name, severities[severity] as string)}${colon}${reason}`,
    why,
    `\`\`\`text\n${example}\n\`\`\``,
    `${toDo}${colon}${advice}`,
    `${off}${colon}${switchOff}`,
  ].join('\n\n')
}

function entriesOf<One>(chapters: readonly { entries: One[] }[]): One[] {
  return chapters.flatMap(({ entries }) => entries)
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
  for (const { id } of entriesOf(chapters)) {
    if (seen.has(id)) throw new Error(`${id}: there are two messages of this name`)
    seen.add(id)
  }
  return chapters
}

function toChapter(name: string, markdown: string): Chapter {
  const [head = '', ...bodies] = markdown.split(ENTRY_HEADING)
  const [, title, rest] = head.match(/^# (.+)\n\n([\s\S]+)$/) ?? []
  const introduction = rest?.replace(FIELD, '').trim()
  if (!title || !rest || !introduction) throw new Error(`${name}: a "# title" and an introduction come first`)
  const field = readFields(rest, HEAD_FIELDS, name)
  return {
    title,
    introduction,
    chinese: { title: field('title zh'), introduction: field('introduction zh') },
    entries: bodies.map((body) => toEntry(name, body)),
  }
}

function toEntry(name: string, body: string): Entry {
  const id = body.slice(0, body.indexOf('\n')).trim()
  const where = `${name}, ${id}`
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) throw new Error(`${where}: an id is lower-case words joined by hyphens`)

  const field = readFields(body, FIELDS, where)
  const severity = field('severity')
  if (!SEVERITIES.includes(severity)) {
    throw new Error(`${where}: severity "${severity}" is none of ${SEVERITIES.join(', ')}`)
  }
  const reason = field('reason')
  const chineseReason = field('reason zh')
  const unknown = valuesIn(chineseReason).find((value) => !valuesIn(reason).includes(value))
  if (unknown) throw new Error(`${where}: "reason zh" names ${unknown}, which "reason" does not have`)

  const why = body.slice(body.indexOf('\n')).replace(FIELD, '').replace(EXAMPLE, '').trim()
  if (!why) throw new Error(`${where}: a sentence that says why is missing`)
  const example = body.match(EXAMPLE)?.[1]
  if (!example) throw new Error(`${where}: an example, fenced as \`\`\`text, is missing`)
  return {
    id,
    severity,
    reason,
    advice: field('advice'),
    switchOff: field('switch off'),
    why,
    example,
    chinese: {
      name: field('name zh'),
      reason: chineseReason,
      advice: field('advice zh'),
      switchOff: field('switch off zh'),
      why: field('why zh'),
      words: toWords(field('words zh', '')),
    },
  }
}

/** The fields of a part of a file; asking for one that is missing throws, unless something stands in for it. */
function readFields(text: string, known: readonly string[], where: string) {
  const fields = new Map<string, string>()
  for (const [, key = '', value = ''] of text.matchAll(FIELD)) {
    if (!known.includes(key)) throw new Error(`${where}: "${key}" is none of ${known.join(', ')}`)
    if (fields.has(key)) throw new Error(`${where}: "${key}" is given twice`)
    fields.set(key, value.trim())
  }
  return (key: string, otherwise?: string): string => {
    const value = fields.get(key) ?? otherwise
    if (value === undefined) throw new Error(`${where}: "- ${key}: …" is missing`)
    return value
  }
}

/** NUL bytes = 空字节; control characters = 控制字符 */
function toWords(list: string): Record<string, string> {
  const pairs = list.split(/; ?/).filter(Boolean)
  return Object.fromEntries(pairs.map((pair) => pair.split(' = ') as [string, string]))
}

function valuesIn(reason: string): string[] {
  return reason.match(/\{\w+\}/g) ?? []
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
