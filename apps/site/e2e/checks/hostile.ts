import { watch } from '../browser.ts'
import { expect } from '../report.ts'
import type { Scene } from '../scene.ts'
import { startSite } from '../site.ts'

const PAGES: Record<string, string> = {
  script: '同志們：\n<script>window.hostile = 1</script><img src=x onerror="window.hostile = 1">\n謝謝大家！',
  directions: '同志們：\n\u202e倒過來的字\u2066又一層\n謝謝大家！',
  surrogates: '同志們：\n半個\ud800字\udc00在這裡\n謝謝大家！',
  'a word of 1 MB': '字'.repeat(1_000_000),
  nothing: '\u3000',
}

/** A page to be read whose title, header and every block mean harm, or are longer than any screen. */
const STORED = `- 時間:2022-05-06 08:30:00
- 作者:<script>window.hostile = 1</script>
- 來源:\u202e甲乙<img src=x onerror="window.hostile = 1">
柳灣鄉${'講'.repeat(300)}</title><script>window.hostile = 1</script>\u202e講話篇一
同志們：
一、${'w'.repeat(2000)}\u0007
今年修渠${'9'.repeat(300)}公里，《"><script>window.hostile = 1</script>》寫得明白。\u2066渠道
二、<a href="javascript:window.hostile = 1">種樹</a>
鎮(zhèn)里的任務(wù)是種樹。鎮(zhèn)(zhèn)長也種。
謝謝大家！
`

const NARROW = { width: 360, height: 780 }

/** Whatever a page holds is shown as text and breaks nothing. */
export async function checkHostile({ context, origin, report }: Scene): Promise<void> {
  const page = await context.newPage()
  const { faults } = watch(page, origin)
  for (const [name, text] of Object.entries(PAGES)) {
    await report.check(`hostile text: ${name}`, async () => {
      await page.goto('/try')
      const blob = Buffer.from(text, 'utf16le')
      await page.locator('#try-file').setInputFiles({
        name: 'page.txt',
        mimeType: 'text/plain',
        buffer: Buffer.concat([Buffer.from([0xff, 0xfe]), blob]),
      })
      await page.locator('.row, .try-status output:text("没有成功")').first().waitFor()
      expect(!(await page.evaluate(() => 'hostile' in window)), 'nothing of it ran')
    })
  }
  await checkStored(context, report)
  await report.check('hostile text: no complaint', async () => expect(faults.length === 0, faults.join('\n')))
  await report.check('hostile addresses are answered with 404, never 500', async () => {
    for (const address of [
      '/d/%00',
      '/s/..%2f..',
      "/p/'; DROP TABLE",
      '/xx/search',
      '/search?q=%ff',
      '/d?year=%00&after=x',
      '/d/x/file/__proto__',
      '/%E0%A4%A',
    ]) {
      const answer = await page.request.get(address)
      expect(answer.status() < 500, `${address}: ${answer.status()}`)
    }
  })
  await page.close()
}

/** The same for what is kept: the list, the page, its speech, a passage, search, the overview. */
async function checkStored(context: Scene['context'], report: Scene['report']): Promise<void> {
  const site = await startSite([STORED])
  const page = await context.newPage()
  const { faults } = watch(page, site.origin)
  await page.setViewportSize(NARROW)
  try {
    await page.goto(`${site.origin}/d`)
    const follow = async (selector: string) =>
      new URL((await page.locator(selector).first().getAttribute('href')) ?? '', site.origin).href
    const collection = await follow('.documents a')
    await page.goto(collection)
    const speech = await follow('.contents a')
    await page.goto(speech)
    const addresses = {
      list: `${site.origin}/d`,
      collection,
      speech,
      repairs: `${speech}&show=repairs`,
      passage: await follow('.permalink'),
      search: `${site.origin}/search?q=種樹`,
      corpus: `${site.origin}/corpus`,
      feed: `${site.origin}/feed.xml`,
    }
    for (const [name, address] of Object.entries(addresses)) {
      await report.check(`hostile text, kept: ${name}`, async () => {
        await page.goto(address)
        const { isHostile, text, width } = await page.evaluate(() => ({
          isHostile: 'hostile' in window,
          text: document.documentElement.textContent ?? '',
          width: document.documentElement.scrollWidth,
        }))
        expect(!isHostile, 'nothing of it ran')
        expect(
          !/[\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u.test(text),
          'nothing turns directions or is no character',
        )
        expect(name === 'feed' || width <= NARROW.width, `the page is ${width} px wide`)
      })
    }
    await report.check('hostile text, kept: no complaint', async () => expect(faults.length === 0, faults.join('\n')))
  } finally {
    await page.close()
    site.stop()
  }
}
