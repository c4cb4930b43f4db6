import type { BrowserContext } from 'playwright-core'

/** One page of every type, by its name; those of the store are found by following links. */
export async function findPages(context: BrowserContext): Promise<Record<string, string>> {
  const page = await context.newPage()
  const linkOn = async (address: string, selector: string) => {
    await page.goto(address)
    const href = await page.locator(selector).first().getAttribute('href')
    if (!href) throw new Error(`${address} has no ${selector}`)
    return href
  }
  await page.goto('/d')
  const glossed = await page.locator('.documents a', { hasText: '植树造林' }).getAttribute('href')
  const collection = glossed ?? '/d'
  const speech = await linkOn(collection, '.contents a')
  const passage = await linkOn(speech, '.permalink')
  await page.close()
  return {
    front: '/',
    try: '/try',
    list: '/d',
    collection,
    speech,
    repairs: `${speech}&show=repairs`,
    passage,
    search: '/search?q=植树',
    'search-empty': '/search',
    'search-nothing': '/search?q=無此一句話',
    corpus: '/corpus',
    docs: '/docs/how-it-restores',
    messages: '/docs/messages',
    'not-found': '/nothing-here',
  }
}

/** An address in another language. */
export function inLanguage(prefix: '' | '/hant' | '/en', address: string): string {
  return prefix === '' ? address : `${prefix}${address === '/' ? '' : address}`
}
