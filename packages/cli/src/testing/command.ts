import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The command as it is installed. */
export const BIN = fileURLToPath(new URL('../../bin/speeches.js', import.meta.url))

export interface Answer {
  status: number | null
  stdout: string
  stderr: string
}

/** A folder of its own to run the command in, gone when it is disposed of. */
export function createFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'speeches-'))
  const at = (path: string) => join(folder, path)
  return {
    at,
    /** Writes a file, with the folders above it. */
    write(path: string, content: string | Uint8Array): string {
      mkdirSync(dirname(at(path)), { recursive: true })
      writeFileSync(at(path), content)
      return at(path)
    },
    read: (path: string) => readFileSync(at(path), 'utf8'),
    /** Every file in the folder, hidden ones included, in order. */
    list: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
        .sort(),
    /** Runs the command in the folder, as a person would. */
    speeches(args: string[], input: string | Uint8Array = '', env: NodeJS.ProcessEnv = {}): Answer {
      const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
        cwd: folder,
        input,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        timeout: 50_000,
        env: { ...process.env, ...env },
      })
      return { status, stdout, stderr }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A short page about a village of its own. */
export function pageOf(number: number): string {
  return `青禾村第${number}次大會講話\n鄉親們:\n今天開會,商量修渠。我講兩點意見。\n一、抓好水利。\n今年修渠${number}里。\n二、抓好道路。\n養(yǎng)好村道,養(yǎng)好橋梁,養(yǎng)好堤壩。\n謝謝大家!\n`
}
