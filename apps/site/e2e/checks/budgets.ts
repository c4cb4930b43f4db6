import { gzipSync } from 'node:zlib'
import { expect } from '../report.ts'
import type { Scene } from '../scene.ts'

/** JavaScript in bytes, gzipped, that a page may load until it can be used. */
const BUDGETS: Record<string, number> = {
  front: 60_000,
  try: 350_000,
  list: 20_000,
  collection: 20_000,
  speech: 20_000,
  repairs: 20_000,
  passage: 20_000,
  search: 20_000,
  corpus: 20_000,
  docs: 20_000,
}

export async function checkBudgets({ context, pages, report }: Scene): Promise<void> {
  for (const [name, budget] of Object.entries(BUDGETS)) {
    await report.check(`JavaScript of ${name}`, async () => {
      const page = await context.newPage()
      await page.route('/sw.js', (route) => route.abort())
      const scripts = new Map<string, number>()
      page.on('response', async (response) => {
        if (!/javascript/.test(response.headers()['content-type'] ?? '')) return
        const body = await response.body().catch(() => Buffer.alloc(0))
        scripts.set(response.url(), gzipSync(body, { level: 9 }).length)
      })
      await page.goto(pages[name] ?? '')
      if (name === 'try') {
        await page.locator('[data-example="tree-planting"]').click()
        await page.locator('.row').first().waitFor()
      }
      await page.waitForLoadState('networkidle')
      const inline = await page.locator('script:not([src])').count()
      expect(inline === 0, `${inline} inline scripts`)
      const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0)
      await page.close()
      expect(bytes <= budget, `${bytes} bytes, more than ${budget}`)
      return `${(bytes / 1000).toFixed(1)} kB of ${budget / 1000} kB`
    })
  }
}
