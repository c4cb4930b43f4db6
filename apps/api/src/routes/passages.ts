import { createRoute, z } from '@hono/zod-openapi'
import type { FormatName } from '@speeches/formats'
import type { Passage, Store, StoredPassage } from '@speeches/store'
import type { Context } from 'hono'
import { type ApiEnv, on, routeGroup } from '../context.ts'
import { READING } from '../http/auth.ts'
import { CITATION_NAMES, chooseFormat } from '../http/negotiate.ts'
import { etagOf, jsonAnswer, send } from '../http/respond.ts'
import { idOf, inFormats, numberIn, problems } from '../openapi.ts'
import { ApiError } from '../problems.ts'
import { id, storedPassage, storedSpeech } from '../schemas.ts'
import type { Services } from '../services.ts'

/** What a speech or passage can be had as. */
const FORMATS: ['json', ...FormatName[]] = ['json', ...CITATION_NAMES]

const where = {
  document: id.optional().openapi({ description: 'As it stands there, and not on the newest page that has it.' }),
  to: z.enum(FORMATS).optional().openapi({ description: 'The whole of it, or a citation: goes before Accept.' }),
}

/** As many passages as are given before and behind one. */
const MOST_CONTEXT = 10

/** Speeches and passages by their permalinks. */
export function passageRoutes({ store, pool, answers }: Services) {
  return routeGroup().openapiRoutes([
    on(
      createRoute({
        method: 'get',
        path: '/v1/speeches/{id}',
        tags: ['Passages'],
        summary: 'Get a speech, or cite it',
        security: READING,
        request: { params: idOf('speech'), query: z.strictObject(where) },
        responses: {
          200: inFormats(storedSpeech, 'The speech with all its passages, or a reference to it.', FORMATS),
          304: { description: 'It is what the client has: see If-None-Match.' },
          ...problems('not-found', 'not-acceptable'),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const { document, to } = c.req.valid('query')
        const format = chooseFormat(FORMATS, to, c.req.header('accept'))
        if (format !== 'json') return await cite(c, await speechOf(id, document), format)
        const answer = await answers.get(`speech ${id} ${document}`, async () =>
          jsonAnswer(await speechOf(id, document)),
        )
        return send(c, answer)
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/paragraphs/{id}',
        tags: ['Passages'],
        summary: 'Get a paragraph with what stands around it, or cite it',
        description:
          'Any passage that has a name: paragraphs, points, closings, headings. Where a newer parser gave the name up, ' +
          'its successor comes with `redirect`.',
        security: READING,
        request: {
          params: idOf('paragraph'),
          query: z.strictObject({
            ...where,
            context: numberIn(0, MOST_CONTEXT).openapi({ description: 'Passages before and behind it; 1 by default.' }),
          }),
        },
        responses: {
          200: inFormats(storedPassage, 'The passage, or a reference to it.', FORMATS),
          304: { description: 'It is what the client has: see If-None-Match.' },
          ...problems('not-found', 'not-acceptable'),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const { document, to, context = 1 } = c.req.valid('query')
        const format = chooseFormat(FORMATS, to, c.req.header('accept'))
        if (format !== 'json') return await cite(c, citable(await passageOf(id, document)), format)
        const answer = await answers.get(`passage ${id} ${document} ${context}`, async () => {
          const passage = await passageOf(id, document)
          return jsonAnswer({ ...passage, context: await contextOf(store, passage, context) })
        })
        return send(c, answer)
      },
    ),
  ])

  async function speechOf(id: string, document: string | undefined) {
    const speech = await store.getSpeech(id, document)
    if (speech) return speech
    throw new ApiError('not-found', { detail: `There is no speech ${id}${document ? ` in ${document}` : ''}.` })
  }

  async function passageOf(id: string, document: string | undefined) {
    const passage = await store.getPassage(id, document)
    if (passage) return passage
    throw new ApiError('not-found', { detail: `There is no passage ${id}${document ? ` in ${document}` : ''}.` })
  }

  async function cite(
    c: Context<ApiEnv>,
    { id, document }: { id: string; document: { id: string } },
    format: FormatName,
  ): Promise<Response> {
    const { bytes, mediaType } = await pool.run<'document'>({
      kind: 'document',
      id: document.id,
      writing: { to: format, node: id },
    })
    return send(c, { body: bytes, mediaType, etag: etagOf(bytes) })
  }
}

/** The kinds of passages that can be cited by themselves. */
const CITABLE: readonly Passage['kind'][] = ['paragraph', 'listItem', 'closing']

/** The passage, or the speech that it heads or opens. */
function citable({ id, kind, speech, document }: StoredPassage): { id: string; document: { id: string } } {
  if (CITABLE.includes(kind)) return { id, document }
  if (speech) return { id: speech.id, document }
  throw new ApiError('not-acceptable', {
    detail: `${id} is no part of a speech: there is no citation of it.`,
    advice: 'Cite a speech or a paragraph.',
  })
}

/** The passages before and behind one in its document, `count` each, as far as there are so many. */
async function contextOf(
  store: Store,
  { document, previous, next }: StoredPassage,
  count: number,
): Promise<{ before: Passage[]; behind: Passage[] }> {
  const walk = async (from: string | null, step: 'previous' | 'next') => {
    const found: Passage[] = []
    for (let id = from; id !== null && found.length < count; ) {
      const passage = await store.getPassage(id, document.id)
      if (!passage) break
      const { kind, ordinal, text, source } = passage
      found.push({ id: passage.id, kind, ordinal, text, source })
      id = passage[step]
    }
    return found
  }
  const [before, behind] = await Promise.all([walk(previous, 'previous'), walk(next, 'next')])
  return { before: before.reverse(), behind }
}
