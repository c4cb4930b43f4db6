import type { ParseResult } from '@speeches/core/schema'

/** The formats that hold a tree: JSON whole; TEI and Markdown where they were written with `tree`. */
export type TreeFormat = 'json' | 'tei' | 'markdown'

const READERS: Record<TreeFormat, (text: string) => Promise<ParseResult | undefined>> = {
  json: async (text) => (await import('@speeches/core/schema')).parseResult.safeParse(JSON.parse(text)).data,
  tei: async (text) => (await import('./tei.ts')).readTei(text),
  markdown: async (text) => (await import('./markdown.ts')).readMarkdown(text),
}

/**
 * The result that a file of ours was written from: from JSON all of it, from TEI and Markdown the tree without
 * positions and noise, and no edits or messages.
 *
 * @returns undefined where the text holds no tree, or someone wrote in it since so that its words no longer fit
 */
export async function readTree(text: string, format: TreeFormat): Promise<ParseResult | undefined> {
  try {
    return await READERS[format](text)
  } catch {
    // Whatever is wrong with it, JSON or XML or its depth: it is no file that we wrote.
    return undefined
  }
}
