/** Tells by its characters which script a text is in. */
export interface Marks {
  /** Characters that only simplified text has, less those that only traditional text has. */
  balance(text: string): number
}

/**
 * Marks from OpenCC's tables (`simplified traditional|…`). A character that stands on both sides, such as 里 and 后,
 * tells nothing.
 */
export function createMarks(tables: readonly string[]): Marks {
  const rows = tables.flatMap((table) => table.split('|').map((row) => row.split(' ') as [string, string]))
  const simplified = new Set(rows.flatMap(([from]) => [...from]))
  const traditional = new Set(rows.flatMap(([, to]) => [...to]))
  return {
    balance(text) {
      let balance = 0
      for (const char of text) {
        const isSimplified = simplified.has(char)
        const isTraditional = traditional.has(char)
        if (isSimplified !== isTraditional) balance += isSimplified ? 1 : -1
      }
      return balance
    },
  }
}
