import { writeFileSync } from 'node:fs'
import { clientModule, type OpenApi } from './client/routes.ts'
import { openApi } from './testing/api.ts'

/** `node --conditions=@speeches/source src/generate-client.ts`: writes the types of `@speeches/client`. */
const api = await openApi()
const document = (await (await api.request('/openapi.json')).json()) as OpenApi
await api.close()
writeFileSync(new URL('../../../packages/client/src/generated/api.ts', import.meta.url), clientModule(document))
