export { default } from '@speeches/vitest'
