import { expect } from 'vitest'
import type { z } from 'zod'
import type { TestApi } from './api.ts'

interface Response200 {
  content?: Record<string, { schema: unknown }>
}

export interface Operation {
  method: string
  path: string
  responses: Record<string, Response200>
}

/** Every operation that the API documents. */
export function operationsOf({ app }: TestApi): Operation[] {
  return app.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === 'route' ? [definition.route as unknown as Operation] : [],
  )
}

/** Holds an answer against what its operation promises: status, media type and schema. */
export async function expectPromised(operation: Operation, answer: Response): Promise<void> {
  const { method, path, responses } = operation
  const promised = responses[answer.status]
  expect(promised, `${method} ${path} answers ${answer.status}, which it does not promise`).toBeDefined()
  const type = answer.headers.get('content-type')?.split(';')[0]
  if (!promised?.content || !type) return
  const content = promised.content[type]
  expect(content, `${method} ${path} answers ${type}, which it does not promise`).toBeDefined()
  if (!/^application\/(problem\+)?json$/.test(type)) return
  const schema = content?.schema as z.ZodType
  const value = await answer.json()
  expect(schema.safeParse(value).error, `${method} ${path}: ${JSON.stringify(value).slice(0, 500)}`).toBeUndefined()
}
