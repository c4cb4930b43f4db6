import type { BrowserContext } from 'playwright-core'
import type { Report } from './report.ts'

/** What checks work on. */
export interface Scene {
  context: BrowserContext
  origin: string
  /** One address of every page type. */
  pages: Record<string, string>
  report: Report
}
