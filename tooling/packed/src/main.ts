import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkBundles } from './bundles.ts'
import { check, run, sumUp } from './checks.ts'
import { checkNames, checkReference } from './names.ts'
import { blocksOf, commandsOf, toProgram } from './readme.ts'
import { checkVersions } from './release.ts'

/**
 * Judges the packages as people get them: packs each one, lints the tarball, installs all of them in an empty folder,
 * bundles them, and runs the examples of their READMEs there with every Node that is supported, and with Deno and Bun.
 * The last line says how many checks passed and failed. `--update` keeps the public names and the
 * reference as they are now.
 */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const BIN = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url))
const PNPM = ['-y', 'pnpm@12.21.0'] as const
const PACKAGES = ['parser', 'formats', 'cli']
const OLDER_NODES = ['20', '22']
const OTHER_RUNTIMES = { deno: ['run', '--allow-read'], bun: [] }

const folder = mkdtempSync(join(tmpdir(), 'speeches-packed-'))
const project = join(folder, 'project')

function pack(name: string): string {
  const to = join(folder, 'tarballs')
  mkdirSync(to, { recursive: true })
  const before = new Set(readdirSync(to))
  run('npx', [...PNPM, 'pack', '--pack-destination', to], join(ROOT, 'packages', name))
  const tarball = readdirSync(to).find((file) => !before.has(file))
  if (!tarball) throw new Error(`pnpm pack made no tarball of ${name}`)
  return join(to, tarball)
}

/** A folder of its own with packages from the registry or from files. */
function install(to: string, packages: readonly string[]): void {
  mkdirSync(to, { recursive: true })
  writeFileSync(join(to, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }))
  run('npm', ['install', '--no-audit', '--no-fund', ...packages], to)
}

const tarballs = PACKAGES.map(pack)
for (const [i, name] of PACKAGES.entries()) {
  const tarball = tarballs[i] as string
  await check(`${name}: publint`, () => run(join(BIN, 'publint'), ['--strict', tarball], folder))
  if (name !== 'cli') {
    await check(`${name}: types resolve`, () => run(join(BIN, 'attw'), ['--profile', 'esm-only', tarball], folder))
  }
}
await check('the next versions and changelogs can be made', () =>
  checkVersions(ROOT, join(folder, 'release'), PACKAGES),
)
await check('the packages can be published', () => {
  run('npx', [...PNPM, '-r', 'publish', '--dry-run', '--no-git-checks', '--access', 'public'], ROOT)
})
await check('the tarballs install in an empty folder', () => install(project, [...tarballs, 'unified@11.0.5']))
await check('the public names are those known', () => checkNames(join(project, 'node_modules/@speeches/parser')))
await check('the reference is what the docstrings make', () =>
  checkReference(join(project, 'node_modules/@speeches/parser')),
)
await checkBundles(project)

for (const file of ['prelude.mjs', 'smoke.mjs'])
  cpSync(fileURLToPath(new URL(file, import.meta.url)), join(project, file))
const readmes = ['README.md', ...PACKAGES.map((name) => `packages/${name}/README.md`)]
const [page = ''] = blocksOf(readFileSync(join(ROOT, 'README.md'), 'utf8'), '')
writeFileSync(join(project, 'page.txt'), page)
mkdirSync(join(project, 'pages'))
for (const n of [1, 2]) writeFileSync(join(project, `pages/${n}.txt`), page)
for (const [i, readme] of readmes.entries()) {
  for (const [n, example] of blocksOf(readFileSync(join(ROOT, readme), 'utf8'), 'js', 'ts').entries()) {
    writeFileSync(join(project, `example-${i}-${n}.mjs`), toProgram(example))
  }
}

await runWith('this Node', process.execPath)
for (const line of commandsOf(readFileSync(join(ROOT, 'packages/cli/README.md'), 'utf8'))) {
  await check(`packages/cli/README.md: ${line}`, () =>
    run('bash', ['-ec', `export PATH="$PWD/node_modules/.bin:$PATH"; ${line}`], project),
  )
}
for (const version of OLDER_NODES) {
  const home = join(folder, `node-${version}`)
  await check(`Node ${version} is there`, () => install(home, [`node@${version}`]))
  await runWith(`Node ${version}`, join(home, 'node_modules/.bin/node'))
}
for (const [name, args] of Object.entries(OTHER_RUNTIMES)) {
  const binary = join(folder, name, 'node_modules/.bin', name)
  try {
    install(join(folder, name), [name])
    run(binary, ['--version'], folder)
  } catch {
    console.log(`skipped ${name}: the registry does not have it for this machine`)
    continue
  }
  await check(`the packages run on ${name}`, () => isWell(run(binary, [...args, 'smoke.mjs'], project)))
}

rmSync(folder, { recursive: true, force: true })
sumUp()

/** Runs everything that people would run first, with one Node. */
async function runWith(name: string, node: string): Promise<void> {
  if (!existsSync(node)) return
  const speeches = (args: string, input?: string) =>
    run(node, ['node_modules/@speeches/cli/bin/speeches.js', ...args.split(' ')], project, input)

  await check(`the packages run on ${name}`, () => isWell(run(node, ['smoke.mjs'], project)))
  for (const file of readdirSync(project).filter((file) => file.startsWith('example-'))) {
    const [, i, n] = /example-(\d+)-(\d+)/.exec(file) ?? []
    await check(`${readmes[Number(i)]}: example ${Number(n) + 1} runs on ${name}`, () =>
      run(node, ['--import', './prelude.mjs', file], project),
    )
  }
  await check(`the command runs on ${name}`, () => {
    if (!/^\d+\.\d+\.\d+/.test(speeches('--version'))) throw new Error(speeches('--version'))
    for (const to of ['json', 'text', 'tei', 'docx', 'ndjson']) speeches(`parse page.txt --to ${to} -o out/`)
    speeches('parse page.txt smoke.mjs --to ndjson --jobs 2 -o all.ndjson')
    const answer = JSON.parse(
      speeches('pipe --to text', `${JSON.stringify({ id: 'a', text: '各位代表：今天我们开会。' })}\n`),
    )
    if (answer.id !== 'a' || !answer.text.includes('今天我们开会。')) throw new Error(JSON.stringify(answer))
  })
}

function isWell(said: string): void {
  if (!said.includes('well')) throw new Error(said)
}
