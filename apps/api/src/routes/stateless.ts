import { createRoute, z } from '@hono/zod-openapi'
import type { FormatName } from '@speeches/formats'
import { edit } from '@speeches/parser/schema'
import type { Context } from 'hono'
import { type ApiEnv, on, routeGroup } from '../context.ts'
import { READING } from '../http/auth.ts'
import { mediaTypeOf, pageOf } from '../http/body.ts'
import { answerLines, NDJSON } from '../http/ndjson.ts'
import { chooseFormat, FORMAT_NAMES } from '../http/negotiate.ts'
import { SANDBOX, VARY } from '../http/respond.ts'
import {
  BODY_PROBLEMS,
  flag,
  inFormats,
  json,
  listOf,
  NDJSON_ANSWER,
  NDJSON_BODY,
  pageBody,
  problems,
} from '../openapi.ts'
import type { PageFile, Task, Written } from '../pool/task.ts'
import { checkResult, restoreResult, written } from '../schemas.ts'
import type { Services } from '../services.ts'

const repairing = {
  only: listOf(edit.shape.rule.options, 'The repairs to make'),
  minCertainty: edit.shape.certainty.optional(),
}

const parsing = {
  restore: flag,
  annotate: flag,
  check: flag,
  resolveDates: flag.openapi({
    description: 'Give 去年 and 本月15日 the year and month that they have by the day the page was published.',
  }),
  ...repairing,
}

export const writing = {
  script: z.enum(['simplified', 'traditional']).optional().openapi({ description: 'The script to write in.' }),
  edits: flag.openapi({ description: 'Show what was repaired, where the format can.' }),
  ruby: flag.openapi({ description: 'Give glosses back as readings, where the format can.' }),
  scripts: flag.openapi({ description: 'Give the text in both scripts besides, where the format can.' }),
  tree: flag.openapi({
    description: 'Keep what the format has no words for, to read the same tree back (TEI, Markdown).',
  }),
  bom: flag.openapi({ description: 'Begin with a byte order mark, by which Excel knows UTF-8 (CSV).' }),
  guardFormulas: flag.openapi({ description: 'Keep cells from being run as formulas (CSV); true by default.' }),
}

/** What of a query says how to write. */
export const WRITING_NAMES = Object.keys(writing) as (keyof typeof writing)[]

export const to = z.enum(FORMAT_NAMES).optional().openapi({ description: 'The format; goes before Accept.' })

const PAGE_PROBLEMS = [...BODY_PROBLEMS, 'unreadable-page', 'too-much-work'] as const

/** What needs no store: a page in, what is to be known about it out. */
export function statelessRoutes({ pool, config, load }: Services) {
  return routeGroup().openapiRoutes([
    on(
      createRoute({
        method: 'post',
        path: '/v1/parse',
        tags: ['Pages'],
        summary: 'Parse a page',
        description: 'Tree, edits and messages; or the page in another format. Batches as NDJSON, answered in order.',
        security: READING,
        request: { query: z.strictObject({ to, ...writing, ...parsing }), body: pageBody(NDJSON_BODY) },
        responses: {
          200: withLines(inFormats(written, 'What was made of the page.')),
          ...problems('not-acceptable', ...PAGE_PROBLEMS),
        },
      }),
      (c) => {
        const query = c.req.valid('query')
        return answerPages(c, FORMAT_NAMES, query.to, (page, format) => ({
          kind: 'parse',
          page,
          options: given(query, ['restore', 'annotate', 'check', 'resolveDates', 'only', 'minCertainty']),
          writing: { to: format, ...given(query, WRITING_NAMES) },
        }))
      },
    ),

    on(
      createRoute({
        method: 'post',
        path: '/v1/convert',
        tags: ['Pages'],
        summary: 'Convert a page',
        description: 'The page, restored, in the format that `to` names. Batches as NDJSON.',
        security: READING,
        request: {
          query: z.strictObject({ to: z.enum(FORMAT_NAMES).openapi({ example: 'markdown' }), ...writing }),
          body: pageBody(NDJSON_BODY),
        },
        responses: { 200: withLines(inFormats(written, 'The page.')), ...problems(...PAGE_PROBLEMS) },
      }),
      (c) => {
        const query = c.req.valid('query')
        return answerPages(c, FORMAT_NAMES, query.to, (page, format) => ({
          kind: 'parse',
          page,
          options: {},
          writing: { to: format, ...given(query, WRITING_NAMES) },
        }))
      },
    ),

    on(
      createRoute({
        method: 'post',
        path: '/v1/restore',
        tags: ['Pages'],
        summary: 'Undo the damage to a page',
        description: 'The restored text with every edit; undone, they give the source back. Batches as NDJSON.',
        security: READING,
        request: { query: z.strictObject(repairing), body: pageBody(NDJSON_BODY) },
        responses: {
          200: withLines(json(restoreResult, 'Text, edits and messages.')),
          ...problems('not-acceptable', ...PAGE_PROBLEMS),
        },
      }),
      (c) => {
        const options = given(c.req.valid('query'), ['only', 'minCertainty'])
        return answerPages(c, ['json'], undefined, (page) => ({ kind: 'restore', page, options }))
      },
    ),

    on(
      createRoute({
        method: 'post',
        path: '/v1/check',
        tags: ['Pages'],
        summary: 'Tell what an editor should know',
        description: 'Messages with their places, and how many there are of each severity. Batches as NDJSON.',
        security: READING,
        request: { query: z.strictObject({}), body: pageBody(NDJSON_BODY) },
        responses: {
          200: withLines(json(checkResult, 'Messages.')),
          ...problems('not-acceptable', ...PAGE_PROBLEMS),
        },
      }),
      (c) => answerPages(c, ['json'], undefined, (page) => ({ kind: 'check', page, options: {} })),
    ),
  ])

  /** Answers one page in the format asked for or liked best, or a batch of them. */
  async function answerPages(
    c: Context<ApiEnv>,
    names: readonly FormatName[],
    asked: FormatName | undefined,
    taskFor: (page: PageFile, format: FormatName) => PageTask,
  ): Promise<Response> {
    if (mediaTypeOf(c) === NDJSON) {
      const format = asked ?? 'json'
      const width = 2 * config.threads
      return answerLines(c, { ...config, width, load }, (page) => run(taskFor(page, format), undefined, true), format)
    }
    const format = chooseFormat(names, asked, c.req.header('accept'))
    const { bytes, mediaType } = await run(taskFor(await pageOf(c, config), format), c.req.raw.signal)
    const sandbox = mediaType.startsWith('text/html') ? SANDBOX : {}
    return c.body(bytes, 200, { 'Content-Type': mediaType, Vary: VARY, ...sandbox })
  }

  async function run(task: PageTask, signal?: AbortSignal, isPatient?: boolean): Promise<Written> {
    if (task.kind === 'parse') return await pool.run<'parse'>(task, signal, isPatient)
    if (task.kind === 'restore') return await pool.run<'restore'>(task, signal, isPatient)
    return await pool.run<'check'>(task, signal, isPatient)
  }
}

type PageTask = Extract<Task, { kind: 'parse' | 'restore' | 'check' }>

/** The values of a query that were given. */
export function given<Query extends object, Name extends keyof Query>(
  query: Query,
  names: readonly Name[],
): { [Key in Name]?: NonNullable<Query[Key]> } {
  return Object.fromEntries(
    names.filter((name) => query[name] !== undefined).map((name) => [name, query[name]]),
  ) as never
}

function withLines<Response extends { content: object }>(response: Response): Response {
  return { ...response, content: { ...response.content, ...NDJSON_ANSWER } }
}
