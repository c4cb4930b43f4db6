import { parseArgs } from 'node:util'
import { isStoreError, locationFrom, open } from '@speeches/store'
import { createKeys, type Scope } from './tables/keys.ts'
import { API_MIGRATIONS, apiTables } from './tables/tables.ts'

/** `node src/make-key.ts --name site --scopes read,write`: makes a key in the store, and prints its secret once. */
const SCOPES: readonly string[] = ['read', 'write', 'admin']

const { values } = parseArgs({
  options: { name: { type: 'string', default: 'key' }, scopes: { type: 'string', default: 'read' } },
})
const scopes = values.scopes.split(',')
const unknown = scopes.find((scope) => !SCOPES.includes(scope))

if (unknown === undefined) {
  await make()
} else {
  console.error(`There is no scope “${unknown}”; give some of ${SCOPES.join(', ')}, with commas between.`)
  process.exitCode = 2
}

async function make(): Promise<void> {
  try {
    const store = await open(locationFrom(process.env), { migrations: [API_MIGRATIONS] })
    const { secret } = await createKeys(apiTables(store.database), undefined).create(values.name, scopes as Scope[])
    console.log(secret)
    await store.close()
  } catch (error) {
    if (!isStoreError(error)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}
