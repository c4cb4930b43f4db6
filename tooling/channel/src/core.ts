export { CUT_MARKS, transmit } from '../../../packages/core/src/restore/byte-channel.ts'
export { type GlossForm, PLAIN, printGloss } from '../../../packages/core/src/restore/gloss/form.ts'
export { withoutTone } from '../../../packages/core/src/restore/gloss/syllable.ts'
