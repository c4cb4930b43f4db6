import type { getResolvedPDFJS } from 'unpdf'
import { Unreadable } from '../refuse.ts'
import { createCharacterMaps } from './character-maps.ts'
import { FORMAT } from './format.ts'

/** A piece of text as it stands on its page; lengths in points, the origin at the lower left. */
export interface Run {
  text: string
  x: number
  y: number
  width: number
  /** The size of its font. */
  size: number
  /** Whether it runs from left to right, and not slantwise or downwards. */
  isLevel: boolean
}

/** A file as far as it is read. */
export interface Opened {
  pages: Run[][]
  info: Readonly<Record<string, unknown>>
}

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>

/** No collection of speeches has more. */
const MOST_PAGES = 5000
const MOST_RUNS = 5_000_000

/**
 * All text of a file, page by page, in the order in which it is drawn. Nothing is fetched, run or drawn.
 * Throws Unreadable.
 */
export async function openPdf(bytes: Uint8Array, pdfjs: PdfJs): Promise<Opened> {
  const maps = createCharacterMaps()
  const task = pdfjs.getDocument({
    // The library takes the buffer for itself, and none of Node's.
    data: new Uint8Array(bytes),
    BinaryDataFactory: maps.Factory,
    cMapPacked: false,
    disableFontFace: true,
    stopAtErrors: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    if (document.numPages > MOST_PAGES) {
      const what = `claims ${document.numPages} pages`
      throw new Unreadable('oversized-file', { format: FORMAT, what, limit: `${MOST_PAGES}` })
    }
    const pages: Run[][] = []
    let runs = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { transform } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      runs += items.length
      if (runs > MOST_RUNS) {
        throw new Unreadable('oversized-file', { format: FORMAT, what: 'is in pieces', limit: `${MOST_RUNS} of them` })
      }
      pages.push(items.flatMap((item) => ('str' in item ? [toRun(item, transform)] : [])))
      page.cleanup()
    }
    if (maps.areMissing()) throw new Unreadable('text-without-characters', { format: FORMAT })
    const { info } = await document.getMetadata()
    return { pages, info: info as Record<string, unknown> }
  } catch (error) {
    throw error instanceof Unreadable ? error : explain(error)
  } finally {
    await task.destroy()
  }
}

function toRun(item: { str: string; transform: number[]; width: number }, page: number[]): Run {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page
  const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, jf = 0] = item.transform
  const right = [a * ia + c * ib, b * ia + d * ib] as const
  return {
    text: item.str,
    x: a * ie + c * jf + e,
    // The page's own coordinates run downwards.
    y: -(b * ie + d * jf + f),
    width: item.width,
    size: Math.hypot(a * ic + c * id, b * ic + d * id),
    isLevel: right[0] > 0 && Math.abs(right[1]) < right[0] / 20,
  }
}

/** What the library's errors mean; their names are part of its interface. */
function explain(error: unknown): Unreadable {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return new Unreadable('encrypted-file', { format: FORMAT })
  return new Unreadable('damaged-file', { format: FORMAT, fault: 'its pages cannot be found' })
}
