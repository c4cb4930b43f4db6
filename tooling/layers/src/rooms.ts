/** What a room may import from other rooms; a room is a workspace package, made yet or not. */
export interface Room {
  /** The rooms that its code may import. */
  imports: readonly string[]
  /** The rooms that its tests and benchmarks may import besides. */
  tests?: readonly string[]
  /** The rooms whose files it may name by path, past their door: it makes what they hold, or measures it. */
  insides?: readonly string[]
}

/** Tools for tests: made pages with known truth, and cases as folders. */
const TEST_TOOLS = ['tooling/channel', 'tooling/fixtures']

/** Who may import whom. Core imports nothing of ours, nothing imports an app, and tooling is for tests and builds. */
export const ROOMS: Record<string, Room> = {
  'packages/core': { imports: [], tests: TEST_TOOLS },
  'packages/parser': { imports: ['packages/core'], tests: TEST_TOOLS },
  'packages/formats': { imports: ['packages/core'], tests: TEST_TOOLS },
  'packages/store': { imports: ['packages/core'], tests: TEST_TOOLS },
  'packages/client': { imports: [] },
  'packages/cli': { imports: ['packages/parser', 'packages/formats', 'packages/client'], tests: TEST_TOOLS },
  'apps/api': {
    imports: ['packages/parser', 'packages/formats', 'packages/store'],
    tests: [...TEST_TOOLS, 'packages/client'],
    insides: ['packages/store'],
  },
  'apps/site': {
    imports: ['packages/parser', 'packages/formats', 'packages/store', 'packages/client'],
    tests: TEST_TOOLS,
  },
  'tooling/bench': {
    imports: ['packages/core', 'packages/parser', 'packages/formats', 'packages/store', 'tooling/channel'],
    insides: ['packages/core'],
  },
  'tooling/browser': { imports: ['packages/parser', 'tooling/channel'], insides: ['packages/core'] },
  'tooling/channel': { imports: ['packages/core'], insides: ['packages/core'] },
  'tooling/fixtures': { imports: ['packages/core'], tests: ['tooling/bench', 'tooling/channel'] },
  'tooling/generate': { imports: ['packages/core'], insides: ['packages/core'] },
  'tooling/layers': { imports: [] },
  'tooling/packed': { imports: ['packages/parser', 'packages/formats', 'packages/cli'] },
  'tooling/start': { imports: ['packages/parser', 'packages/formats'] },
  'tooling/tsup': { imports: [] },
  'tooling/typescript': { imports: [] },
  'tooling/vitest': { imports: [] },
}

/** Shared settings: what a room's configuration files may import, and nothing else may. */
export const SETTINGS: readonly string[] = ['tooling/tsup', 'tooling/typescript', 'tooling/vitest']
