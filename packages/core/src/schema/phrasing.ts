import * as z from 'zod'
import { position } from './position.ts'

const node = { position: position.optional() }

/** Spoken text as restored. */
export const text = z.object({ type: z.literal('text'), value: z.string(), ...node })

/** A place where the site took words out: 20xx, ××, an empty “”. */
export const elision = z.object({
  type: z.literal('elision'),
  kind: z.enum(['year', 'ordinal', 'number', 'name', 'quotation', 'word']),
  value: z.string(),
  ...node,
})

/** A counting word in running text: 一是, 首先, ①. */
export const enumerator = z.object({
  type: z.literal('enumerator'),
  value: z.string(),
  ordinal: z.int(),
  ...node,
})

/** The number of a heading or list item as printed, with its delimiter: 一、 (1) 第一, */
export const marker = z.object({ type: z.literal('marker'), value: z.string(), ...node })

/** Text that is not the speaker's nor the editor's: navigation, advertisements, page numbers. */
export const noise = z.object({
  type: z.literal('noise'),
  kind: z.enum([
    'navigation',
    'advertisement',
    'pagination',
    'repeated-title',
    'contents',
    'truncation',
    'footer',
    'comment',
    'markup',
  ]),
  value: z.string(),
  ...node,
})

/** A cited title, brackets included: 《…》. */
export const citation = z.object({
  type: z.literal('citation'),
  get children(): z.ZodArray<typeof phrasing> {
    return z.array(phrasing)
  },
  ...node,
})

/** Quoted words, marks included: “…” 「…」. */
export const quotation = z.object({
  type: z.literal('quotation'),
  get children(): z.ZodArray<typeof phrasing> {
    return z.array(phrasing)
  },
  ...node,
})

/** A date or period: whole ones carry `iso`, partial ones the fields that are printed. */
export const date = z.object({
  type: z.literal('date'),
  iso: z.string().optional(),
  year: z.int().optional(),
  month: z.int().optional(),
  day: z.int().optional(),
  get children(): z.ZodArray<typeof phrasing> {
    return z.array(phrasing)
  },
  ...node,
})

/** A figure: `number` with 萬 and 億 multiplied out, `unit` what remains. */
export const quantity = z.object({
  type: z.literal('quantity'),
  number: z.number(),
  unit: z.string(),
  measure: z.string().optional(),
  change: z.number().optional(),
  get children(): z.ZodArray<typeof phrasing> {
    return z.array(phrasing)
  },
  ...node,
})

/** A bare name, without office or 同志. */
export const name = z.object({
  type: z.literal('name'),
  kind: z.enum(['person', 'place', 'organization']),
  get children(): z.ZodArray<typeof phrasing> {
    return z.array(phrasing)
  },
  ...node,
})

/** What may stand in a line of text. */
export const phrasing: z.ZodDiscriminatedUnion<
  [
    typeof text,
    typeof elision,
    typeof enumerator,
    typeof marker,
    typeof noise,
    typeof citation,
    typeof quotation,
    typeof date,
    typeof quantity,
    typeof name,
  ]
> = z.discriminatedUnion('type', [text, elision, enumerator, marker, noise, citation, quotation, date, quantity, name])

export type Text = z.infer<typeof text>
export type Elision = z.infer<typeof elision>
export type Enumerator = z.infer<typeof enumerator>
export type Marker = z.infer<typeof marker>
export type Noise = z.infer<typeof noise>
export type Citation = z.infer<typeof citation>
export type Quotation = z.infer<typeof quotation>
export type DateNode = z.infer<typeof date>
export type Quantity = z.infer<typeof quantity>
export type Name = z.infer<typeof name>
export type Phrasing = z.infer<typeof phrasing>
