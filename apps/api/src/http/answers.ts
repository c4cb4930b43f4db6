import type { Answer } from './respond.ts'

/** Answers that stay the same while the store does. */
export interface Answers {
  /** The answer that was kept under `key` if nothing was stored since, else what `make` gives. */
  get(key: string, make: () => Promise<Answer>): Promise<Answer>
}

/**
 * Keeps answers in memory, up to `most` bytes or so, the latest used longest.
 *
 * @param revision what changes whenever something is stored, by whatever process
 */
export function createAnswers(revision: () => Promise<string>, most: number): Answers {
  let kept = new Map<string, Answer>()
  let size = 0
  let keptAt: string | undefined

  return {
    async get(key, make) {
      const now = await revision()
      if (now !== keptAt) {
        kept = new Map()
        size = 0
        keptAt = now
      }
      const found = kept.get(key)
      if (found) {
        kept.delete(key)
        kept.set(key, found)
        return found
      }
      const answer = await make()
      // Kept under what held before it was made: if something was stored meanwhile, it is gone with the next request.
      if (now === keptAt) keep(key, answer)
      return answer
    },
  }

  function keep(key: string, answer: Answer): void {
    if (kept.has(key)) return
    kept.set(key, answer)
    size += sizeOf(key, answer)
    for (const [oldest, { body }] of kept) {
      if (size <= most) return
      kept.delete(oldest)
      size -= sizeOf(oldest, { body })
    }
  }
}

/** In bytes, two a code unit, with what the map itself takes. */
function sizeOf(key: string, { body }: Pick<Answer, 'body'>): number {
  return 2 * (key.length + body.length) + 300
}
