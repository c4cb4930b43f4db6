import type { ParseResult } from '@speeches/parser'

/** The script to write in: simplified, traditional, or the page's own. */
export type ScriptName = 'simplified' | 'traditional' | 'as-is'

/** What brings a result into a script; its tables are loaded only here. Nothing where the page keeps its own. */
export async function converterTo(
  script: ScriptName,
): Promise<((result: ParseResult) => Promise<ParseResult>) | undefined> {
  if (script === 'as-is') return undefined
  const { convert } = await import('@speeches/parser/script')
  return (result) => convert(result, { to: script })
}
