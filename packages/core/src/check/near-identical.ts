import { createMessage } from '../messages/finding.ts'
import type { Message } from '../schema/message.ts'
import { foldTable } from '../source/fold.ts'
import { paragraphsOf, speechesOf } from '../tree/walk.ts'
import { eachLeaf, type SpokenLine } from './lines.ts'
import type { Rule } from './rule.ts'

/** Paragraphs with fewer characters are formulas that every speech may use. */
const SHORTEST = 40
/** So many characters in a row make a shingle. */
const WIDTH = 8
/** One shingle in so many is kept, chosen by its hash, so that both copies keep the same ones. */
const SAMPLE = 16
/** Two paragraphs are nearly the same when they share so much of the shingles that the longer of them keeps. */
const SHARED = 0.6
const FEWEST = 3

/** Paragraphs that stand on the page twice, letter for letter (they have one id) or nearly so. */
export const nearIdentical: Rule = (collection) => {
  const messages: Message[] = []
  const paragraphs = speechesOf(collection).flatMap(paragraphsOf)
  const byId = new Map<string, number>()
  const byShingle = new Map<number, number>()
  const kept: number[] = []
  for (const [i, paragraph] of paragraphs.entries()) {
    const { shingles, length } = sample(paragraph)
    kept.push(shingles.length)
    if (length < SHORTEST) continue
    const id = paragraph.id.replace(/-\d+$/, '')
    const twin = byId.get(id) ?? likest(shingles, byShingle, kept)
    if (!byId.has(id)) byId.set(id, i)
    for (const shingle of shingles) if (!byShingle.has(shingle)) byShingle.set(shingle, i)
    const line = twin === undefined ? undefined : paragraphs[twin]?.position?.start.line
    if (line === undefined) continue
    messages.push(createMessage('near-identical-paragraphs', paragraph.position, { values: { line } }))
  }
  return messages
}

/** The paragraph before that shares most shingles, if it shares enough of them. */
function likest(
  shingles: readonly number[],
  byShingle: ReadonlyMap<number, number>,
  kept: readonly number[],
): number | undefined {
  const shared = new Map<number, number>()
  let best: number | undefined
  for (const shingle of shingles) {
    const other = byShingle.get(shingle)
    if (other === undefined) continue
    const count = (shared.get(other) ?? 0) + 1
    shared.set(other, count)
    if (best === undefined || count > (shared.get(best) as number)) best = other
  }
  if (best === undefined) return undefined
  const count = shared.get(best) as number
  return count >= FEWEST && count >= SHARED * Math.max(shingles.length, kept[best] as number) ? best : undefined
}

const BASE = 0x01000193
const LEAVING = Array.from({ length: WIDTH }).reduce<number>((power) => Math.imul(power, BASE), 1)

/** The shingles of a paragraph that are kept, as hashes, and how many characters it has, punctuation left out. */
function sample(paragraph: SpokenLine): { shingles: number[]; length: number } {
  const to = foldTable()
  const last = new Int32Array(WIDTH)
  const shingles: number[] = []
  let length = 0
  let hash = 0
  eachLeaf(paragraph, ({ type, value }) => {
    if (type !== 'text') return
    for (let at = 0; at < value.length; at++) {
      const code = to[value.charCodeAt(at)] as number
      if (code < 0x3400 && !isAlphanumeric(code)) continue
      if (code > 0xfe00) continue
      const slot = length % WIDTH
      hash = (Math.imul(hash, BASE) + code - Math.imul(last[slot] as number, LEAVING)) | 0
      last[slot] = code
      length++
      if (length >= WIDTH && isKept(hash)) shingles.push(hash)
    }
  })
  return { shingles, length }
}

function isKept(hash: number): boolean {
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 20) % SAMPLE === 0
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}
