import { fill } from './fill.ts'
import { STRINGS, type StringKey } from './strings.ts'

/** The languages of the interface: 简体, 繁體, English. */
export type Locale = 'hans' | 'hant' | 'en'

export const LOCALES: readonly Locale[] = ['hans', 'hant', 'en']

/** What HTML calls them, and what they call themselves. */
export const LANGUAGE_TAGS: Record<Locale, string> = { hans: 'zh-Hans', hant: 'zh-Hant', en: 'en' }
export const OWN_NAMES: Record<Locale, string> = { hans: '简体', hant: '繁體', en: 'English' }

/** Addresses without a prefix are in simplified Chinese. */
export const HOME: Locale = 'hans'

/** The locale that the first part of an address names; undefined where it names none. */
export function localeOf(prefix: string | undefined): Locale | undefined {
  if (prefix === undefined) return HOME
  return LOCALES.find((locale) => locale === prefix && locale !== HOME)
}

/** The address of a page in a language: `/try` → `/hant/try`. */
export function addressIn(locale: Locale, path: string): string {
  return locale === HOME ? path : `/${locale}${path === '/' ? '' : path}` || '/'
}

/** For `getStaticPaths` of a page at `[...lang]`. */
export function everyLocale(): { params: { lang: string | undefined } }[] {
  return LOCALES.map((locale) => ({ params: { lang: locale === HOME ? undefined : locale } }))
}

export type Translate = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string

/** The strings of one language, of the keys that start with one of these words: what a script needs of them. */
export function stringsFor(locale: Locale, starts: readonly string[]): Record<string, string> {
  const column = LOCALES.indexOf(locale)
  const wanted = Object.entries(STRINGS).filter(([key]) => starts.some((start) => key.startsWith(start)))
  return Object.fromEntries(wanted.map(([key, strings]) => [key, strings[column] as string]))
}

/** What the interface says in a language: `{count}` in a string takes `values.count`. */
export function translator(locale: Locale): Translate {
  const column = LOCALES.indexOf(locale)
  return (key, values) => fill(STRINGS[key][column] as string, values)
}
