import type { APIRoute } from 'astro'
import { escapeHtml } from '../text/escape.ts'

export const prerender = false

/** The newest documents as RSS. */
export const GET: APIRoute = async ({ locals: { store, origin } }) => {
  const { items } = await store.list({ limit: 30 })
  const entries = items.map(
    ({ id, title, imported, publication }) => `<item>
<title>${escapeHtml(title ?? id)}</title>
<link>${origin}/d/${id}</link>
<guid isPermaLink="true">${origin}/d/${id}</guid>
<pubDate>${new Date(imported).toUTCString()}</pubDate>
${publication ? `<description>${escapeHtml(publication)}</description>` : ''}
</item>`,
  )
  const feed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>讲稿 Speeches</title>
<link>${origin}/</link>
<atom:link rel="self" type="application/rss+xml" href="${origin}/feed.xml"/>
<description>新收的讲话</description>
<language>zh</language>
${entries.join('\n')}
</channel></rss>
`
  return new Response(feed, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
}
