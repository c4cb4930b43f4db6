import { watch } from '../browser.ts'
import { expect } from '../report.ts'
import type { Scene } from '../scene.ts'

const PAGES: Record<string, string> = {
  script: '同志們：\n<script>window.hostile = 1</script><img src=x onerror="window.hostile = 1">\n謝謝大家！',
  directions: '同志們：\n\u202e倒過來的字\u2066又一層\n謝謝大家！',
  surrogates: '同志們：\n半個\ud800字\udc00在這裡\n謝謝大家！',
  'a word of 1 MB': '字'.repeat(1_000_000),
  nothing: '\u3000',
}

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
