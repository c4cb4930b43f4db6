import { execFile, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readTree } from '@speeches/formats'
import { parse, restore } from '@speeches/parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const BIN = fileURLToPath(new URL('../bin/speeches.js', import.meta.url))
const FOLDER = mkdtempSync(join(tmpdir(), 'speeches-'))

const PAGE = `- 時間:2022-05-06 08:30:00
- 小編:lin

青禾村春季大會講話篇一
鄉親們:
今天開會,商量修渠。下面,我講兩點意見。
一、抓好水利。
20xx年修渠三里。
二、抓好道路。
認真學習《道路養(yǎng)護辦法》,養(yǎng)好村道,養(yǎng)好橋梁,養(yǎng)好堤壩。
謝謝大家!
青禾村春季大會講話篇二
各位代表:
今天的會議到此結(jié)束,請把結(jié)果告訴大家,總結(jié)好經驗。
`

/** A page with a swallowed digit: an error by the catalogue. */
const DAMAGED = `鄉親們:\n${'今年養(yǎng)蜂的農(nóng)戶不少,養(yǎng)牛的農(nóng)戶也不少。'.repeat(4)}\n農(nóng)戶由18戶變?yōu)?6戶。\n`

const path = (name: string) => join(FOLDER, name)
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(path(name), content)
  return path(name)
}

type Answer = { status: number | null; stdout: string; stderr: string }

/** Runs the command as a person would; `input` is its standard input. */
function speeches(args: string[], input: string | Uint8Array = '', env: NodeJS.ProcessEnv = {}): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

/** Expects a refusal: nothing on standard output, one line that says what is wrong, no stack trace. */
function expectRefusal({ status, stdout, stderr }: Answer, reason: string) {
  expect(stderr).toContain(reason)
  expect(stderr).toMatch(/^speeches: [^\n]+[.?!)]\n$/)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
}

let page: string
beforeAll(() => {
  page = write('page.txt', PAGE)
})
afterAll(() => rmSync(FOLDER, { recursive: true }))

describe('speeches', () => {
  test('--version prints the version', () => {
    expect(speeches(['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })

  test('--help names the commands', () => {
    const { status, stdout } = speeches(['--help'])
    expect(status).toBe(0)
    for (const command of ['parse', 'convert', 'restore', 'check', 'pipe', 'completions'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
  })

  test.each(['parse', 'convert', 'restore', 'check', 'pipe'])('%s --help tells of its options', (command) => {
    const { status, stdout } = speeches([command, '--help'])
    expect(status).toBe(0)
    expect(stdout).toContain('--max-size')
  })

  test('without a command prints the help on standard error', () => {
    const { status, stdout, stderr } = speeches([])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('Usage: speeches')
  })

  test.each([
    ['a mistyped command', ['pasre'], 'Did you mean parse?'],
    ['a mistyped command to be helped with', ['help', 'prase'], 'Did you mean parse?'],
    ['a mistyped repair', ['restore', '--only', 'glos'], 'Did you mean gloss?'],
    ['a mistyped option', ['parse', '--ot', 'json'], 'Did you mean --to?'],
    [
      'an unknown format',
      ['parse', '--to', 'xml'],
      'Allowed choices are json, text, markdown, outline, ndjson, ndjson-paragraphs',
    ],
    ['an unknown way to write messages', ['check', '--format', 'xml'], 'Allowed choices are pretty, json'],
    ['an unknown repair', ['restore', '--only', 'gloss,toString'], 'There is no repair "toString"'],
    ['an unknown certainty', ['restore', '--min-certainty', 'sure'], 'Allowed choices are certain, likely, unsure'],
    ['options that exclude each other', ['restore', '--edits', '--diff'], "cannot be used with option '--edits'"],
    ['a mistyped format', ['parse', '--to', 'markdwon'], 'Did you mean markdown?'],
    ['a mistyped rule', ['check', '--ignore', 'elison'], 'There is no rule "elison". Did you mean elision?'],
    ['a severity without its rule', ['check', '--rule', 'off'], '"off" sets nothing'],
    ['an unknown severity', ['check', '--rule', 'elision=loud'], '"loud" is no severity of "elision"'],
    ['a mistyped script', ['parse', '--script', 'simplifed'], 'Did you mean simplified?'],
    ['a number of jobs that is none', ['parse', '--jobs', '0'], '"0" is no number of jobs'],
    ['going on without an output', ['parse', '--resume', 'a'], 'There is nothing to resume'],
    [
      'an output whose name says no format',
      ['parse', 'a', '-o', 'b.mdd'],
      'does not say what format to write. Did you mean md?',
    ],
    [
      'an addition that a format has not',
      ['parse', 'a', '--to', 'text', '--with', 'ruby'],
      'cannot be written with ruby',
    ],
    [
      'an address where nothing is cited',
      ['parse', 'a', '--to', 'text', '--url', 'https://example.org/'],
      'cannot be written with url',
    ],
    ['an address that is none', ['parse', 'a', '--to', 'ris', '--url', 'example'], '"example" is no address'],
    ['a day that is none', ['parse', 'a', '--to', 'ris', '--accessed', '2026-13-01'], '"2026-13-01" is no day'],
    ['one path to convert', ['convert', 'a'], 'Name what to read and what to write'],
    ['an unknown shell', ['completions', 'csh'], 'Allowed choices are bash, zsh, fish'],
    ['an argument of a command that takes none', ['pipe', 'a'], 'too many arguments'],
    ['a size that is none', ['parse', '--max-size', 'big'], '"big" is no size'],
    ['a size beyond all strings', ['parse', '--max-size', '2GiB'], 'out of bounds'],
    ['a size of nothing', ['parse', '--max-size', '0'], 'out of bounds'],
  ])('refuses %s', (_, args, reason) => {
    expectRefusal(speeches(args), reason)
  })

  test('says what to do when it is not built', () => {
    cpSync(BIN, path('unbuilt/bin/speeches.mjs'), { recursive: true })
    const { status, stderr } = spawnSync(process.execPath, [path('unbuilt/bin/speeches.mjs')], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'speeches: not built yet. Run `pnpm build`.\n' })
  })
})

describe.each(['parse', 'restore', 'check'])('speeches %s', (command) => {
  test.each([
    ['nothing', '', 'The input is empty.'],
    ['blanks', ' \n\u3000\t\r\n', 'The input holds only blanks.'],
    ['a binary file', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), 'This is a binary file'],
    ['a PDF that breaks off', '%PDF-1.7\n', 'The PDF file is damaged'],
  ])('refuses %s, from a file and from standard input', (name, content, reason) => {
    expectRefusal(speeches([command, write(name.replaceAll(' ', '-'), content)]), reason)
    expectRefusal(speeches([command], content), reason)
    expectRefusal(speeches([command, '-'], content), reason)
  })

  test('refuses a missing file', () => {
    expectRefusal(speeches([command, path('missing.txt')]), 'missing.txt does not exist. Check the path.')
  })

  test('refuses a path through a file', () => {
    expectRefusal(speeches([command, join(page, 'inside.txt')]), 'does not exist. Check the path.')
  })

  test('refuses an empty path', () => {
    expectRefusal(speeches([command, '']), 'The path is empty.')
  })

  test('refuses a directory as standard input', () => {
    const stdin = openSync(FOLDER, 'r')
    const answer = spawnSync(process.execPath, [BIN, command], { encoding: 'utf8', stdio: [stdin, 'pipe', 'pipe'] })
    expectRefusal(answer, '<stdin> is a directory.')
    closeSync(stdin)
  })

  test('refuses a file that cannot be opened', () => {
    symlinkSync('loop', path(`loop-${command}`))
    rmSync(path(`loop-${command}`))
    symlinkSync(path(`loop-${command}`), path(`loop-${command}`))
    expectRefusal(speeches([command, path(`loop-${command}`)]), 'cannot be read (ELOOP)')
  })

  test.skipIf(process.getuid?.() === 0)('refuses a file without permission (root may read any)', () => {
    chmodSync(write('secret.txt', PAGE), 0)
    expectRefusal(speeches([command, path('secret.txt')]), 'may not be read. Check its permissions.')
  })

  test('refuses a file over the limit, and takes one of just that size', () => {
    const size = Buffer.byteLength(PAGE)
    expectRefusal(speeches([command, page, '--max-size', String(size - 1)]), 'beyond the limit')
    expect(speeches([command, page, '--max-size', String(size)]).status).toBe(0)
  })

  test('refuses standard input over the limit', () => {
    expectRefusal(speeches([command, '--max-size', '100'], PAGE), '<stdin> goes on beyond the limit of 100 bytes')
  })

  test('stops reading an input without end', async () => {
    await expect(
      promisify(execFile)(process.execPath, [BIN, command, '/dev/zero', '--max-size', '1MB'], { timeout: 30_000 }),
    ).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('/dev/zero goes on beyond the limit') })
  })

  test.runIf(existsSync('/dev/full'))('says that the disk is full (where there is a /dev/full)', () => {
    const damaged = write('damaged.txt', DAMAGED)
    const full = openSync('/dev/full', 'w')
    const stdio = ['ignore', full, 'pipe'] as ['ignore', number, 'pipe']
    const { status, stderr } = spawnSync(process.execPath, [BIN, command, damaged], { encoding: 'utf8', stdio })
    closeSync(full)
    expect(status).toBe(2)
    expect(stderr).toContain('speeches: The output cannot be written (ENOSPC).')
  })

  test('is quiet when its reader has had enough', async () => {
    const child = spawn(process.execPath, [BIN, command, write('long.txt', PAGE.repeat(2000))])
    child.stdout.once('data', () => child.stdout.destroy())
    let words = ''
    child.stderr.on('data', (chunk) => {
      words += chunk
    })
    await new Promise((resolve) => child.on('close', resolve))
    expect(words).not.toContain('EPIPE')
    expect(words).not.toMatch(/^ +at /m)
  })
})

describe('speeches parse', () => {
  test('writes the tree as JSON', () => {
    const { status, stdout, stderr } = speeches(['parse', page])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(parse(PAGE))))
  })

  test.each([
    ['outline', '2 items · 2 speeches'],
    ['ndjson', '"salutation":"各位代表："'],
    ['ndjson-paragraphs', '"text":"20xx年修渠三里。"'],
    ['html', '<h3>一、抓好水利。</h3>'],
    ['tei', '<sic>(yǎng)</sic>'],
    ['markdown', '### 一、抓好水利。'],
    ['text', '\n鄉親們：\n今天開會，商量修渠。下面，我講兩點意見。\n一、抓好水利。\n'],
  ])('writes %s', (format, expected) => {
    const { status, stdout } = speeches(['parse', page, '--to', format])
    expect(status).toBe(0)
    expect(stdout).toContain(expected)
  })

  test.each([
    ['UTF-8 with byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from('各位代表：请审议。')])],
    ['GBK', Buffer.from('b8f7cebbb4fab1eda3bac7ebc9f3d2e9a1a3', 'hex')],
    ['UTF-16', Buffer.from('\ufeff各位代表：请审议。', 'utf16le')],
  ])('reads %s', (_, bytes) => {
    expect(speeches(['parse', '--to', 'text'], bytes).stdout).toBe('各位代表：\n请审议。\n')
  })

  test('cites one paragraph, with the address and the day it was read', () => {
    const [paragraph] = speeches(['parse', page, '--to', 'ndjson-paragraphs']).stdout.split('\n')
    const { id } = JSON.parse(paragraph as string)
    const args = ['--url', 'https://example.org/1', '--accessed', '2026-05-06', '--node']
    const { status, stdout } = speeches(['parse', page, '--to', 'gbt7714', ...args, id])
    expect(status).toBe(0)
    expect(stdout).toContain('2022: 第1段(2022-05-06)[2026-05-06]. https://example.org/1.\n')
    expectRefusal(
      speeches(['parse', page, '--to', 'gbt7714', '--node', 'zzz']),
      'There is no speech or paragraph "zzz"',
    )
  })

  test.each([
    ['json', []],
    ['tei', []],
    ['markdown', ['--with', 'tree']],
  ])('goes on from what was parsed before, in %s', (format, args) => {
    const kept = write(`kept.${format}`, speeches(['parse', page, '--to', format, ...args]).stdout)
    expect(speeches(['parse', kept, '--to', 'ndjson']).stdout).toContain('"salutation":"各位代表："')
    expect(speeches(['parse', kept, '--to', 'text']).stdout).toBe(speeches(['parse', page, '--to', 'text']).stdout)
  })

  test.each(['check', 'restore'])('%s wants the page, and not what was parsed of it', (command) => {
    const kept = write('kept.json', speeches(['parse', page]).stdout)
    expectRefusal(speeches([command, kept]), 'Name the page that it was made from.')
  })

  test('parses a file of ours again that someone wrote in', () => {
    const { stdout } = speeches(['parse', page, '--to', 'markdown', '--with', 'tree'])
    const changed = write('changed.md', stdout.replace('年修渠三里', '年修好的渠一共有三里'))
    expect(speeches(['parse', changed, '--to', 'text']).stdout).toContain('年修好的渠一共有三里')
  })

  test('keeps the tree in Markdown, and a byte order mark in CSV, where it is told to', async () => {
    const { stdout } = speeches(['parse', page, '--to', 'markdown', '--with', 'tree'])
    expect((await readTree(stdout, 'markdown'))?.collection.title).toBe(parse(PAGE).collection.title)
    expect(speeches(['parse', page, '--to', 'figures-csv', '--with', 'bom']).stdout).toMatch(/^\ufeffindicator,/)
  })

  test('reads Big5', () => {
    const bytes = Buffer.from('a655a6ecb66dbfcba147a4b5a4d1a7daadccb67db77ca143', 'hex')
    expect(speeches(['parse', '--to', 'text'], bytes).stdout).toBe('各位鄉親：\n今天我們開會。\n')
  })

  test.each([
    ['by its name', 'page.htm', '各位代表：<br>请审议。'],
    ['by its content', 'page', '<!doctype html><title>x</title><nav>首页</nav><p>各位代表：</p><p>请审议。'],
  ])('reads HTML, known %s', (_, name, content) => {
    expect(speeches(['parse', '--to', 'text', write(name, content)]).stdout).toBe('各位代表：\n请审议。\n')
  })

  test('refuses HTML without text', () => {
    expectRefusal(speeches(['parse'], '<html><script>1</script>'), 'The page holds no text.')
  })

  test('tells of invalid bytes', () => {
    const bytes = Buffer.concat([Buffer.from('各位代表：\n请'), Buffer.from([0xff]), Buffer.from('审议。\n')])
    const { messages } = JSON.parse(speeches(['parse'], bytes).stdout)
    expect(messages[0]).toMatchObject({
      ruleId: 'invalid-bytes',
      fatal: true,
      place: { start: { line: 2, column: 2, offset: 7 } },
    })
  })
})

describe('speeches restore', () => {
  test('prints the restored text and nothing else', () => {
    const { status, stdout, stderr } = speeches(['restore'], PAGE)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toBe(restore(PAGE).text)
    expect(stdout).toContain('認真學習《道路養護辦法》，養好村道')
  })

  test('leaves clean text as it is, line ends included', () => {
    const clean = '各位代表：\r\n请审议。\r'
    expect(speeches(['restore'], clean).stdout).toBe(clean)
  })

  test('--edits prints text, edits and messages', () => {
    expect(JSON.parse(speeches(['restore', '--edits', page]).stdout)).toEqual(JSON.parse(JSON.stringify(restore(PAGE))))
  })

  test('--only makes the repairs named', () => {
    const { stdout } = speeches(['restore', '--only', 'gloss', page])
    expect(stdout).toContain('認真學習《道路養護辦法》,養好村道')
  })

  test('--diff shows each edit with its rule and certainty', () => {
    const { stdout } = speeches(['restore', '--diff', '--only', 'gloss', page])
    expect(stdout.split('\n')[0]).toBe('10:9 gloss certain  認真學習《道路養[-(yǎng)-]護辦法》,養(yǎng)好村道,養(yǎ…')
    expect(stdout.trim().split('\n')).toHaveLength(restore(PAGE, { only: ['gloss'] }).edits.length)
  })

  test('says on standard error that something is left', () => {
    const { status, stderr } = speeches(['restore'], DAMAGED)
    expect(status).toBe(0)
    expect(stderr).toMatch(/^\d+ places? could not be restored: see `speeches check`\.\n$/)
  })
})

describe('speeches check', () => {
  const GAP =
    '乡亲们：\n我讲三点意见。\n一、抓好水利。\n修渠三里，年底完工。\n三、抓好道路。\n修路五里，入冬前完工。\n谢谢大家！\n'

  test('points at the place', () => {
    const { status, stdout, stderr } = speeches(['check', write('gap.txt', GAP)])
    expect(status).toBe(0)
    expect(stdout).toMatch(/gap\.txt:5:1 warning .*numbering-gap\n {4}三、抓好道路。\n {4}\^+\n/)
    expect(stderr).toMatch(/\d+ warnings?/)
  })

  test('answers 1 for an error', () => {
    const { status, stdout } = speeches(['check'], DAMAGED)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^<stdin>:3:\d+ error /m)
  })

  test('--ignore leaves messages out', () => {
    const all = JSON.parse(speeches(['check', '--format', 'json'], DAMAGED).stdout)
    const rules = [...new Set(all.map(({ ruleId }: { ruleId: string }) => ruleId))].join(',')
    expect(rules).not.toBe('')
    const { status, stdout, stderr } = speeches(['check', '--ignore', rules], DAMAGED)
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: 'Nothing found.\n' })
  })

  test('--format json prints the messages in the order of the page', () => {
    const messages = JSON.parse(speeches(['check', '--format', 'json'], GAP).stdout)
    expect(messages).toHaveLength(parse(GAP).messages.length)
    const offsets = messages.map(({ place }: { place?: { start: { offset: number } } }) => place?.start.offset ?? -1)
    expect(offsets).toEqual([...offsets].sort((a: number, b: number) => a - b))
  })

  test('does not colour what is no terminal', () => {
    expect(speeches(['check'], GAP).stdout).not.toContain('\u001b')
  })
})

test('starts fast', () => {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    speeches(['--version'])
    return performance.now() - start
  })
  expect(Math.min(...times)).toBeLessThan(150)
})
