import { escapeXml } from '@speeches/formats'

/** An Atom feed (RFC 4287). */
export interface Feed {
  /** Where it is: also its id. */
  url: string
  title: string
  entries: readonly Entry[]
}

export interface Entry {
  /** Stays for ever. */
  id: string
  url: string
  /** The media type of what stands at `url`. */
  type: string
  title: string
  /** ISO time, UTC. */
  updated: string
  author: string | null
  summary: string
}

export function atom({ url, title, entries }: Feed): string {
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00Z'
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escapeXml(url)}</id>
<title>${escapeXml(title)}</title>
<link rel="self" type="application/atom+xml" href="${escapeXml(url)}"/>
<updated>${updated}</updated>
<author><name>Speeches</name></author>
${entries.map(entryXml).join('')}</feed>
`
}

function entryXml({ id, url, type, title, updated, author, summary }: Entry): string {
  return `<entry>
<id>${escapeXml(id)}</id>
<title>${escapeXml(title)}</title>
<link rel="alternate" type="${escapeXml(type)}" href="${escapeXml(url)}"/>
<updated>${updated}</updated>
${author === null ? '' : `<author><name>${escapeXml(author)}</name></author>\n`}<summary>${escapeXml(summary)}</summary>
</entry>
`
}
