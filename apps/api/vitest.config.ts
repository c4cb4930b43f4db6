import shared from '@speeches/vitest'
import { mergeConfig } from 'vitest/config'

/** Threads that the tests start read sibling packages from their source, too. */
export default mergeConfig(shared, { test: { execArgv: ['--conditions=@speeches/source'] } })
