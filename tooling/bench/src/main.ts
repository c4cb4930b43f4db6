import { benchParse } from './speed/parse.ts'

/**
 * Speed and quality, one command, one run: `pnpm bench`.
 * The other benches print tables of their own and are run beside it.
 */
benchParse()
await import('./speed/restore.ts')
await import('./structure/main.ts')
