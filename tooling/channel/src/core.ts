export { CUT_MARKS, transmit } from '../../../packages/core/src/restore/byte-channel.ts'
