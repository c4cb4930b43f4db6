import { Scalar } from '@scalar/hono-api-reference'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import { routeGroup } from './context.ts'
import { coreSchemas } from './core-schemas.ts'
import { identify } from './http/auth.ts'
import { readJsonBody } from './http/body.ts'
import { answerError } from './http/errors.ts'
import { admit, record } from './http/front.ts'
import { sendJson } from './http/respond.ts'
import { unknownPath } from './http/unknown-path.ts'
import { documentRoutes } from './routes/documents.ts'
import { exportRoutes } from './routes/export.ts'
import { feedRoutes } from './routes/feeds.ts'
import { importRoutes } from './routes/imports.ts'
import { keyRoutes } from './routes/keys.ts'
import { metaRoutes, scalarScript } from './routes/meta.ts'
import { passageRoutes } from './routes/passages.ts'
import { searchRoutes } from './routes/search.ts'
import { statelessRoutes } from './routes/stateless.ts'
import { page } from './schemas.ts'
import { createServices, type Parts, type Services } from './services.ts'

/** What a document of the API says first. */
const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Speeches',
    version: '1',
    license: { name: 'MIT', identifier: 'MIT' },
    description:
      'Restores, parses, checks, stores and finds Chinese speeches. Every error is a problem (RFC 9457) whose `type` ' +
      'stays; what is to go is marked `deprecated` here, and with the headers Deprecation and Sunset, for six months ' +
      'at least.',
  },
  servers: [{ url: '/' }],
}

/** Compressed are answers from so many bytes on. */
const COMPRESSED = 1024

/**
 * The API over a store and a pool: requests in, answers out, without a server.
 *
 * @param closing aborted when the server is about to stop
 */
export function createApi(parts: Parts, closing: AbortSignal = new AbortController().signal) {
  const services = createServices(parts, closing)
  return { app: createApp(services), services }
}

/** All routes, and what every request passes on its way to them. */
function createApp(services: Services) {
  const { config, log } = services
  const app = routeGroup()
  app.onError((error, c) => answerError(error, c, log))
  app.notFound((c) => unknownPath(c, app.routes))
  app.use(record(services))
  if (config.origins.length > 0) app.use(cors(corsOptions(config.origins)))
  app.use(admit(services))
  app.use(compressed())
  app.use(identify(services))
  app.use(readJsonBody(['/v1/keys', '/v1/searches'], config))

  // Bodies of many media types refer to it by name.
  app.openAPIRegistry.register('Page', page)
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key of the API: `Authorization: Bearer sp_…`.',
  })
  let document: object | undefined
  app.get('/openapi.json', (c) => {
    document ??= describe(app.getOpenAPI31Document(ABOUT))
    return sendJson(c, document)
  })
  app.get(
    '/docs',
    Scalar({
      url: '/openapi.json',
      cdn: '/assets/scalar.js',
      pageTitle: 'Speeches',
      telemetry: false,
      withDefaultFonts: false,
    }),
  )
  app.get('/assets/scalar.js', scalarScript)
  app.get('/', (c) => c.redirect('/docs'))

  return app
    .route('/', metaRoutes(services))
    .route('/', statelessRoutes(services))
    .route('/', documentRoutes(services))
    .route('/', passageRoutes(services))
    .route('/', searchRoutes(services))
    .route('/', exportRoutes(services))
    .route('/', importRoutes(services))
    .route('/', feedRoutes(services))
    .route('/', keyRoutes(services))
}

/** Compresses for those who ask for it; what they do not ask for costs them nothing. */
function compressed(): MiddlewareHandler {
  const middleware = compress({ threshold: COMPRESSED })
  return (c, next) => (c.req.header('accept-encoding') === undefined ? next() : middleware(c, next))
}

/** The document with core's schemas, which are made from core's own, and a name for each operation. */
function describe(document: { components?: { schemas?: object }; paths?: object }): object {
  const schemas = { ...document.components?.schemas, ...coreSchemas() }
  const paths = Object.entries(document.paths ?? {}).map(([path, operations]) => [path, named(path, operations)])
  return { ...document, paths: Object.fromEntries(paths), components: { ...document.components, schemas } }
}

/** The operations of a path, each with the name that generated clients call it by. */
function named(path: string, operations: object): object {
  const all = Object.entries(operations).map(([method, operation]) => {
    return [method, { operationId: operationId(method, path), ...operation }]
  })
  return Object.fromEntries(all)
}

/** `get`, `/v1/documents/{id}/source` → `getDocumentsByIdSource` */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/v1/, '')
    .replace(/\{(\w+)\}/g, 'by/$1')
    .split(/[/.]/)
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function corsOptions(origins: readonly string[]) {
  return {
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'HEAD', 'POST', 'DELETE'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-None-Match',
      'Last-Event-ID',
      'X-Request-Id',
    ],
    exposeHeaders: [
      'Deprecation',
      'ETag',
      'Location',
      'RateLimit',
      'RateLimit-Policy',
      'Retry-After',
      'Sunset',
      'X-Request-Id',
    ],
    maxAge: 600,
  }
}
