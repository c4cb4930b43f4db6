export {
  collection,
  edit,
  message,
  parseResult,
  restoreResult,
  toJsonSchema,
} from '@speeches/core/schema'
