import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inLanguage } from '../pages.ts'
import { expect } from '../report.ts'
import type { Scene } from '../scene.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LANGUAGES = { light: '', dark: '/en' } as const

/** What axe finds. */
interface Violation {
  id: string
  nodes: { target: string[]; failureSummary?: string }[]
}

/** axe on every page type, light in 简体 and dark in English. The policy lets no page run it, so that it is put in by the debugger. */
export async function checkAccess({ context, pages, report }: Scene): Promise<void> {
  const page = await context.newPage()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const [name, address] of Object.entries(pages)) {
    for (const [colorScheme, language] of Object.entries(LANGUAGES) as [keyof typeof LANGUAGES, '' | '/en'][]) {
      await report.check(`axe: ${name}, ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme })
        await page.goto(inLanguage(language, address))
        if (name === 'try') {
          await page.locator('[data-example="tree-planting"]').click()
          await page.locator('.row').first().waitFor()
        }
        await page.evaluate(AXE)
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
          return (await axe.run()).violations
        })
        const found = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.replace(/\s+/g, ' ')})`)
              .join('\n  ')}`,
        )
        expect(violations.length === 0, found.join('\n'))
      })
    }
  }
  await page.close()
}
