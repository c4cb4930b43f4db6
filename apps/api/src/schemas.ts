import { z } from '@hono/zod-openapi'
import type { ParseResult, RestoreResult } from '@speeches/parser'
import * as core from '@speeches/parser/schema'
import { PASSAGE_KINDS } from '@speeches/store'

/** The shapes of the store as the API answers them; core's own come from its schema, see core-schemas.ts. */

/** The id of a document, a speech or a passage. */
export const id = z.string().regex(/^[0-9a-v]{20}(-[0-9]{1,6})?$/)

/** A line of text without control characters. */
export const line = z
  .string()
  .min(1)
  .max(500)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .regex(/^[^\u0000-\u001f\u007f]*$/)

/** An ISO time, as exact as it is known. */
export const isoTime = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z?)?)?)?$/)
  .openapi({ example: '2023-11' })

export const cursor = z.string().min(1).max(1000).openapi({ description: 'What `next` was in the answer before.' })

export const script = z.enum(['traditional', 'simplified', 'mixed', 'none'])

const count = z.int().min(0)

/** OpenAPI refers to a named schema or null in this way alone. */
function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()])
}

const documentFields = {
  id,
  title: z.string().nullable(),
  published: z.string().nullable().openapi({ description: 'ISO local time, as exact as the page gave it.' }),
  editor: z.string().nullable(),
  author: z.string().nullable(),
  publication: z.string().nullable(),
  script,
  origin: z.string().nullable(),
  imported: z.string(),
  newest: z.boolean().openapi({ description: 'Whether it is the newest version of its page.' }),
  parser: z.string(),
  speeches: count,
  passages: count,
  characters: count,
}

export const documentSummary = z.object(documentFields).openapi('DocumentSummary')

const speechFields = {
  id,
  ordinal: z.int().min(1),
  item: z.int().min(1),
  heading: z.string().nullable(),
  salutation: z.string().nullable(),
  passages: count,
  characters: count,
}

export const speechSummary = z.object(speechFields).openapi('SpeechSummary')

export const version = z
  .object({ origin: z.string(), number: z.int().min(1), document: id, imported: z.string() })
  .openapi('Version')

export const storedDocument = z
  .object({
    ...documentFields,
    metadata: z.looseObject({ fields: z.record(z.string(), z.string()) }),
    contents: z.array(speechSummary),
    messages: z.record(z.string(), count).openapi({ description: 'How often each message rule was found.' }),
    versions: z.array(version),
    source: z.object({
      encoding: z.string(),
      format: z.string().nullable(),
      hash: z.string(),
      size: count,
    }),
  })
  .openapi('Document')

const range = z.object({ start: count, end: count })

const passageFields = {
  id,
  kind: z.enum(PASSAGE_KINDS),
  ordinal: z.int().min(1),
  text: z.string(),
  source: orNull(range).openapi({ description: 'Where it stands in the source, in UTF-16 code units.' }),
}

export const passage = z.object(passageFields).openapi('Passage')

const difference = z.object({ type: z.enum(['same', 'deleted', 'inserted']), text: z.string() })
const redirectFields = { from: z.string(), parser: z.string() }

export const storedSpeech = z
  .object({
    ...speechFields,
    document: documentSummary,
    announced: z.array(z.object({ text: z.string(), count: z.int().nullable() })),
    contents: z.array(passage),
    alsoIn: z.array(id),
    redirect: z.object(redirectFields).optional(),
  })
  .openapi('Speech')

export const storedPassage = z
  .object({
    ...passageFields,
    document: documentSummary,
    speech: orNull(speechSummary),
    previous: id.nullable(),
    next: id.nullable(),
    alsoIn: z.array(id),
    redirect: z.object({ ...redirectFields, difference: z.array(difference) }).optional(),
    context: z
      .object({ before: z.array(passage), behind: z.array(passage) })
      .openapi({ description: 'The passages around it, in order: as many as were asked for with `context`.' }),
  })
  .openapi('PassageInContext')

export const documentList = z
  .object({ items: z.array(documentSummary), next: z.string().nullable(), total: count.optional() })
  .openapi('DocumentList')

const facetValues = z.array(z.object({ value: z.string(), count }))

export const searchAnswer = z
  .object({
    hits: z.array(
      z.object({
        document: documentSummary,
        speech: orNull(speechSummary),
        passage,
        score: z.number(),
        ranges: z.array(z.object({ start: count, end: count, source: orNull(range) })),
        passages: count.optional(),
      }),
    ),
    total: z.object({ count, exact: z.boolean() }),
    next: z.string().nullable(),
    facets: z.object({
      kind: facetValues.optional(),
      year: facetValues.optional(),
      publication: facetValues.optional(),
      editor: facetValues.optional(),
      script: facetValues.optional(),
    }),
    suggestions: z.array(z.string()),
  })
  .openapi('SearchAnswer')

const counts = z.record(z.string(), count)

export const stats = z
  .object({
    documents: count,
    newest: count,
    speeches: count,
    passages: count,
    characters: count,
    sourceBytes: count,
    storedBytes: count,
    scripts: counts,
    parsers: counts,
    rules: counts,
  })
  .openapi('Stats')

export const figureList = z
  .object({
    items: z.array(
      z.looseObject({
        document: id,
        indicator: z.string().nullable(),
        value: z.number().nullable(),
        unit: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi('FigureList')

export const imported = z
  .object({
    id,
    status: z.enum(['created', 'version', 'unchanged']),
    replaces: id.optional(),
  })
  .openapi('Imported')

function fits(schema: z.ZodType): (value: unknown) => boolean {
  return (value) => schema.safeParse(value).success
}

/** core's own, by reference: zod-to-openapi does not follow the recursion in them, core's JSON Schema does. */
export const parseResult = z.custom<ParseResult>(fits(core.parseResult)).openapi('ParseResult', { type: 'object' })
export const restoreResult = z
  .custom<RestoreResult>(fits(core.restoreResult))
  .openapi('RestoreResult', { type: 'object' })
/** A result as JSON: the whole of it, or its figures (`to=figures`). */
export const written = z.union([parseResult, z.array(z.looseObject({}))])

export const edits = z.array(core.edit).openapi('Edits')
export const messages = z.array(core.message).openapi('Messages')

export const checkResult = z
  .object({ messages: z.array(core.message), errors: count, warnings: count, notes: count })
  .openapi('CheckResult')

export const problem = z
  .object({
    type: z.string().openapi({ description: 'Stays for ever: programs go by it.', example: '/problems/not-found' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'What is wrong.' }),
    advice: z.string().openapi({ description: 'What to do about it.' }),
    ruleId: z.string().optional().openapi({ description: 'The entry of the message reference.' }),
    errors: z.array(z.object({ where: z.string(), detail: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .openapi('Problem')

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** A page in a JSON body: as text, or as the bytes of a file in base64. */
const pageFields = {
  name: line.optional().openapi({ description: 'The file’s name: its extension tells what the content does not.' }),
  origin: line.optional().openapi({ description: 'Where the page is from: pages of one origin are its versions.' }),
}

export const textPage = z.strictObject({ text: z.string().min(1), ...pageFields })
export const filePage = z.strictObject({ base64: z.string().min(4).regex(BASE64), ...pageFields })
export const page = z.union([textPage, filePage]).openapi('Page')

export const importState = z
  .object({
    id: z.string(),
    state: z.enum(['waiting', 'running', 'finished']),
    created: z.string(),
    finished: z.string().nullable(),
    total: count,
    done: count.openapi({ description: 'Pages that are in the store.' }),
    failed: count.openapi({ description: 'Pages that cannot be read.' }),
  })
  .openapi('Import')

export const importItem = z
  .object({
    ordinal: z.int().min(1),
    name: z.string().nullable(),
    origin: z.string().nullable(),
    status: z.enum(['waiting', 'created', 'version', 'unchanged', 'failed']),
    document: id.nullable(),
    problem: orNull(problem),
  })
  .openapi('ImportItem')

export const scope = z.enum(['read', 'write', 'admin'])

export const key = z
  .object({ id: z.string(), name: z.string(), scopes: z.array(scope), created: z.string() })
  .openapi('Key')

export const field = z.enum(['salutation', 'heading', 'body', 'citation'])

export const savedSearch = z
  .object({
    id: z.string(),
    name: z.string(),
    query: z.string(),
    field: field.nullable(),
    created: z.string(),
    feed: z.string().openapi({ description: 'Where its feed is.' }),
  })
  .openapi('SavedSearch')
