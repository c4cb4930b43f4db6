import { isStoreError } from '@speeches/store'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ApiEnv } from '../context.ts'
import { ApiError, PROBLEMS, type ProblemDetails, type ProblemName, problemBody } from '../problems.ts'
import { storeProblem } from '../store-problem.ts'
import type { Log } from './log.ts'

/** Answers a problem as `application/problem+json`. What was a fault is logged, and not told. */
export function answerError(error: unknown, c: Context<ApiEnv>, log: Log): Response {
  const { problem, details } = troubleOf(error)
  const requestId = c.get('requestId')
  const isFault = problem === 'fault'
  if (isFault) log.error('fault', { id: requestId, error: stackOf(error) })
  const body = problemBody(problem, isFault ? {} : details, requestId)
  return c.body(JSON.stringify(body), PROBLEMS[problem].status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...details.headers,
  })
}

function troubleOf(error: unknown): { problem: ProblemName; details: ProblemDetails } {
  if (error instanceof ApiError) return { problem: error.problem, details: error.details }
  if (isStoreError(error)) return storeProblem(error)
  if (error instanceof HTTPException && error.status === 415) return { problem: 'unsupported-media-type', details: {} }
  if (error instanceof HTTPException && error.status < 500) {
    return { problem: 'invalid-body', details: { detail: `${error.message}.` } }
  }
  return { problem: 'fault', details: {} }
}

function stackOf(error: unknown): string {
  if (error instanceof ApiError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
