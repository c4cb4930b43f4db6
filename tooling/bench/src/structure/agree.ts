import { exact, fold } from './letters.ts'
import type { OutlineNode } from './outline.ts'

/** A gold text, `beginning~~ending` or whole, folded once. */
export interface Quote {
  beginning: string
  /** Null where the text is given whole. */
  ending: string | null
}

export function quote(text: string): Quote {
  const cut = text.indexOf('~~')
  if (cut === -1) return { beginning: fold(text), ending: null }
  return { beginning: fold(text.slice(0, cut)), ending: fold(text.slice(cut + 2)) }
}

/** Whether a text is the one that was quoted, punctuation, blanks and width aside. */
export function agreesWithQuote({ beginning, ending }: Quote, text: string): boolean {
  const folded = fold(text)
  if (ending === null) return folded === beginning
  return folded.length >= beginning.length + ending.length && folded.startsWith(beginning) && folded.endsWith(ending)
}

/** Whether a parsed node is the gold node: same kind, same detail, same words. Children are not looked at. */
export function agrees(gold: OutlineNode, parsed: OutlineNode): boolean {
  if (gold.type !== parsed.type) return false
  if (gold.type === 'field') return fieldsAgree(gold, parsed)
  if (exact(gold.detail) !== exact(parsed.detail)) return false
  if (gold.type === 'announced') return oneHoldsTheOther(gold.text, parsed.text)
  if (gold.type === 'link') return linksAgree(gold.text, parsed.text)
  return agreesWithQuote(quote(gold.text), parsed.text)
}

// Where the name ends and whether toolbar words belong to the value is not settled: 此文共612字, 時間:… 我要投稿
function fieldsAgree(gold: OutlineNode, parsed: OutlineNode): boolean {
  if (gold.detail !== '' && parsed.detail !== '' && fold(gold.detail) !== fold(parsed.detail)) return false
  return oneHoldsTheOther(gold.detail + gold.text, parsed.detail + parsed.text)
}

// title | label | count
function linksAgree(gold: string, parsed: string): boolean {
  const [goldTitle = '', ...goldRest] = gold.split(' | ')
  const [parsedTitle = '', ...parsedRest] = parsed.split(' | ')
  return fold(goldTitle) === fold(parsedTitle) && exact(goldRest.join('|')) === exact(parsedRest.join('|'))
}

function oneHoldsTheOther(left: string, right: string): boolean {
  const [a, b] = [fold(left), fold(right)]
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a))
}
