import * as z from 'zod'

/** A place in the source: line and column from 1, offset from 0, in UTF-16 code units (unist `Point`). */
export const point = z.object({
  line: z.int().min(1),
  column: z.int().min(1),
  offset: z.int().min(0),
})

/** A stretch of the source, `end` exclusive (unist `Position`). */
export const position = z.object({ start: point, end: point })

export type Point = z.infer<typeof point>
export type Position = z.infer<typeof position>
