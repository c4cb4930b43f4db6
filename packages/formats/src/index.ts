export type { Encoding, InvalidBytes, Reading, Refusal, Source } from './read/reading.ts'
export { type ReaderName, readers, type WriterName, writers } from './registry.ts'
export type { Writer } from './write/writer.ts'
