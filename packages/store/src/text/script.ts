import { simplifiedOnly } from '../generated/characters.ts'
import type { Script } from '../store.ts'
import { foldText } from './fold.ts'

const SIMPLIFIED = 1
const TRADITIONAL = 2

let scripts: Uint8Array | undefined

function scriptTable(): Uint8Array {
  if (scripts) return scripts
  scripts = new Uint8Array(0x10000)
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code)
    if (foldText(character) !== character) scripts[code] = TRADITIONAL
  }
  for (let i = 0; i < simplifiedOnly.length; i++) scripts[simplifiedOnly.charCodeAt(i)] = SIMPLIFIED
  return scripts
}

/** The rarer script has to have such a part of the characters that tell before a text is called mixed. */
const PART = 0.2

/** The script that texts are written in, by the characters that are at home in one script only. */
export function scriptOf(texts: Iterable<string>): Script {
  const table = scriptTable()
  const counts: [number, number, number] = [0, 0, 0]
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const script = table[text.charCodeAt(i)] as 0 | 1 | 2
      counts[script]++
    }
  }
  const [, simplified, traditional] = counts
  const told = simplified + traditional
  if (told === 0) return 'none'
  if (Math.min(simplified, traditional) > PART * told) return 'mixed'
  return traditional > simplified ? 'traditional' : 'simplified'
}
