import type { Token } from 'parse5'

const ELEMENTS: ReadonlySet<string> = new Set('nav noscript noframes button select search'.split(' '))

/** WAI-ARIA 1.2, landmarks and widgets that are no content. */
const ROLES: ReadonlySet<string> = new Set(
  'navigation search menu menubar toolbar contentinfo button dialog tablist'.split(' '),
)

/** Class names and ids that sites give to what stands around a page's text. */
const NAMES: ReadonlySet<string> = new Set(
  [
    'nav navbar navigation menu topnav subnav mainnav breadcrumb breadcrumbs crumb crumbs',
    'share toolbar login search searchbar topbar',
  ]
    .join(' ')
    .split(' '),
)

/** The same for the foot of a site; in an article it may be signature and date. */
const FOOT_NAMES: ReadonlySet<string> = new Set(['footer', 'copyright'])

/** What forums give to letters that they strew into a text against copying, and do not let be seen (Discuz!). */
const STREWN = 'jammer'

/** The same by style, in running text. Blocks may be invisible until their scripts have run (微信公众号). */
const INVISIBLE = /visibility\s*:\s*hidden/i
const RUNNING: ReadonlySet<string> = new Set('span font b i em u s small sub sup'.split(' '))

/** Titles under which LibreOffice saves the running heads of a document's pages. */
const OFFICE_TITLES: ReadonlySet<string> = new Set(['header', 'footer'])

/** Whole pages are hidden until their scripts have run. */
const NEVER: ReadonlySet<string> = new Set(['html', 'body'])

const NAMED_ELEMENTS: ReadonlySet<string> = new Set('div ul ol dl section aside table td p'.split(' '))

/** Whether an element is furniture of the site by its name, role, class or id, or is not shown. */
export function isFurniture({ tagName, attrs }: Token.TagToken, isInArticle: boolean): boolean {
  if (NEVER.has(tagName)) return false
  if (ELEMENTS.has(tagName)) return true
  if (tagName === 'footer') return !isInArticle
  return attrs.some(({ name, value }) => {
    if (name === 'hidden') return true
    if (name === 'style') return /display\s*:\s*none/i.test(value) || (RUNNING.has(tagName) && INVISIBLE.test(value))
    if (name === 'class' && value === STREWN) return true
    if (name === 'title') return tagName === 'div' && OFFICE_TITLES.has(value)
    if (name === 'role') return ROLES.has(value.toLowerCase())
    if (name !== 'class' && name !== 'id') return false
    if (!NAMED_ELEMENTS.has(tagName)) return false
    return value
      .toLowerCase()
      .split(/\s+/)
      .some((word) => NAMES.has(word) || (!isInArticle && FOOT_NAMES.has(word)))
  })
}

/** How much text there is outside of links. */
export interface Prose {
  characters: number
  sentences: number
}

/** So many characters outside of links, with the end of a sentence among them, are text that someone wrote. */
const LEAST_PROSE = 60

/** Whether what came between two counts is prose, which is kept wherever it stands. */
export function isProse(before: Prose, after: Prose): boolean {
  return after.sentences > before.sentences && after.characters - before.characters >= LEAST_PROSE
}
