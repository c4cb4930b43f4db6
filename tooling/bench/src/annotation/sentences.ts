import { readdirSync, readFileSync } from 'node:fs'
import { type MarkedSentence, readMarks } from './marks.ts'

const FOLDER = new URL('../../../fixtures/sentences/', import.meta.url)

/** The marked sentences of the repository that rules may be made from. */
export function readSentences(): MarkedSentence[] {
  return readFolder(FOLDER)
}

/** Those that were set aside before the rules for names were written (see the folder's README). */
export function readHeldOut(): MarkedSentence[] {
  return readFolder(new URL('held-out/', FOLDER))
}

/** Those that were set aside later, of courts and hospitals too (see the folder's README). */
export function readSecondHeldOut(): MarkedSentence[] {
  return readFolder(new URL('held-out-2/', FOLDER))
}

function readFolder(folder: URL): MarkedSentence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readMarks)
}
