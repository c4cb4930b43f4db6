import type { Page } from 'playwright-core'
import { watch } from '../browser.ts'
import { exampleFiles, longPage, WORD } from '../files.ts'
import { expect } from '../report.ts'
import type { Scene } from '../scene.ts'

const shown = (page: Page) => page.locator('.row').first().waitFor()

async function openExample(page: Page): Promise<void> {
  await page.goto('/try')
  await page.locator('[data-example="flood-season"]').click()
  await shown(page)
}

/** Puts text into the box as pasting does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#try-text').focus()
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}

export async function checkTry({ context, origin, report }: Scene): Promise<void> {
  const page = await context.newPage()
  const { faults } = watch(page, origin)
  const files = await exampleFiles()

  for (const file of files) {
    await report.check(`try: ${file.name}`, async () => {
      await page.goto('/try')
      await page.locator('#try-file').setInputFiles(file)
      await shown(page)
      await page.locator('.now-cell', { hasText: WORD }).first().waitFor()
      await page.locator('.tree-line').nth(3).waitFor()
    })
  }

  await report.check('try: a PDF', async () => {
    const print = await context.newPage()
    await print.goto('/examples/reading-campaign.txt')
    const buffer = await print.pdf()
    await print.close()
    await page.goto('/try')
    await page.locator('#try-file').setInputFiles({ name: 'page.pdf', mimeType: 'application/pdf', buffer })
    await shown(page)
    await page.locator('.now-cell', { hasText: WORD }).first().waitFor()
  })

  await report.check('try: a file that is no page is refused with advice', async () => {
    await page.goto('/try')
    await page.locator('#try-file').setInputFiles({
      name: 'picture.png',
      mimeType: 'image/png',
      buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    })
    await page.locator('.try-status output', { hasText: '没有成功：这种文件不能读：PNG 图片。' }).waitFor()
  })

  await report.check('try: a glossed page: repairs, difference, ruby, scripts, rules', async () => {
    await page.goto('/try')
    await page.locator('[data-example="tree-planting"]').click()
    await shown(page)
    await page.locator('.steps button').last().click()
    expect((await page.locator('.edit-card strong').count()) === 1, 'the chosen repair is explained')
    await page.getByText('差异', { exact: true }).click()
    expect((await page.locator('.row del').count()) > 5, 'the difference shows what went')
    await page.getByText('修复后', { exact: true }).click()
    await page.getByText('拼音注在字上').click()
    expect((await page.locator('.row rt').count()) > 3, 'glosses stand as ruby')
    await page.getByText('简体', { exact: true }).last().click()
    await page.locator('.row', { hasText: '青禾县' }).first().waitFor()
    await page.locator('summary', { hasText: '修复规则' }).click()
    await page.getByLabel('夹注拼音').uncheck()
    await page.locator('.now-cell', { hasText: '務(wù)' }).first().waitFor()
  })

  await report.check('try: one selection through text, tree, messages', async () => {
    await openExample(page)
    await page.locator('.tab-messages').click()
    await page.locator('.side-row', { hasText: '“四点意见”说有 4 项，找到 3' }).waitFor()
    await page.locator('.side-row').nth(8).click()
    await page.locator('.page-list .selected').first().waitFor()
    expect(
      (await page.locator('.side-row').nth(8).getAttribute('aria-current')) === 'true',
      'the chosen message is marked',
    )
    await page.locator('.tab-tree').click()
    await page.locator('.side-row[aria-current="true"]').waitFor()
    await page.locator('.side-list').evaluate((list) => list.scrollTo(0, 0))
    await page.locator('.side-row', { hasText: '称呼' }).first().click()
    await page.locator('.now-cell .selected', { hasText: '同志们' }).first().waitFor()
  })

  await report.check('try: download in every format', async () => {
    const select = page.locator('.try-share select')
    const names = await select.locator('option').allTextContents()
    for (const [index, name] of names.entries()) {
      // Chromium asks before a page that is not left hands over more than ten files.
      if (index > 0 && index % 8 === 0) await openExample(page)
      await select.selectOption(name)
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 20_000 }).catch(async () => {
          throw new Error(`${name}: ${await page.locator('.try-status > output').innerText()}`)
        }),
        page.locator('.try-share button').first().click(),
      ])
      expect((await download.failure()) === null, `${name} is downloaded`)
    }
    return `${names.length} formats`
  })

  await report.check('try: a link holds a small page', async () => {
    await page.locator('.try-share button').last().click()
    await page.waitForFunction(() => location.hash.startsWith('#page='))
    const again = await context.newPage()
    await again.goto(page.url())
    await again.locator('.row', { hasText: '白沙湾镇' }).first().waitFor()
    await again.close()
    return `${page.url().length} characters`
  })

  await report.check('try: a page of 1 MB is shown, scrolls, and few rows are drawn', async () => {
    await page.goto('/try')
    await paste(page, longPage(1_000_000))
    await shown(page)
    const drawn = await page.locator('.row').count()
    expect(drawn < 100, `${drawn} rows are drawn`)
    const longest = await page.evaluate(async () => {
      const list = document.querySelector('.page-list') as HTMLElement
      const frames: number[] = []
      let last = performance.now()
      for (let step = 0; step < 40; step++) {
        list.scrollTop += 900
        await new Promise((resolve) => requestAnimationFrame(resolve))
        const now = performance.now()
        frames.push(now - last)
        last = now
      }
      return frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.9)]
    })
    return `${drawn} rows drawn, 90 % of frames within ${Math.round(longest ?? 0)} ms`
  })

  await report.check('try: work can be cancelled', async () => {
    await page.goto('/try')
    await paste(page, longPage(8_000_000))
    await page.locator('.try-status button', { hasText: '取消' }).click()
    await page.locator('.try-status output', { hasText: '已取消' }).waitFor()
  })

  await report.check('try: by keyboard alone', async () => {
    await page.goto('/try')
    await page.locator('#try-text').focus()
    await page.keyboard.insertText('同志們:\n鎮(zhèn)里的任務(wù)是種樹,鎮(zhèn)(zhèn)長也種。\n謝謝大家!')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await shown(page)
    await page.locator('.page-list').focus()
    await page.keyboard.press('n')
    await page.locator('.edit-card strong').waitFor()
    await page.locator('.tree-line').first().waitFor()
    await page.locator('.side-row').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect((await page.locator('.side-row[aria-current="true"]').count()) === 1, 'arrows go through the tree')
  })

  await report.check('try: offline after the first visit, with each kind of file', async () => {
    await page.goto('/try')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.reload()
    await context.setOffline(true)
    try {
      for (const file of files) {
        await page.goto('/try')
        await page.locator('#try-file').setInputFiles(file)
        await shown(page)
      }
    } finally {
      await context.setOffline(false)
    }
  })

  await report.check('try: no complaint, no request beyond its origin', async () => {
    expect(faults.length === 0, faults.join('\n'))
  })
  await page.close()
}
