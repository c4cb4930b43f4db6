import { readings } from '../../generated/readings.ts'
import { bytesOf, createRangeDecoder } from '../shift/range-decoder.ts'
import { codeReadings } from './reading-code.ts'

let table: ReadonlyMap<string, readonly number[]> | undefined

/** The characters of each reading, as UTF-16 code units from the least on, in the forms of traditional text: yè → 業 … ; made on first use. */
export function readingTable(): ReadonlyMap<string, readonly number[]> {
  if (table) return table
  const decoder = createRangeDecoder(bytesOf(readings))
  const charsOf = codeReadings((chances, index) => decoder.bit(chances, index), new Map())
  for (const chars of charsOf.values()) chars.sort((a, b) => a - b)
  table = charsOf
  return table
}
