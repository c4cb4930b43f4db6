import { launch } from './browser.ts'
import { checkAccess } from './checks/access.ts'
import { checkBudgets } from './checks/budgets.ts'
import { checkHostile } from './checks/hostile.ts'
import { checkHtml } from './checks/html.ts'
import { checkLines } from './checks/lines.ts'
import { checkLinks } from './checks/links.ts'
import { checkReading } from './checks/reading.ts'
import { checkSpeed } from './checks/speed.ts'
import { checkTry } from './checks/try.ts'
import { findPages } from './pages.ts'
import { createReport } from './report.ts'
import { startSite } from './site.ts'

/** Journeys and measurements in Chromium, on the built site. Names as arguments choose some. */
const CHECKS = {
  checkTry,
  checkReading,
  checkHostile,
  checkLines,
  checkLinks,
  checkHtml,
  checkBudgets,
  checkSpeed,
  checkAccess,
}

const wanted = process.argv.slice(2)
const report = createReport()
const site = await startSite()
const context = await launch(site.origin)
try {
  const pages = await findPages(context)
  for (const [name, check] of Object.entries(CHECKS)) {
    if (wanted.length > 0 && !wanted.some((word) => name.toLowerCase().includes(word))) continue
    await check({ context, origin: site.origin, pages, report })
  }
} finally {
  await context.close()
  site.stop()
}
report.end()
