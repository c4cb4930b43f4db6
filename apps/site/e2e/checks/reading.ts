import { watch } from '../browser.ts'
import { expect } from '../report.ts'
import type { Scene } from '../scene.ts'

export async function checkReading({ context, origin, pages, report }: Scene): Promise<void> {
  const page = await context.newPage()
  const { faults } = watch(page, origin)

  await report.check('read: from the list to a speech, its outline follows', async () => {
    await page.goto('/d')
    await page.locator('.documents a').first().click()
    await page.locator('.contents a').first().click()
    await page.locator('.book .text p').first().waitFor()
    await page.locator('.outline a').last().click()
    await page.locator('.outline li:last-child a[aria-current="location"]').waitFor()
  })
  await report.check('read: next and previous speech', async () => {
    const first = page.url()
    await page.locator('[rel="next"]').click()
    await page.locator('[rel="prev"]').click()
    expect(page.url().split('#')[0] === first.split('#')[0], 'back at the first speech')
  })
  await report.check('read: repairs are shown on demand, each with its reason', async () => {
    await page.goto(pages.speech ?? '')
    expect((await page.locator('.repair').count()) === 0, 'none unless asked for')
    await page.getByText('显示修复与缺字').click()
    const repair = page.locator('.text .repair').first()
    expect(((await repair.getAttribute('title')) ?? '').length > 10, 'it says why')
    const target = (await repair.getAttribute('href')) ?? ''
    expect((await page.locator(`tr${target}`).count()) === 1, 'it leads to its row')
  })
  await report.check('cite: a paragraph has a permalink and three references', async () => {
    await page.goto(pages.passage ?? '')
    const references = await page.locator('.cite pre').allInnerTexts()
    expect(references.length === 3, 'three references')
    expect(references[0]?.includes('[EB/OL]') ?? false, 'GB/T 7714')
    expect(references[1]?.startsWith('@') ?? false, 'BibTeX')
    expect(references[2]?.startsWith('TY') ?? false, 'RIS')
    await page.getByText('在全文中看').click()
    await page.locator('.meant').waitFor()
  })
  await report.check('read: a collection is downloaded in every format', async () => {
    await page.goto(pages.collection ?? '')
    const links = await page
      .locator('.downloads a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
    for (const link of links) {
      const answer = await page.request.get(link)
      expect(answer.ok() && (await answer.body()).length > 0, link)
    }
    return `${links.length} formats`
  })
  for (const [name, query] of [
    ['simplified', '植树造林'],
    ['traditional', '植樹造林'],
  ] as const) {
    await report.check(`search: in ${name} characters, with exact highlights`, async () => {
      await page.goto('/en/search')
      await page.locator('#q').fill(query)
      await page.locator('.hits mark').first().waitFor()
      const marks = await page.locator('.hits mark').allInnerTexts()
      expect(marks.length > 3 && marks.every((mark) => mark === '植樹造林'), `highlights: ${marks.join(' ')}`)
      return page.locator('#count').innerText()
    })
  }
  await report.check('search: results while typing, kept in the address', async () => {
    await page.goto('/search')
    await page.keyboard.press('/')
    await page.keyboard.type('防汛')
    await page.locator('.hits li').first().waitFor()
    await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === '防汛')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect((await page.locator('.hits li:nth-child(2) .hit:focus').count()) === 1, 'arrows go through the hits')
    await page.locator('.facets a').first().click()
    expect((await page.locator('.hits li').count()) > 0, 'a facet narrows')
  })
  await report.check('search: nothing found helps, a wrong query says why', async () => {
    await page.goto('/search?q=無此一句話')
    await page.locator('#count', { hasText: '没有找到' }).waitFor()
    await page.goto('/search?q=-植树')
    await page.locator('#count', { hasText: '至少要有一个想找的词' }).waitFor()
  })
  await report.check('corpus: a mark leads to its documents', async () => {
    await page.goto('/corpus')
    const links = page.locator('.chart a')
    for (let index = 0; index < (await links.count()); index++) {
      const href = await links.nth(index).getAttribute('href')
      const answer = await page.request.get(href ?? '')
      expect(
        (await answer.text()).includes('class="documents"') && (await answer.text()).includes('/d/'),
        `${href} has documents`,
      )
    }
    return `${await links.count()} marks`
  })
  await report.check('language: the same page in 简体, 繁體, English', async () => {
    await page.goto(pages.speech ?? '')
    expect((await page.locator('h1').innerText()).includes('植树'), '简体')
    await page.locator('.languages a', { hasText: '繁體' }).click()
    expect((await page.locator('h1').innerText()).includes('植樹'), '繁體')
    await page.locator('.languages a', { hasText: 'English' }).click()
    await page.getByText('Show repairs and gaps').waitFor()
  })
  await report.check('language: messages, formats and their reference too', async () => {
    for (const [prefix, said, name] of [
      ['', '引号里是空的', '空引号'],
      ['/hant', '引號裡是空的', '空引號'],
      ['/en', 'The quotation marks are empty', 'empty-quotation'],
    ]) {
      await page.goto(`${prefix}/d?rule=empty-quotation`)
      await page.locator('.documents a').first().click()
      await page
        .locator('.messages li', { hasText: said ?? '' })
        .first()
        .waitFor()
      await page
        .locator('.messages a', { hasText: name ?? '' })
        .first()
        .click()
      await page.locator('#empty-quotation:target').waitFor()
      await page
        .locator('.docs-text p', { hasText: said ?? '' })
        .first()
        .waitFor()
    }
  })
  await report.check('theme: chosen, and kept on the next page', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto('/')
    await page.locator('[data-theme-switch]').click()
    await page.goto('/docs')
    expect((await page.locator('html').getAttribute('data-theme')) === 'dark', 'dark')
    await page.evaluate(() => localStorage.removeItem('theme'))
  })
  await report.check('docs: search finds in Chinese', async () => {
    await page.goto('/docs')
    await page.locator('#docs-q').fill('無此一詞')
    await page.locator('.docs-found li', { hasText: '文档里没有这些字' }).waitFor()
    await page.locator('#docs-q').fill('字节')
    await page.locator('.docs-found a').first().waitFor()
    return page
      .locator('.docs-found li')
      .first()
      .innerText()
      .then((text) => text.split('\n')[0])
  })
  await report.check('social cards, feed, sitemap, icon', async () => {
    for (const address of ['/', '/en', pages.collection, pages.speech, pages.passage]) {
      const html = await (await page.request.get(address ?? '')).text()
      const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? ''
      expect((await page.request.get(image)).headers()['content-type'] === 'image/png', `${address}: ${image}`)
      expect(/<meta property="og:title" content="[^"]+"/.test(html), `${address} has a title`)
    }
    const feed = await (await page.request.get('/feed.xml')).text()
    expect((feed.match(/<item>/g) ?? []).length === 3, 'the feed has the three examples')
    const sitemap = await (await page.request.get('/sitemap.xml')).text()
    const places = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => place ?? '')
    for (const place of places) expect((await page.request.get(place)).ok(), place)
    expect((await page.request.get('/favicon.ico')).ok(), 'an icon')
    return `${places.length} addresses`
  })
  await report.check('front: each edit gives its reason', async () => {
    await page.goto('/en')
    const before = await page.locator('.living-why').innerText()
    await page.locator('.fix.shift').focus()
    expect((await page.locator('.living-why').innerText()) !== before, 'the reason is said')
  })
  await report.check('read and search: no complaint, no request beyond its origin', async () => {
    expect(faults.length === 0, faults.join('\n'))
  })
  await page.close()

  await report.check('reading and search work without JavaScript', async () => {
    const browser = context.browser()
    const plain = browser ? await browser.newContext({ javaScriptEnabled: false, baseURL: origin }) : undefined
    if (!plain) throw new Error('the profile has no browser of its own')
    const quiet = await plain.newPage()
    await quiet.goto(pages.speech ?? '')
    expect((await quiet.locator('.book .text p').count()) > 5, 'the speech is there')
    await quiet.goto('/search')
    await quiet.locator('#q').fill('植树')
    await quiet.locator('.search-form button').click()
    expect((await quiet.locator('.hits li').count()) > 3, 'hits are there')
    await plain.close()
  })
}
