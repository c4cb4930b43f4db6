import { readdirSync, readFileSync } from 'node:fs'
import { type MarkedSentence, readMarks } from './marks.ts'

const FOLDER = new URL('../../../fixtures/sentences/', import.meta.url)

/** The marked sentences of the repository. */
export function readSentences(folder: URL = FOLDER): MarkedSentence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readMarks)
}
