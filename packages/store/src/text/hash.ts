import { createHash } from 'node:crypto'
import { foldText } from './fold.ts'

/** SHA-256, in hex. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** The first 100 bits of a hash in hex, in 20 digits of base 32: as long as the tree's ids. */
export function shortId(hash: string): string {
  return BigInt(`0x${hash.slice(0, 25)}`)
    .toString(32)
    .padStart(20, '0')
}

/** An id for text that the tree gives none: from its kind and its letters, as folded. */
export function textId(kind: string, text: string): string {
  const letters = foldText(text).replace(/[^\p{L}\p{N}]/gu, '')
  return shortId(sha256(`${kind}:${letters || text}`))
}
