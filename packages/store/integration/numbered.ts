import type { NewPage } from '../src/index.ts'
import { pageOfParagraphs } from '../src/testing/pages.ts'

export const PARAGRAPHS = 30
/** Pages of so many addresses: each address has many versions. */
const ORIGINS = 7

/** A page that says its number in each paragraph; every page is a version of an address. */
export function numberedPage(number: number): NewPage {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, i) => ({
    id: `n${number}p${i}`,
    text: `${wordOf(number)}，第${i}段：河道的水位逐年升高，堤壩要逐年加固，巡查要逐日進行。`,
  }))
  return { ...pageOfParagraphs(`page ${number}`, paragraphs), origin: `https://example.org/${number % ORIGINS}` }
}

/** What only the page of this number says. */
export function wordOf(number: number): string {
  return `頁${number}止`
}
