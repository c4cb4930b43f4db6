import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launch } from './browser.ts'
import { findPages, inLanguage } from './pages.ts'
import { startSite } from './site.ts'

/** Every page type at three widths in both themes, into `screenshots/`; names as arguments choose some. */
const FOLDER = fileURLToPath(new URL('../screenshots/', import.meta.url))
const WIDTHS = [390, 820, 1440]
const LANGUAGES = ['', '/hant', '/en'] as const

mkdirSync(FOLDER, { recursive: true })
const wanted = process.argv.slice(2)
const site = await startSite()
const context = await launch(site.origin)
try {
  const pages = await findPages(context)
  const page = await context.newPage()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const [name, address] of Object.entries(pages)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    for (const [index, width] of WIDTHS.entries()) {
      await page.setViewportSize({ width, height: 900 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.goto(inLanguage(LANGUAGES[index] ?? '', address))
        if (name === 'try') {
          await page.locator('[data-example="tree-planting"]').click()
          await page.locator('.row').first().waitFor()
          await page.locator('.steps button').last().click()
        }
        await page.screenshot({ path: `${FOLDER}${name}-${width}-${colorScheme}.png`, fullPage: name !== 'messages' })
      }
    }
  }
} finally {
  await context.close()
  site.stop()
}
