import { spawn } from 'node:child_process'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApi } from './testing/api.ts'
import { type Answer, BIN, createFolder, pageOf } from './testing/command.ts'

let api: Awaited<ReturnType<typeof startApi>>
let folder: ReturnType<typeof createFolder>
beforeAll(async () => {
  api = await startApi()
})
afterAll(async () => await api.close())
beforeEach(() => {
  folder = createFolder()
  for (let i = 1; i <= 5; i++) folder.write(`pages/${i}.txt`, pageOf(i))
})
afterEach(() => {
  folder.remove()
  api.stored.clear()
  api.requests()
})

/** Runs the command while the API here answers it. */
async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Answer> {
  const child = spawn(process.execPath, [BIN, 'import', ...args], {
    cwd: folder.at('.'),
    env: { ...process.env, ...env },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { status, stdout, stderr }
}

const ADDRESS = () => ['--api', api.url]
const origins = () => [...api.stored.keys()].sort()
const sentPages = () => api.requests().flatMap(({ pages }) => pages.map(({ name }) => name))

describe('speeches import', () => {
  test('stores pages under their paths, each once however often it runs', async () => {
    const { status, stdout, stderr } = await run(['pages', ...ADDRESS()])
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toMatch(/^5 of 5 pages are stored, in \d+ s: 5 new, 0 changed, 0 there already\.\n$/)
    expect(origins()).toEqual([1, 2, 3, 4, 5].map((i) => `pages/${i}.txt`))
    expect(api.stored.get('pages/3.txt')).toBe(pageOf(3))

    folder.write('pages/2.txt', pageOf(20))
    expect((await run(['./pages', ...ADDRESS()])).stderr).toContain('0 new, 1 changed, 4 there already')
  })

  test('calls pages after a prefix and their paths below the folder', async () => {
    folder.write('pages/a/b.txt', pageOf(6))
    await run(['pages', '--origin', 'https://example.org/', ...ADDRESS()])
    expect(origins()).toContain('https://example.org/a/b.txt')
    expect(sentPages()).toContain('b.txt')
  })

  test('sends many pages in parts, and follows them to the end', async () => {
    for (let i = 1; i <= 120; i++) folder.write(`many/${i}.txt`, pageOf(i))
    const { stderr } = await run(['many', ...ADDRESS()])
    expect(stderr).toContain('120 of 120 pages are stored')
    expect(api.stored.size).toBe(120)
    const sent = api.requests().filter(({ method }) => method === 'POST')
    expect(sent.map(({ pages }) => pages.length)).toEqual([50, 50, 20])
    expect(new Set(sent.map(({ once }) => once)).size).toBe(3)
  })

  test('asks again where it is busy or breaks off, and stores nothing twice', async () => {
    const busy = { status: 503, headers: { 'Retry-After': '0' } }
    api.moods.push(
      () => undefined,
      () => busy,
      () => 'hang up',
      () => 'break off',
      () => undefined,
      () => 'break off',
      () => ({ ...busy, status: 429 }),
    )
    const { status, stderr } = await run(['pages', ...ADDRESS()])
    expect(status).toBe(0)
    expect(stderr).toContain(`${api.url}: it answers 503; trying again in 0 s`)
    expect(stderr).toContain('5 of 5 pages are stored')
    const sent = api.requests().filter(({ method }) => method === 'POST')
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map(({ once }) => once)).size).toBe(1)
    expect(api.stored.size).toBe(5)
  })

  test('sends less at once where that was too much', async () => {
    const tooMuch = ({ pages }: { pages: object[] }) => (pages.length > 2 ? { status: 413 } : undefined)
    api.moods.push(...Array.from({ length: 20 }, () => tooMuch))
    const { stderr } = await run(['pages', ...ADDRESS()])
    api.moods.splice(0)
    expect(stderr).toContain('5 of 5 pages are stored')
  })

  test('lists pages that cannot be stored, and answers 2', async () => {
    folder.write('pages/empty.txt', '')
    folder.write('pages/odd.txt', 'unreadable')
    folder.write('pages/large.txt', pageOf(1).repeat(50))
    const { status, stderr } = await run(['pages', 'missing.txt', '--max-size', '2KB', ...ADDRESS()])
    expect(status).toBe(2)
    expect(stderr).toContain('5 of 9 pages are stored')
    expect(stderr).toContain('speeches: 4 pages of 9 could not be stored:')
    expect(stderr).toContain('pages/empty.txt: The file is empty.')
    expect(stderr).toContain('pages/odd.txt: The page cannot be read. Save it again.')
    expect(stderr).toMatch(/pages\/large\.txt has \d+ KiB beyond the limit|pages\/large\.txt has [\d.]+ KiB beyond/)
    expect(stderr).toContain('missing.txt does not exist.')
  })

  test('a page that is too large alone is one that cannot be stored', async () => {
    api.moods.push(
      () => undefined,
      () => ({ status: 413 }),
    )
    const { status, stderr } = await run(['pages/1.txt', ...ADDRESS()])
    expect(status).toBe(2)
    expect(stderr).toContain('pages/1.txt: The page is larger than the API takes. Split it.')
  })
})

describe('speeches import --resume', () => {
  const resumed = (...args: string[]) => run(['pages', '--resume', 'state.ndjson', ...args, ...ADDRESS()])

  test('sends only what is not stored, or has changed', async () => {
    folder.write('pages/odd.txt', 'unreadable')
    expect((await resumed()).status).toBe(2)
    expect(sentPages()).toHaveLength(6)
    folder.write('pages/2.txt', pageOf(20))
    folder.write('pages/6.txt', pageOf(6))
    const { stderr } = await resumed()
    expect(sentPages().sort()).toEqual(['2.txt', '6.txt', 'odd.txt'])
    expect(stderr).toContain('6 of 7 pages are stored')
    folder.write('pages/odd.txt', pageOf(7))
    expect((await resumed()).status).toBe(0)
    expect(sentPages()).toEqual(['odd.txt'])
    expect((await resumed()).status).toBe(0)
    expect(sentPages()).toEqual([])
  })

  test('goes on where it was cut off', async () => {
    for (let i = 6; i <= 120; i++) folder.write(`pages/${i}.txt`, pageOf(i))
    const denied = { status: 401, body: { detail: 'There is no such key.', advice: 'Send one.' } }
    let posts = 0
    const second = ({ method }: { method: string }) => (method === 'POST' && ++posts === 3 ? denied : undefined)
    api.moods.push(...Array.from({ length: 500 }, () => second))
    const cut = await resumed()
    api.moods.splice(0)
    expect(cut.status).toBe(2)
    const stored = folder.read('state.ndjson').trimEnd().split('\n').length - 1
    expect(stored).toBeGreaterThanOrEqual(1)
    api.requests()
    expect((await resumed()).stderr).toContain('120 of 120 pages are stored')
    expect(sentPages()).toHaveLength(120 - stored)
  })

  test('keeps what it knows of other pages', async () => {
    await resumed()
    const one = await run(['pages/1.txt', '--resume', 'state.ndjson', ...ADDRESS()])
    expect(one.stderr).toContain('1 of 1 pages are stored')
    sentPages()
    await resumed()
    expect(sentPages()).toEqual([])
  })

  test('does not send its own file', async () => {
    const all = () => run(['.', '--resume', 'state.ndjson', ...ADDRESS()])
    expect((await all()).stderr).toContain('5 of 5 pages are stored')
    expect((await all()).stderr).toContain('5 of 5 pages are stored')
    expect(origins()).not.toContain('state.ndjson')
  })

  test('does not take the state of another store for its own', async () => {
    await resumed()
    const { status, stderr } = await resumed('--origin', 'x/')
    expect(status).toBe(2)
    expect(stderr).toContain('state.ndjson is of a run with other options')
  })
})

describe('speeches import says', () => {
  test.each([
    [['pages'], "required option '--api <url>' not specified"],
    [['pages', '--api', 'nowhere'], '"nowhere" is no address.'],
    [['pages', '--api', 'http://127.0.0.1:1'], 'Nothing answers at http://127.0.0.1:1. Check --api'],
  ])('what is wrong with %j', async (args, said) => {
    const { status, stderr } = await run(args)
    expect(status).toBe(2)
    expect(stderr).toContain(said)
  })

  test('that standard input has no name', async () => {
    const { status, stderr } = await run(['-', ...ADDRESS()])
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Standard input has no name'),
    })
  })

  test('that this is no API', async () => {
    api.moods.push(() => ({ status: 404 }))
    const { stderr } = await run(['pages', ...ADDRESS()])
    expect(stderr).toContain(`${api.url} answers 404: it is no API of speeches.`)
  })

  test('that a key is needed; one is sent where there is one', async () => {
    api.moods.push(
      () => undefined,
      () => ({ status: 401, body: { detail: 'This needs a key with the scope write.', advice: 'Send one.' } }),
    )
    const { status, stderr } = await run(['pages', ...ADDRESS()])
    expect(status).toBe(2)
    expect(stderr).toContain('speeches: This needs a key with the scope write. Set SPEECHES_API_KEY to a key')
    api.requests()
    await run(['pages/1.txt', ...ADDRESS()], { SPEECHES_API_KEY: 'secret' })
    expect(api.requests().map(({ key }) => key)).toEqual(['Bearer secret', 'Bearer secret'])
  })
})
