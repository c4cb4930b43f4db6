/**
 * Everything that can go wrong, by the name that stays: the last part of `type` in an answer.
 * `advice` is what to do where the place that found the trouble knows nothing better.
 */
export const PROBLEMS = {
  'invalid-parameter': {
    status: 400,
    title: 'A parameter cannot be used',
    advice: 'See `errors` for each, and /docs for what is allowed.',
  },
  'invalid-body': {
    status: 400,
    title: 'The body cannot be read',
    advice: 'See `errors` for each place, and /docs for what is allowed.',
  },
  'invalid-request': {
    status: 400,
    title: 'This is no request',
    advice: 'Send HTTP/1.1 with the header Host, one length, and a path of ASCII characters.',
  },
  'key-needed': {
    status: 401,
    title: 'A key is needed',
    advice: 'Send `Authorization: Bearer <key>` with a key that stands.',
  },
  'scope-needed': { status: 403, title: 'The key may not do this', advice: 'Use a key with the scope that is named.' },
  'not-found': { status: 404, title: 'There is no such thing', advice: 'Check the id.' },
  'unknown-path': { status: 404, title: 'There is nothing at this path', advice: 'See /docs for all paths.' },
  'method-not-allowed': {
    status: 405,
    title: 'The path does not know this method',
    advice: 'Use one of those in the header Allow.',
  },
  'not-acceptable': {
    status: 406,
    title: 'It cannot be written in a format that is accepted',
    advice: 'Name another with `?to=` or in the header Accept.',
  },
  'slow-body': { status: 408, title: 'The body took too long to arrive', advice: 'Send it again, or in parts.' },
  conflict: { status: 409, title: 'It contradicts an earlier request', advice: 'Use another Idempotency-Key.' },
  'too-large': { status: 413, title: 'The body is too large', advice: 'Send it in parts.' },
  'unsupported-media-type': {
    status: 415,
    title: 'Bodies of this media type are not read here',
    advice: 'Send one of the media types that /docs names.',
  },
  'unreadable-page': { status: 422, title: 'The page cannot be read', advice: 'Save the page again.' },
  'unusable-query': { status: 422, title: 'This cannot be looked for', advice: 'Give at least one word.' },
  'unusable-cursor': { status: 422, title: 'The cursor is none of this list', advice: 'Begin again without one.' },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    advice: 'Wait as many seconds as the header Retry-After says.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers or the path are too long',
    advice: 'Send less than 16 KB of them.',
  },
  fault: {
    status: 500,
    title: 'This is a fault of the program',
    advice: 'Please report it with the request id.',
  },
  busy: { status: 503, title: 'Too much is being done already', advice: 'Try again in a moment.' },
  'too-much-work': {
    status: 503,
    title: 'The page took too long',
    advice: 'Send it in parts.',
  },
  'store-unavailable': { status: 503, title: 'The store cannot be used', advice: 'Try again in a moment.' },
} as const satisfies Record<string, { status: number; title: string; advice: string }>

export type ProblemName = keyof typeof PROBLEMS

/** What is wrong at one place of a request. */
export interface Fault {
  /** `query.limit`, `body.pages.0.text`, `header.accept`. */
  where: string
  detail: string
}

/** More about a problem than its name. */
export interface ProblemDetails {
  detail?: string
  advice?: string
  errors?: readonly Fault[]
  /** The message of the catalogue (docs/messages.md) that says why a page cannot be read. */
  ruleId?: string
  headers?: Readonly<Record<string, string>>
}

/** Ends a request with a problem. */
export class ApiError extends Error {
  readonly problem: ProblemName
  readonly details: ProblemDetails

  constructor(problem: ProblemName, details: ProblemDetails = {}) {
    super(details.detail ?? PROBLEMS[problem].title)
    this.problem = problem
    this.details = details
  }
}

/** RFC 9457. */
export interface ProblemBody {
  type: string
  title: string
  status: number
  detail: string
  advice: string
  ruleId?: string
  errors?: readonly Fault[]
  requestId?: string
}

/** A problem as it is answered. */
export function problemBody(problem: ProblemName, details: ProblemDetails = {}, requestId?: string): ProblemBody {
  const { status, title, advice } = PROBLEMS[problem]
  const { ruleId, errors } = details
  return {
    type: `/problems/${problem}`,
    title,
    status,
    detail: details.detail ?? `${title}.`,
    advice: details.advice ?? advice,
    ...(ruleId !== undefined && { ruleId }),
    ...(errors && { errors }),
    ...(requestId !== undefined && { requestId }),
  }
}
