import { parse } from '@speeches/core'
import { firstDifference } from './first-difference.ts'
import { outlineOf } from './from-result.ts'
import type { Page } from './pages.ts'
import type { Reading } from './report.ts'
import { compare } from './score.ts'

/** Parses a page and compares its tree with the gold one. */
export function readAgainstGold(page: Page): Reading {
  const parsed = outlineOf(parse(page.source))
  return { page, comparison: compare(page.gold, parsed), whole: firstDifference(page.gold, parsed) === null }
}
