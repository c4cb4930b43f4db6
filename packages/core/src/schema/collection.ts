import * as z from 'zod'
import { noise, phrasings } from './phrasing.ts'
import { position } from './position.ts'
import { heading, paragraph, speech } from './speech.ts'

const node = { position: position.optional() }

/** One header line or part of it, as printed. */
export const field = z.object({
  type: z.literal('field'),
  name: z.string(),
  value: z.string(),
  ...node,
})

export const header = z.object({
  type: z.literal('header'),
  children: z.array(z.discriminatedUnion('type', [field, noise])),
  ...node,
})

/** Site prose before the first item. */
export const preface = z.object({
  type: z.literal('preface'),
  children: z.array(paragraph),
  ...node,
})

/** Site prose inside an item, before or around a speech. */
export const editorNote = z.object({
  type: z.literal('editorNote'),
  children: phrasings,
  ...node,
})

/** One 篇 of a collection; a page that is no collection is one item without heading. */
export const item = z.object({
  type: z.literal('item'),
  /** Place on the page, from 1. */
  ordinal: z.int().min(1),
  /** What the page printed, or null. */
  printedOrdinal: z.int().nullable(),
  children: z.array(z.discriminatedUnion('type', [heading, editorNote, speech, noise])),
  ...node,
})

/** A link to another page: its title, and label and count from its bracket, (優秀20篇). */
export const relatedLink = z.object({
  type: z.literal('relatedLink'),
  title: z.string(),
  label: z.string().nullable(),
  count: z.int().nullable(),
  ...node,
})

export const related = z.object({
  type: z.literal('related'),
  children: z.array(z.discriminatedUnion('type', [relatedLink, noise])),
  ...node,
})

/** What the header lines mean. */
export const metadata = z.object({
  /** ISO local time, as exact as the page; null where it is not given or its year is elided. */
  published: z.string().nullable(),
  editor: z.string().nullable(),
  author: z.string().nullable(),
  source: z.string().nullable(),
  format: z.string().nullable(),
  /** Every header line as printed, key to value. */
  fields: z.record(z.string(), z.string()),
})

/** The page: a collection of speeches. */
export const collection = z.object({
  type: z.literal('collection'),
  title: z.string().nullable(),
  /** Where the title comes from: a printed line, the common stem of the item headings, or nowhere. */
  titleFrom: z.enum(['line', 'stem']).nullable(),
  metadata,
  children: z.array(z.discriminatedUnion('type', [header, heading, preface, item, related, noise])),
  ...node,
})

export type Field = z.infer<typeof field>
export type Header = z.infer<typeof header>
export type Preface = z.infer<typeof preface>
export type EditorNote = z.infer<typeof editorNote>
export type Item = z.infer<typeof item>
export type RelatedLink = z.infer<typeof relatedLink>
export type Related = z.infer<typeof related>
export type Metadata = z.infer<typeof metadata>
export type Collection = z.infer<typeof collection>
