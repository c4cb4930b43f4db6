import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ApiDatabase } from './tables.ts'

/** What a key allows; `admin` allows everything, `write` also reading. */
export type Scope = 'read' | 'write' | 'admin'

export interface Key {
  id: string
  name: string
  scopes: Scope[]
  created: string
}

export interface Keys {
  /** Makes a key; `secret` is what the client sends, and is told this once. */
  create(name: string, scopes: readonly Scope[]): Promise<Key & { secret: string }>
  list(): Promise<Key[]>
  /** @returns whether there was one */
  delete(id: string): Promise<boolean>
  /** The key that was sent; undefined where there is none like it. Takes equally long for every wrong secret. */
  find(secret: string): Promise<Pick<Key, 'id' | 'scopes'> | undefined>
  /** Whether there is a key that may write. */
  hasWriter(): Promise<boolean>
}

/** `sp_`, the id, and 256 random bits. */
const FORM = /^sp_([0-9a-f]{12})_[\w-]{43}$/

/**
 * Keys, kept as SHA-256: their secrets are random, so that a slower hash would make them no safer.
 *
 * @param adminKey a key of the environment, with all scopes
 */
export function createKeys(tables: ApiDatabase, adminKey: string | undefined): Keys {
  const adminHash = adminKey === undefined ? undefined : hashOf(adminKey)

  return {
    async create(name, scopes) {
      const id = randomBytes(6).toString('hex')
      const secret = `sp_${id}_${randomBytes(32).toString('base64url')}`
      const created = new Date().toISOString()
      await tables
        .insertInto('api_keys')
        .values({ id, name, hash: hashOf(secret), scopes: scopes.join(' '), created })
        .execute()
      return { id, name, scopes: [...scopes], created, secret }
    },

    async list() {
      const rows = await tables.selectFrom('api_keys').selectAll().orderBy('created').orderBy('id').execute()
      return rows.map(({ id, name, scopes, created }) => ({ id, name, scopes: scopesOf(scopes), created }))
    },

    async delete(id) {
      const { numDeletedRows } = await tables.deleteFrom('api_keys').where('id', '=', id).executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },

    async find(secret) {
      const hash = hashOf(secret)
      if (adminHash !== undefined && isEqual(hash, adminHash)) return { id: 'admin', scopes: ['admin'] }
      const id = FORM.exec(secret)?.[1]
      if (id === undefined) return undefined
      const row = await tables.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst()
      return row && isEqual(hash, row.hash) ? { id, scopes: scopesOf(row.scopes) } : undefined
    },

    async hasWriter() {
      if (adminHash !== undefined) return true
      const rows = await tables.selectFrom('api_keys').select('scopes').execute()
      return rows.some(({ scopes }) => allows(scopesOf(scopes), 'write'))
    },
  }
}

/** Whether scopes include what one asks for. */
export function allows(scopes: readonly Scope[], scope: Scope): boolean {
  return scopes.includes('admin') || scopes.includes(scope) || (scope === 'read' && scopes.includes('write'))
}

function scopesOf(text: string): Scope[] {
  return text.split(' ') as Scope[]
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function isEqual(hash: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hash), Buffer.from(other))
}
