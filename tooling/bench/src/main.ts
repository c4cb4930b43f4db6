import { benchAnnotators } from './speed/annotators.ts'
import { benchParse } from './speed/parse.ts'
import { benchPeers } from './speed/peers.ts'
import { benchRestore } from './speed/restore.ts'

/** Speed and quality, one command, one run: `pnpm bench`. Each bench prints its own tables. */
benchRestore()
benchParse()
benchPeers()
benchAnnotators()
await import('./writing/main.ts')
await import('./structure/main.ts')
await import('./annotation/main.ts')
await import('./restoration/main.ts')
