export {
  type DamagedPage,
  type DamageOptions,
  damagePage,
  type GlossFormName,
  glossForms,
  type TrueSpan,
} from './damage-page.ts'
export { type GlossFamily, glossFamilies, glossSet } from './gloss-sets.ts'
export { createRandom } from './random.ts'
export { characters, toTraditional } from './table.ts'
