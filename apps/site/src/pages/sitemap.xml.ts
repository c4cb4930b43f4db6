import type { APIRoute } from 'astro'
import { DOCS } from '../docs/contents.ts'
import { addressIn, LANGUAGE_TAGS, LOCALES } from '../i18n/locale.ts'

export const prerender = false

/** As many documents as one sitemap holds in three languages (50,000 addresses in all). */
const MOST_DOCUMENTS = 16_000

/** Every page in every language. */
export const GET: APIRoute = async ({ locals: { store, origin } }) => {
  const paths = [
    '/',
    '/try',
    '/d',
    '/search',
    '/corpus',
    ...DOCS.map(({ slug }) => (slug === '' ? '/docs' : `/docs/${slug}`)),
  ]
  let cursor: string | null = null
  do {
    const listed = await store.list({ limit: 500, ...(cursor && { cursor }) })
    for (const { id } of listed.items) paths.push(`/d/${id}`)
    cursor = listed.next
  } while (cursor && paths.length < MOST_DOCUMENTS)
  const addresses = paths.flatMap((path) => {
    const others = LOCALES.map(
      (locale) =>
        `<xhtml:link rel="alternate" hreflang="${LANGUAGE_TAGS[locale]}" href="${origin}${addressIn(locale, path)}"/>`,
    ).join('')
    return LOCALES.map((locale) => `<url><loc>${origin}${addressIn(locale, path)}</loc>${others}</url>`)
  })
  const sitemap = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${addresses.join('\n')}
</urlset>
`
  return new Response(sitemap, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
