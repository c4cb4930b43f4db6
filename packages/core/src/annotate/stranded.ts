import { signsOf } from './signs.ts'
import type { Annotator } from './span.ts'

/**
 * Particles that stand together only where the word between them is gone.
 *
 *     緊密團結在以為的黨中央周圍    迎接黨的的召開
 *               ^^^                   ^^
 */
const PARTICLES =
  /以(?:同志)?为(?=(?:核心|总书记|班长|首)的(?:党中央|中央|领导集体))|以(?:同志)?为的(?=党中央|中央|领导集体)|(?<=党)的的|(?<=党)的(?=以来|胜利召开|召开)/g

/** Places where a name was taken out and nothing put in: an elision is what is left around it. */
export const stranded: Annotator = {
  needs: signsOf('stranded'),
  find({ folded }, found) {
    for (const { 0: left, index } of folded.matchAll(PARTICLES)) {
      const kind = left.includes('为') ? 'name' : 'word'
      found.push({ start: index, end: index + left.length, annotation: { type: 'elision', kind } })
    }
  },
}
