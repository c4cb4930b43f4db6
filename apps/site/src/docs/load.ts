import type { MarkdownInstance } from 'astro'
import { addressIn, type Locale } from '../i18n/locale.ts'
import { loadTraditional } from '../i18n/traditional.ts'
import { DOCS, type DocsPage } from './contents.ts'

type Markdown = MarkdownInstance<Record<string, unknown>>

const WRITTEN = import.meta.glob<Markdown>('../content/docs/*/*.md', { eager: true })
const GENERATED = import.meta.glob<Markdown>('../../../../docs/*.md', { eager: true })

export interface DocsText {
  title: string
  html: string
  headings: { depth: number; slug: string; text: string }[]
}

/** A page of the documentation in a language; 繁體 is made from 简体. */
export async function loadDocs({ slug, titles, from }: DocsPage, locale: Locale): Promise<DocsText> {
  const language = locale === 'en' ? 'en' : 'zh'
  const file =
    from === 'docs'
      ? GENERATED[`../../../../docs/${slug}${language === 'zh' ? '.zh' : ''}.md`]
      : WRITTEN[`../content/docs/${language}/${slug || 'start'}.md`]
  if (!file) throw new Error(`There is no text for docs/${slug || 'start'} in ${language}.`)
  const convert = locale === 'hant' ? await loadTraditional() : (text: string) => text
  const html = withoutTitle(localLinks(await file.compiledContent(), locale))
  return {
    title: convert(titles[language]),
    html: from === 'docs' ? outsideExamples(html, convert) : convert(html),
    headings: file
      .getHeadings()
      .filter(({ depth }) => depth === 2)
      .map(({ depth, slug, text }) => ({ depth, slug: convert(slug), text: convert(text) })),
  }
}

/** The titles of all pages in a language. */
export async function docsTitles(locale: Locale): Promise<{ path: string; title: string }[]> {
  const convert = locale === 'hant' ? await loadTraditional() : (text: string) => text
  return DOCS.map(({ slug, titles }) => ({
    path: addressIn(locale, slug === '' ? '/docs' : `/docs/${slug}`),
    title: locale === 'en' ? titles.en : convert(titles.zh),
  }))
}

/** What is shown of scraped pages stays as printed, and so do names; programs have their comments converted. */
function outsideExamples(html: string, convert: (text: string) => string): string {
  return html
    .split(/(<pre[\s\S]*?<\/pre>|<code>[^<]*<\/code>)/)
    .map((piece) => (AS_PRINTED.test(piece) ? piece : convert(piece)))
    .join('')
}

/** Code within a line, and examples that are text or JSON. */
const AS_PRINTED = /^(?:<pre[^>]*>)?<code(?: class="language-(?:text|json)")?>/

/** The page has a title of its own. */
function withoutTitle(html: string): string {
  return html.replace(/^(?:\s*<!--.*?-->)?\s*<h1[^>]*>.*?<\/h1>/s, '')
}

/**
 * `messages.md#id`, `messages.zh.md#id` → `/docs/messages#id`; `/try` in the language of the page. Tables scroll by
 * themselves.
 */
function localLinks(html: string, locale: Locale): string {
  return html
    .replace(
      /href="(?:\.\/)?([a-z-]+)(?:\.zh)?\.md(#[^"]*)?"/g,
      (_, slug: string, hash = '') => `href="${addressIn(locale, `/docs/${slug}`)}${hash}"`,
    )
    .replace(/href="(\/[a-z/-]*)"/g, (whole, path: string) =>
      path.startsWith('/hant') || path.startsWith('/en') ? whole : `href="${addressIn(locale, path)}"`,
    )
    .replaceAll('<table>', '<div class="wide-table" tabindex="0" role="region" aria-label="table"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre', '<pre tabindex="0"')
}
