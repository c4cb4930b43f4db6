import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk in memory, for tests that fill it. */
export interface SmallDisk {
  folder: string
  /** Mounts it again otherwise: `size=64m`, `ro`. */
  change(option: string): void
  remove(): void
}

/** Only root may mount. */
export const mayMount = process.getuid?.() === 0

/** @param megabytes how much it holds */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'speeches-small-'))
  const run = (program: string, options: string[]) => execFileSync(program, options)
  const mount = (options: string) => run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  mount(`size=${megabytes}m`)
  return {
    folder,
    change: (option) => mount(`remount,${option}`),
    remove() {
      run('umount', [folder])
      rmdirSync(folder)
    },
  }
}
