import { isVote } from '../constructs/recital.ts'
import type { Entry } from './entries.ts'

/** So many lines in a row, and no fewer, are a vote's. */
const FEWEST = 2

/** 不贊成的,也請舉手,不會怎麼樣; — who is asked to do what. */
const ASKED = /^[^,。:;!?]{1,14}的,?(?:也|就|都)?请[^。!?]{1,24}[;,。!]?$/

/**
 * The lines below a colon by which a vote is taken are a list without numbers; whether they are.
 *
 *     請大家表決一下:
 *     贊成的,請舉手;
 *     不贊成的,請舉手。
 */
export function settleVotes(entries: readonly Entry[], from: number): boolean {
  let end = from
  while (entries[end]?.role === 'text' && ASKED.test((entries[end] as Entry).line.head)) end++
  const lines = entries.slice(from, end)
  if (lines.length < FEWEST || !lines.some(({ line }) => isVote(line.head))) return false
  for (const entry of lines) entry.role = 'item'
  return true
}
