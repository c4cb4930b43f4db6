import { cpSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './checks.ts'

/** What decides the next versions: manifests and changesets. */
const FILES = ['package.json', 'pnpm-workspace.yaml', '.changeset', '{packages,apps,tooling}/*/package.json']

const AUTHOR = ['-c', 'user.name=release', '-c', 'user.email=release@example.org']

/**
 * Makes the next versions and changelogs in a copy of the workspace, as a release does; throws where a changeset cannot
 * be read, or a published package comes out without a version or its changelog.
 */
export function checkVersions(root: string, copy: string, packages: readonly string[]): void {
  for (const file of globSync(FILES, { cwd: root })) cpSync(join(root, file), join(copy, file), { recursive: true })
  run('git', ['init', '--quiet', '--initial-branch', 'main'], copy)
  run('git', ['add', '.'], copy)
  run('git', [...AUTHOR, 'commit', '--quiet', '--message', 'now'], copy)
  const pending = globSync('.changeset/*.md', { cwd: copy })
  run(join(root, 'node_modules/.bin/changeset'), ['version'], copy)

  const left = globSync('.changeset/*.md', { cwd: copy })
  if (left.length > 0) throw new Error(`These changesets are in no changelog: ${left.join(', ')}`)
  for (const name of packages) {
    const { version } = JSON.parse(readFileSync(join(copy, 'packages', name, 'package.json'), 'utf8'))
    if (pending.length === 0) continue
    const changelog = readFileSync(join(copy, 'packages', name, 'CHANGELOG.md'), 'utf8')
    if (!changelog.includes(`## ${version}\n`)) throw new Error(`The changelog of ${name} does not tell of ${version}`)
  }
}
