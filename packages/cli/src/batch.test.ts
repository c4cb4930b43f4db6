import { spawn } from 'node:child_process'
import { existsSync, readFileSync, utimesSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BIN, createFolder, pageOf } from './testing/command.ts'

const { at, list, read, remove, speeches, write } = createFolder()
const EMPTY = 'pages/b/empty.txt'

beforeAll(() => {
  for (let i = 1; i <= 5; i++) write(`pages/a/${i}.txt`, pageOf(i))
  write('pages/b/6.txt', pageOf(6))
  write('pages/b/6.html', `<p>${pageOf(60).trimEnd().replaceAll('\n', '</p><p>')}</p>`)
  write('pages/.hidden/7.txt', pageOf(7))
})
afterAll(remove)

const outputs = (folder: string) =>
  list()
    .filter((path) => path.startsWith(folder) && !path.includes('/.'))
    .map((path) => path.slice(folder.length))

describe('many pages', () => {
  test('a folder becomes a folder, file by file', () => {
    const { status, stdout, stderr } = speeches(['parse', 'pages', '-o', 'out1', '--to', 'text'])
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toMatch(/^7 of 7 pages written in \d+ s\.\n$/)
    expect(outputs('out1/')).toEqual([
      'a/1.txt',
      'a/2.txt',
      'a/3.txt',
      'a/4.txt',
      'a/5.txt',
      'b/6.html.txt',
      'b/6.txt.txt',
    ])
    expect(read('out1/a/3.txt')).toBe(speeches(['parse', 'pages/a/3.txt', '--to', 'text']).stdout)
    expect(read('out1/b/6.html.txt')).toContain('今年修渠60里。')
  })

  test('a pattern is matched where the shell has not, and each page is read once', () => {
    const { status, stdout } = speeches(['restore', 'pages/**/{2,3}.txt', 'pages/a/2.txt'])
    expect(status).toBe(0)
    expect(stdout).toBe([2, 3].map((i) => speeches(['restore', `pages/a/${i}.txt`]).stdout).join(''))
  })

  test('one stream has the pages in their order, whatever the number of jobs', () => {
    const one = speeches(['parse', 'pages/a', '--to', 'ndjson', '--jobs', '1'])
    const many = speeches(['parse', 'pages/a', '--to', 'ndjson', '--jobs', '4'])
    expect(one).toEqual({ ...many, status: 0, stderr: '' })
    const spoken = one.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).text)
    expect(spoken).toHaveLength(5)
    for (const [i, text] of spoken.entries()) expect(text).toContain(`今年修渠${i + 1}里。`)
  })

  test('one stream goes into one file, which is there when it is whole', () => {
    const { status } = speeches(['parse', 'pages/a', '-o', 'all.ndjson'])
    expect(status).toBe(0)
    expect(read('all.ndjson')).toBe(speeches(['parse', 'pages/a', '--to', 'ndjson']).stdout)
    expect(list().filter((path) => path.startsWith('.'))).toEqual([])
  })

  test('a format of one page a file asks for a folder', () => {
    const { status, stdout, stderr } = speeches(['parse', 'pages/a', '--to', 'tei'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('Name a folder for the pages')
  })

  test('a format that can hold several pages as one gets them all', () => {
    const short = '鄉親們:\n我講三點意見。\n一、守時。\n會議要準時開。\n二、守信。\n說到要做到。\n謝謝大家!\n'
    write('short/1.txt', short)
    write('short/2.txt', short)
    const { status, stdout } = speeches(['parse', 'short/1.txt', 'missing.txt', 'short/2.txt', '--to', 'messages-csv'])
    expect(status).toBe(2)
    const [head = '', ...rows] = stdout.trim().split('\r\n')
    expect(head).toMatch(/^page,severity,rule,/)
    expect(rows.map((row) => row.split(',').slice(0, 3))).toEqual([
      ['1', 'warning', 'announced-count-differs'],
      ['2', 'warning', 'announced-count-differs'],
    ])
  })

  test('a page that cannot be used stops no other, and is listed at the end', () => {
    write(EMPTY, '')
    const { status, stderr } = speeches(['parse', 'pages', 'missing.txt', '-o', 'out2/', '--to', 'text'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^7 of 9 pages written in \d+ s\.\nspeeches: 2 pages of 9 could not be used:\n {2}/)
    expect(stderr).toContain('\n  missing.txt does not exist. Check the path.\n')
    expect(stderr).toContain(`\n  ${EMPTY}: The input is empty.`)
    expect(outputs('out2/')).toHaveLength(7)
  })

  test('two pages never become one file, and no page is written over', () => {
    write('one/same.txt', pageOf(8))
    write('two/same.txt', pageOf(9))
    const clash = speeches(['restore', 'one/same.txt', 'two/same.txt', '-o', 'out3/'])
    expect(clash.stderr).toContain('would both become out3/same.txt.txt')
    const self = speeches(['restore', 'one/same.txt', '-o', 'one/'])
    expect(self.stderr).toContain('would write over its own page')
    expect([clash.status, self.status]).toEqual([2, 2])
    expect(read('one/same.txt')).toBe(pageOf(8))
  })

  test('a folder without files, and a pattern that matches none, are refused', () => {
    expect(speeches(['parse', 'pages/.hidden/*.md']).stderr).toContain('No file matches "pages/.hidden/*.md"')
    expect(speeches(['parse', 'pages/a', '-o', 'all.ndjson/x/y.json']).status).toBe(2)
  })

  test
    .runIf(existsSync('/proc/self'))
    .each([
      [['pages/a/1.txt', '-o', '/proc/none/below/1.json']],
      [['pages/a/1.txt', '-o', '/proc/none/below/']],
      [['pages', '-o', '/proc/none/below/all.ndjson']],
      [['pages', '-o', '/proc/none/below/']],
    ])('an output where no folder can be made is refused: %j', (args) => {
    const { status, stderr } = speeches(['parse', ...args])
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'speeches: The folder /proc/none cannot be made (ENOENT). Name another.\n',
    })
  })

  test('an output below a file is refused', () => {
    const { status, stderr } = speeches(['parse', 'pages/a/1.txt', '-o', 'pages/b/6.txt/below/1.json'])
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'speeches: The folder pages/b/6.txt/below cannot be made (ENOTDIR). Name another.\n',
    })
  })

  test('what was written is no page of the next run', () => {
    write('in/1.txt', pageOf(1))
    speeches(['parse', 'in', '-o', 'in/out/'])
    expect(speeches(['parse', 'in', '-o', 'in/out/']).status).toBe(0)
    expect(outputs('in/')).toEqual(['1.txt', 'out/1.json'])
    for (let run = 0; run < 2; run++) speeches(['parse', 'in/*', '-o', 'in/all.txt'])
    expect(read('in/all.txt')).toBe(speeches(['parse', 'in/1.txt', '--to', 'text']).stdout)
  })
})

describe('the format of a file is in its name', () => {
  test.each([
    ['page.md', '### 一、抓好水利。'],
    ['page.xml', '<TEI '],
    ['page.paragraphs.ndjson', '"type":"paragraph"'],
    ['new/folder/page.txt', '一、抓好水利。'],
  ])('convert to %s', (name, expected) => {
    const { status, stdout, stderr } = speeches(['convert', 'pages/a/1.txt', name])
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(read(name)).toContain(expected)
  })

  test('a document that was written is read again', () => {
    speeches(['convert', 'pages/a/1.txt', 'page.docx'])
    expect(readFileSync(at('page.docx')).subarray(0, 2).toString()).toBe('PK')
  })

  test('the script is that asked for', () => {
    const { stdout } = speeches(['parse', 'pages/a/1.txt', '--to', 'text', '--script', 'simplified'])
    expect(stdout).toContain('乡亲们：\n今天开会，商量修渠。')
    expect(speeches(['parse', '--to', 'text', '--script', 'traditional'], stdout).stdout).toContain('鄉親們：')
  })
})

describe('--resume', () => {
  test('does what is open or changed, and nothing else', () => {
    write(EMPTY, '')
    const args = ['parse', 'pages', '-o', 'out4/', '--to', 'text']
    speeches(args)
    const first = read('out4/a/1.txt')
    write('out4/a/1.txt', first.replace('青禾村', '白石村'))
    write('out4/a/2.txt', 'cut')
    write('pages/a/3.txt', pageOf(33))
    write(EMPTY, pageOf(44))
    utimesSync(at('pages/a/3.txt'), new Date(), new Date(0))
    const { status, stderr } = speeches([...args, '--resume'])
    expect(status).toBe(0)
    expect(stderr).toContain('8 of 8 pages written')
    expect(read('out4/a/1.txt')).toContain('白石村')
    expect(read('out4/a/2.txt')).toContain('今年修渠2里。')
    expect(read('out4/a/3.txt')).toContain('今年修渠33里。')
    expect(read('out4/b/empty.txt')).toContain('今年修渠44里。')
  })

  test('refuses to go on with other options', () => {
    speeches(['parse', 'pages/a', '-o', 'out5/', '--to', 'text'])
    const { status, stderr } = speeches(['parse', 'pages/a', '-o', 'out5/', '--to', 'json', '--resume'])
    expect(status).toBe(2)
    expect(stderr).toContain('is of a run with other options')
  })

  test('Ctrl-C ends cleanly, and nothing is lost or doubled behind it', async () => {
    for (let i = 0; i < 150; i++) write(`many/${i}.txt`, pageOf(i).repeat(10))
    const child = spawn(process.execPath, [BIN, 'parse', 'many', '-o', 'many.ndjson', '--jobs', '1'], { cwd: at('.') })
    let words = ''
    child.stderr.on('data', (chunk) => {
      words += chunk
    })
    const interrupt = setInterval(() => {
      if (!list().includes('.many.ndjson.part') || readFileSync(at('.many.ndjson.part')).length === 0) return
      child.kill('SIGINT')
      clearInterval(interrupt)
    }, 5)
    const code = await new Promise((resolve) => child.on('close', resolve))
    clearInterval(interrupt)
    expect(code).toBe(130)
    expect(words).toMatch(/^\d+ of 150 pages written in \d+ s\.\nspeeches: Interrupted\. Go on with --resume\.\n$/)
    expect(list()).not.toContain('many.ndjson')

    expect(speeches(['parse', 'many', '-o', 'many.ndjson', '--resume']).stderr).toContain('150 of 150 pages written')
    speeches(['parse', 'many', '-o', 'whole.ndjson'])
    expect(read('many.ndjson') === read('whole.ndjson')).toBe(true)
  })
})

test('Ctrl-C takes away what is written of a single file', async () => {
  write('long.txt', pageOf(1).repeat(3_000))
  const child = spawn(process.execPath, [BIN, 'parse', 'long.txt', '-o', 'long/1.json'], { cwd: at('.') })
  let words = ''
  child.stderr.on('data', (chunk) => {
    words += chunk
  })
  const interrupt = setInterval(() => {
    if (!list().includes('long/.1.json.part')) return
    child.kill('SIGINT')
    clearInterval(interrupt)
  }, 5)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(interrupt)
  expect({ code, words }).toEqual({ code: 130, words: 'speeches: Interrupted.\n' })
  expect(list().filter((path) => path.startsWith('long/'))).toEqual([])
})
