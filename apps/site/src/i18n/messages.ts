import { chinese, type Wordings } from '@speeches/parser/messages'
import type { Locale } from './locale.ts'
import { loadTraditional } from './traditional.ts'

/** What a message is called in a language; its id where it has no name there. */
export function nameOf(wordings: Wordings, ruleId: string): string {
  return Object.hasOwn(wordings, ruleId) ? (wordings[ruleId]?.name ?? ruleId) : ruleId
}

/** How messages are worded in a language; empty for English, which they speak by themselves. */
export async function wordingsIn(locale: Locale): Promise<Wordings> {
  if (locale === 'en') return {}
  return locale === 'hant' ? inTraditional(chinese) : chinese
}

async function inTraditional(wordings: Wordings): Promise<Wordings> {
  const written = await loadTraditional()
  return Object.fromEntries(
    Object.entries(wordings).map(([id, { name, reason, advice, words = {} }]) => [
      id,
      {
        name: written(name),
        reason: written(reason),
        advice: written(advice),
        words: Object.fromEntries(Object.entries(words).map(([word, chinese]) => [word, written(chinese)])),
      },
    ]),
  )
}
