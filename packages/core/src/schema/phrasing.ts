import * as z from 'zod'
import { type Position, position } from './position.ts'

const node = { position: position.optional() }

/** The children of a parent in running text; spelled out as a type because the schema is recursive. */
export const phrasings: z.ZodType<Phrasing[]> = z.lazy(() => z.array(phrasing))

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
  children: phrasings,
  ...node,
})

/** Quoted words, marks included: “…” 「…」. */
export const quotation = z.object({
  type: z.literal('quotation'),
  children: phrasings,
  ...node,
})

/** A date or period: whole ones carry `iso`, partial ones the fields that are printed. */
export const date = z.object({
  type: z.literal('date'),
  iso: z.string().optional(),
  year: z.int().optional(),
  month: z.int().optional(),
  day: z.int().optional(),
  children: phrasings,
  ...node,
})

/** A figure: `number` with 萬 and 億 multiplied out, `unit` what remains. */
export const quantity = z.object({
  type: z.literal('quantity'),
  number: z.number(),
  unit: z.string(),
  measure: z.string().optional(),
  change: z.number().optional(),
  children: phrasings,
  ...node,
})

/**
 * What a name was known by.
 * - `title-before`: 市委書記周明遠; `title-behind`: 周主席, 趙鐵生村長; `comrade`: a given name alone, 樹林同志.
 * - `suffix`: the word that ends a name of its kind, 石橋鎮, 雲溪機械有限公司; `body`: a body of a level, 市委, 縣總工會.
 */
export const nameRule = z.enum(['title-before', 'title-behind', 'comrade', 'suffix', 'body'])

/** A bare name, without office or 同志. */
export const name = z.object({
  type: z.literal('name'),
  kind: z.enum(['person', 'place', 'organization']),
  /** The office or form of address printed beside a person's name: 市委書記, 老師, 同志. */
  title: z.string().optional(),
  /** What the name was known by. */
  rule: nameRule.optional(),
  children: phrasings,
  ...node,
})

/** What may stand in a line of text. */
export const phrasing = z.discriminatedUnion('type', [
  text,
  elision,
  enumerator,
  marker,
  noise,
  citation,
  quotation,
  date,
  quantity,
  name,
])

export type Text = z.infer<typeof text>
export type Elision = z.infer<typeof elision>
export type Enumerator = z.infer<typeof enumerator>
export type Marker = z.infer<typeof marker>
export type Noise = z.infer<typeof noise>

interface Parent<Type extends string> {
  type: Type
  children: Phrasing[]
  position?: Position | undefined
}

export interface Citation extends Parent<'citation'> {}
export interface Quotation extends Parent<'quotation'> {}
export interface DateNode extends Parent<'date'> {
  iso?: string | undefined
  year?: number | undefined
  month?: number | undefined
  day?: number | undefined
}
export interface Quantity extends Parent<'quantity'> {
  number: number
  unit: string
  measure?: string | undefined
  change?: number | undefined
}
export interface Name extends Parent<'name'> {
  kind: 'person' | 'place' | 'organization'
  title?: string | undefined
  rule?: z.infer<typeof nameRule> | undefined
}
export type Phrasing = Text | Elision | Enumerator | Marker | Noise | Citation | Quotation | DateNode | Quantity | Name
