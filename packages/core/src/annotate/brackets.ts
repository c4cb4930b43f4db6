const PAIRS = ['《》', '〈〉', '“”', '‘’', '「」', '『』']
const CLOSER = new Map(PAIRS.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]))
const OPENER = new Map(PAIRS.map((pair) => [pair.charCodeAt(1), pair.charCodeAt(0)]))
const MARKS = new RegExp(`[${PAIRS.join('')}]`, 'g')
const APOSTROPHE = '’'.charCodeAt(0)

/** Brackets that stand deeper than this are text: no page nests them so, and trees stay shallow. */
const DEEPEST = 8

/** The brackets of a paragraph, 《》 and quotation marks alike; offsets in UTF-16 units. */
export interface Brackets {
  /** From the opening mark to behind the closing one, in the order in which they close. */
  pairs: { start: number; end: number }[]
  /** Marks without a partner, in order. */
  lone: number[]
}

/**
 * Pairs the brackets of a paragraph in one walk. A closing mark closes the nearest opening one of its form;
 * what was opened in between and not closed is alone.
 *
 *     《關於“兩個普遍的意見》
 *           ^                    alone
 */
export function matchBrackets(text: string): Brackets {
  const pairs: Brackets['pairs'] = []
  const lone: number[] = []
  const open: number[] = []
  const counts = new Map<number, number>()
  const count = (code: number, by: number) => counts.set(code, (counts.get(code) ?? 0) + by)

  MARKS.lastIndex = 0
  while (MARKS.test(text)) {
    const index = MARKS.lastIndex - 1
    const code = text.charCodeAt(index)
    if (CLOSER.has(code)) {
      open.push(index)
      count(code, 1)
      continue
    }
    const opener = OPENER.get(code) as number
    if (!counts.get(opener)) {
      if (code !== APOSTROPHE || !/[A-Za-z]/.test(text.charAt(index - 1))) lone.push(index)
      continue
    }
    for (;;) {
      const start = open.pop() as number
      count(text.charCodeAt(start), -1)
      if (text.charCodeAt(start) === opener) {
        if (open.length < DEEPEST) pairs.push({ start, end: index + 1 })
        break
      }
      lone.push(start)
    }
  }
  return { pairs, lone: [...lone, ...open].sort((a, b) => a - b) }
}

/** Whether nothing but blanks stands between the two marks of a pair. */
export function isEmptyPair(text: string, { start, end }: { start: number; end: number }): boolean {
  return end - start < 6 && text.slice(start + 1, end - 1).trim() === ''
}
