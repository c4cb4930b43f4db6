import { readdirSync, readFileSync } from 'node:fs'
import { type MarkedSentence, readMarks } from './marks.ts'

const FOLDER = new URL('../../../fixtures/sentences/', import.meta.url)

/** The marked sentences of the repository that rules may be made from. */
export function readSentences(): MarkedSentence[] {
  return readFolder(FOLDER)
}

/** The folders of sentences that were set aside, the oldest first (see the README of the sentences). */
export const HELD_OUT = [
  'held-out',
  'held-out-2',
  'held-out-3',
  'held-out-4',
  'held-out-5',
  'held-out-6',
  'held-out-7',
] as const

/** Sentences that were set aside before the rules were run on them. */
export function readHeldOut(folder: (typeof HELD_OUT)[number]): MarkedSentence[] {
  return readFolder(new URL(`${folder}/`, FOLDER))
}

function readFolder(folder: URL): MarkedSentence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readMarks)
}
