import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { damagePage, glossFamilies } from '@speeches/channel'

/** A page to be compared. */
export interface Page {
  /** Where it is from, for a person who looks for it. */
  name: string
  text: string
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Pages as they are: constructs, texts that must not change, whole pages, examples. */
const WRITTEN = ['tooling/fixtures/{constructs,must-not-change,pages/*}/*/input.txt', 'examples/*.txt']

/** Clean speeches, to be damaged as sites damage theirs. */
const CLEAN = 'tooling/fixtures/clean/*.txt'

/** What decides a random gloss set and the cuts that did not happen; for each family of sets. */
const SEEDS = [1, 2]

/** The share of cuts that did not happen. */
const MISSED_CUTS = 0.1

/** Every page written for the project, and pages of all families of damage; some are long collections. */
export function allPages(): Page[] {
  const clean = read(CLEAN)
  const collection = { name: 'all clean speeches', text: clean.map(({ text }) => text).join('\n') }
  return [...read(...WRITTEN), ...clean, ...[...clean, collection].flatMap(damaged)]
}

function damaged({ name, text }: Page): Page[] {
  return glossFamilies.flatMap((glosses) =>
    SEEDS.map((seed) => ({
      name: `${name}, damaged: ${glosses}, seed ${seed}`,
      text: damagePage(text, { glosses, seed, missedCuts: MISSED_CUTS }).page,
    })),
  )
}

function read(...patterns: readonly string[]): Page[] {
  return globSync(patterns, { cwd: ROOT })
    .sort()
    .map((path) => ({ name: path, text: readFileSync(join(ROOT, path), 'utf8') }))
}
