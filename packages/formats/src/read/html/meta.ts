import type { Token } from 'parse5'
import { toIsoDate } from '../dates.ts'
import type { Learned } from '../reading.ts'

/** Names under which pages state their author and date: Dublin Core, Open Graph, and those of Chinese sites (政府网站 PubDate). */
const AUTHOR: ReadonlySet<string> = new Set(['author', 'article:author', 'dc.creator', 'dcterms.creator'])
const PUBLISHED: ReadonlySet<string> = new Set(
  'pubdate publishdate publish_date article:published_time og:release_date dc.date dcterms.issued'.split(' '),
)

/** Takes up what a meta element says of the page; the first to say something holds. */
export function learnFrom({ attrs }: Token.TagToken, learned: Learned): void {
  const value = (name: string) => attrs.find((attr) => attr.name === name)?.value
  const name = (value('name') ?? value('property') ?? '').toLowerCase()
  const content = (value('content') ?? '').trim()
  if (content === '') return
  if (AUTHOR.has(name)) learned.author ??= content
  const date = PUBLISHED.has(name) ? toIsoDate(content) : undefined
  if (date) learned.published ??= date
}
