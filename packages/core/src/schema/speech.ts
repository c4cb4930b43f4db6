import * as z from 'zod'
import { type Noise, noise, phrasings } from './phrasing.ts'
import { type Position, position } from './position.ts'

const node = { position: position.optional() }

/** A hash of the normalized text (96 bits in base 32), with `-2`, `-3` … for later occurrences on the page. */
const id = z.string()

/** One paragraph of spoken text; torn lines are joined, one leaf a piece. */
export const paragraph = z.object({ type: z.literal('paragraph'), id, children: phrasings, ...node })

/** A section's heading: its `marker` first, if it has one. */
export const heading = z.object({ type: z.literal('heading'), children: phrasings, ...node })

/** Who speaks, where, when; a subtitle; a speaker label. */
export const byline = z.object({ type: z.literal('byline'), children: phrasings, ...node })

/** The address that opens a speech, colon included: 同志們： */
export const salutation = z.object({ type: z.literal('salutation'), children: phrasings, ...node })

/** An address on a line of its own inside a speech. */
export const readdress = z.object({ type: z.literal('readdress'), children: phrasings, ...node })

/** A stage direction: (掌聲) */
export const stage = z.object({ type: z.literal('stage'), children: phrasings, ...node })

/** A point that heads nothing: its marker first, if it has one, then its text. */
export const listItem = z.object({ type: z.literal('listItem'), id, children: phrasings, ...node })

export const list = z.object({ type: z.literal('list'), children: z.array(listItem), ...node })

/** How a speech ends, one node a line. */
export const closing = z.object({
  type: z.literal('closing'),
  id,
  kind: z.enum(['peroration', 'wish', 'thanks', 'completion', 'signature', 'date']),
  children: phrasings,
  ...node,
})

/** The systems of numbers in use: 一、 (一) 1. (1) ① 第一, 一是, and none. */
export const series = z.enum([
  'han',
  'paren-han',
  'arabic',
  'paren-arabic',
  'circled',
  'ordinal-word',
  'first-is',
  'none',
])

/** A numbered part of a speech. Depth is nesting as this speech uses it, from 1. */
export const section = z.object({
  type: z.literal('section'),
  depth: z.int().min(1),
  /** As printed, with its delimiter: 一、 */
  marker: z.string(),
  ordinal: z.int(),
  series,
  /** `heading`: a line of its own; `run-in`: first sentence of a paragraph; `embedded`: mid-line. */
  kind: z.enum(['heading', 'run-in', 'embedded']),
  children: z.lazy((): z.ZodType<SectionContent[]> => z.array(sectionContent)),
  ...node,
})

export const sectionContent = z.discriminatedUnion('type', [heading, paragraph, list, section, stage, readdress, noise])

/** A promise of what follows; `count` is null for 幾點. */
export const announcement = z.object({ text: z.string(), count: z.int().nullable() })

export const speech = z.object({
  type: z.literal('speech'),
  id,
  announced: z.array(announcement),
  children: z.array(
    z.discriminatedUnion('type', [byline, salutation, readdress, paragraph, list, section, stage, closing, noise]),
  ),
  ...node,
})

export type Paragraph = z.infer<typeof paragraph>
export type Heading = z.infer<typeof heading>
export type Byline = z.infer<typeof byline>
export type Salutation = z.infer<typeof salutation>
export type Readdress = z.infer<typeof readdress>
export type Stage = z.infer<typeof stage>
export type ListItem = z.infer<typeof listItem>
export type List = z.infer<typeof list>
export type Closing = z.infer<typeof closing>
export type Series = z.infer<typeof series>
export interface Section {
  type: 'section'
  depth: number
  marker: string
  ordinal: number
  series: Series
  kind: 'heading' | 'run-in' | 'embedded'
  children: SectionContent[]
  position?: Position | undefined
}
export type SectionContent = Heading | Paragraph | List | Section | Stage | Readdress | Noise
export type Announcement = z.infer<typeof announcement>
export type Speech = z.infer<typeof speech>
export type SpeechContent = Speech['children'][number]
