import type { LexiconData } from '@speeches/parser'

/** The full word table, loaded only for a page that can have damaged runs: they all hold a question mark. */
export async function lexiconFor(text: string): Promise<{ lexicon?: LexiconData }> {
  if (!text.includes('?')) return {}
  const { lexicon } = await import('@speeches/parser/lexicon')
  return { lexicon }
}
