import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Judges the packages as people get them: packs each one, lints the tarball, installs all of them
 * in an empty folder and runs them there, with the Node that runs this and with the oldest one supported.
 * The last line says how many checks passed and failed.
 */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const BIN = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url))
const PACKAGES = ['parser', 'formats', 'cli']
const OLDEST = '20'

const folder = mkdtempSync(join(tmpdir(), 'speeches-packed-'))
let passed = 0
let failed = 0

function check(name: string, run: () => void): void {
  try {
    run()
    passed++
    console.log(`ok ${name}`)
  } catch (error) {
    failed++
    const { stdout = '', stderr = '', message } = error as { stdout?: string; stderr?: string; message: string }
    console.log(`not ok ${name}\n${stdout}${stderr || message}`)
  }
}

function run(command: string, args: string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

function pack(name: string): string {
  const to = join(folder, 'tarballs')
  mkdirSync(to, { recursive: true })
  const before = new Set(readdirSync(to))
  run('npx', ['-y', 'pnpm@12.21.0', 'pack', '--pack-destination', to], join(ROOT, 'packages', name))
  const tarball = readdirSync(to).find((file) => !before.has(file))
  if (!tarball) throw new Error(`pnpm pack made no tarball of ${name}`)
  return join(to, tarball)
}

const tarballs = PACKAGES.map(pack)
PACKAGES.forEach((name, i) => {
  const tarball = tarballs[i] as string
  check(`${name}: publint`, () => run(join(BIN, 'publint'), ['--strict', tarball], folder))
  if (name !== 'cli') {
    check(`${name}: types resolve`, () => run(join(BIN, 'attw'), ['--profile', 'esm-only', tarball], folder))
  }
})

const project = join(folder, 'project')
mkdirSync(project)
writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }))
cpSync(fileURLToPath(new URL('smoke.mjs', import.meta.url)), join(project, 'smoke.mjs'))
check('the tarballs install in an empty folder', () => {
  run('npm', ['install', '--no-audit', '--no-fund', ...tarballs, `node@${OLDEST}`], project)
})
for (const [name, node] of [
  ['this Node', process.execPath],
  [`Node ${OLDEST}`, join(project, 'node_modules', '.bin', 'node')],
] as const) {
  check(`the packages run on ${name}`, () => {
    const said = run(node, ['smoke.mjs'], project)
    if (!said.includes('well')) throw new Error(said)
  })
  check(`the command runs on ${name}`, () => {
    const version = run(node, ['node_modules/@speeches/cli/bin/speeches.js', '--version'], project)
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(version)
  })
}

rmSync(folder, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
