import { toIsoDate } from '../dates.ts'
import type { Learned } from '../reading.ts'

/** Lines between two `---` at the very start of a file, as site generators use them. */
const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]{0,10000}?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m

/** What front matter says, and how long it is in UTF-16 code units; 0 where there is none. */
export function readFrontMatter(text: string): { learned: Learned; length: number } {
  const match = text.startsWith('---') ? FRONT_MATTER.exec(text) : null
  if (!match) return { learned: {}, length: 0 }
  const fields = new Map<string, string>()
  for (const line of (match[1] ?? '').split(/\r?\n/)) {
    const [, key, value = ''] = /^(\w+):\s*(.*?)\s*$/.exec(line) ?? []
    if (key) fields.set(key.toLowerCase(), value.replace(/^(["'])(.*)\1$/, '$2'))
  }
  const title = fields.get('title')
  const author = fields.get('author')
  const published = toIsoDate(fields.get('date') ?? fields.get('published'))
  return {
    learned: { ...(title && { title }), ...(author && { author }), ...(published && { published }) },
    length: match[0].length,
  }
}
