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
<link rel="self" href="${escapeXml(url)}"/>
<updated>${updated}</updated>
<author><name>Speeches</name></author>
${entries.map(entryXml).join('')}</feed>
`
}

function entryXml({ id, url, title, updated, author, summary }: Entry): string {
  return `<entry>
<id>${escapeXml(id)}</id>
<title>${escapeXml(title)}</title>
<link href="${escapeXml(url)}"/>
<updated>${updated}</updated>
${author === null ? '' : `<author><name>${escapeXml(author)}</name></author>\n`}<summary>${escapeXml(summary)}</summary>
</entry>
`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML 1.0 has no place for is left out. */
function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
  const allowed = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return allowed.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
}
