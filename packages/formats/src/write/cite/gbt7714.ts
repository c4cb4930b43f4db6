import type { Citation } from './citation.ts'

/**
 * A reference by GB/T 7714-2015 《信息与文献 参考文献著录规则》, 4.6 电子资源 and 4.2 析出文献:
 *
 *     程穗. 青禾村春季大会讲话篇一[EB/OL]//青禾村春季大会讲话. 青禾网, 2022: 第3段(2022-05-06)[2026-05-06]. http://…
 */
export function gbt7714Entry(citation: Citation): string {
  const { title, container, authors, url, passage } = citation
  const who =
    authors.length === 0 ? '' : `${authors.length > 3 ? `${authors.slice(0, 3).join(', ')}, 等` : authors.join(', ')}. `
  const kind = url ? 'EB/OL' : 'Z'
  const within = container ? `//${container}` : ''
  const published = publishedIn(citation, passage?.place)
  return `${who}${title}[${kind}]${within}.${published && ` ${published}.`}${url ? ` ${url}.` : ''}`
}

/** 青禾网, 2022: 第3段(2022-05-06)[2026-05-06]; (2022-05-06)[2026-05-06] where nothing else is known than the day. */
function publishedIn({ publisher, published, accessed }: Citation, place = ''): string {
  const day = published && published.length > 4 ? `(${published})` : ''
  const year = publisher || place || !day ? published?.slice(0, 4) : ''
  const imprint = [publisher, year].filter(Boolean).join(', ')
  const read = accessed ? `[${accessed}]` : ''
  return `${[imprint, place].filter(Boolean).join(': ')}${day}${read}`
}
