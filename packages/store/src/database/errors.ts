/**
 * What can go wrong, for programs:
 * - `busy`: another process holds the file, or Postgres would not wait longer; try again;
 * - `full`: no room on the disk;
 * - `read-only`: the data cannot be written;
 * - `unreachable`: nothing can be opened there;
 * - `newer`: a newer version of the software has been here, and its tables are not known;
 * - `damaged`: the file is no store, or is broken;
 * - `query`, `cursor`: what was asked for cannot be read;
 * - `page`: what was handed in cannot be stored.
 */
export type StoreErrorCode =
  | 'busy'
  | 'full'
  | 'read-only'
  | 'unreachable'
  | 'newer'
  | 'damaged'
  | 'query'
  | 'cursor'
  | 'page'

/** An error that a store rejects with; `message` says in one sentence what is wrong and what to do. */
export interface StoreError extends Error {
  name: 'StoreError'
  code: StoreErrorCode
}

export function storeError(code: StoreErrorCode, message: string, cause?: unknown): StoreError {
  const error = new Error(message, cause === undefined ? undefined : { cause })
  return Object.assign(error, { name: 'StoreError' as const, code })
}

/** Whether a store said this. */
export function isStoreError(error: unknown): error is StoreError {
  return error instanceof Error && error.name === 'StoreError'
}
