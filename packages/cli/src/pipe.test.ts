import { spawn } from 'node:child_process'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { lineGroups } from './pipe/lines.ts'
import { BIN, createFolder, pageOf } from './testing/command.ts'

const { remove, speeches } = createFolder()
afterAll(remove)

/** The answers of the real process, one a line. */
function pipe(lines: readonly (string | Uint8Array)[], args: string[] = []): Record<string, unknown>[] {
  const input = Buffer.concat(lines.flatMap((line) => [Buffer.from(line as string), Buffer.from('\n')]))
  const { status, stdout, stderr } = speeches(['pipe', ...args], input)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout.endsWith('\n')).toBe(true)
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('speeches pipe', () => {
  test('answers objects under their id and plain lines under their number, in order', () => {
    const answers = pipe([
      JSON.stringify({ id: 'a', text: pageOf(1), more: true }),
      '各位代表：今天的会议到此结束。',
      JSON.stringify({ text: pageOf(3) }),
      JSON.stringify({ id: 0.5, text: pageOf(4) }),
    ])
    expect(answers.map(({ id }) => id)).toEqual(['a', 2, 3, 0.5])
    expect(answers[0]?.result).toEqual(JSON.parse(speeches(['parse'], pageOf(1)).stdout))
    expect(JSON.stringify(answers[1]?.result)).toContain('今天的会议到此结束。')
  })

  test('--to text gives what `parse --to text` writes', () => {
    const pages = [1, 2].map(pageOf)
    const answers = pipe(
      pages.map((text) => JSON.stringify({ text })),
      ['--to', 'text'],
    )
    expect(answers).toEqual(
      pages.map((page, i) => ({ id: i + 1, text: speeches(['parse', '--to', 'text'], page).stdout })),
    )
  })

  test.each([
    ['speeches', 'ndjson'],
    ['paragraphs', 'ndjson-paragraphs'],
  ])('--to %s gives the records of %s', (shape, format) => {
    const [answer] = pipe([JSON.stringify({ id: 'x', text: pageOf(1) })], ['--to', shape])
    const lines = speeches(['parse', '--to', format], pageOf(1)).stdout.trim().split('\n')
    expect(answer).toEqual({ id: 'x', [shape]: lines.map((line) => JSON.parse(line)) })
  })

  test('--script is that of the answers', () => {
    const [answer] = pipe([JSON.stringify({ text: pageOf(1) })], ['--to', 'text', '--script', 'simplified'])
    expect(answer?.text).toContain('乡亲们：\n今天开会，商量修渠。')
  })

  test.each([
    ['an empty line', '', 1, 'The page is empty.'],
    ['a blank page', '{"id":"b","text":" \\n"}', 'b', 'The page is empty.'],
    ['broken JSON', '{"id":"c","text":', 1, 'begins like a JSON object and is none'],
    ['an object without text', '{"id":"d"}', 'd', 'has no "text"'],
    ['a text that is no string', '{"id":"d","text":["x"]}', 'd', 'has no "text"'],
    ['an id that is no id', '{"id":{},"text":"x"}', 1, 'The id is no string'],
    ['an id that would lose digits', '{"id":12345678901234567890,"text":"x"}', 1, 'no number that JSON keeps'],
    ['bytes that are no UTF-8', new Uint8Array([0xb8, 0xf7, 0xce, 0xbb]), 1, 'is not UTF-8'],
    ['a line over the limit', `{"id":"e","text":"${'渠'.repeat(400)}"}`, 1, 'longer than 1000 bytes'],
  ])('answers %s with an error, and goes on', (_, line, id, error) => {
    const answers = pipe([line, '散会。'], ['--max-size', '1000', '--to', 'text'])
    expect(answers).toEqual([
      { id, error: expect.stringContaining(error) },
      { id: 2, text: '散会。\n' },
    ])
  })

  test('answers any line, one for one', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((json) => json.slice(0, -1)),
      fc.record({ id: fc.jsonValue(), text: fc.string({ unit: 'grapheme' }) }).map((object) => JSON.stringify(object)),
      fc.uint8Array().map((bytes) => bytes.filter((byte) => byte !== 10)),
      fc.constantFrom(
        '{'.repeat(100_000),
        `{"text":${'['.repeat(100_000)}`,
        '[',
        'null',
        '{}',
        '\u0000',
        '\ufeff',
        '\r',
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 200, maxLength: 400 }), (lines) => {
        const whole = lines.map((line) => (typeof line === 'string' ? line.replaceAll('\n', '') : line))
        const answers = pipe(whole, ['--to', 'text'])
        expect(answers).toHaveLength(whole.length)
        for (const answer of answers)
          expect(Object.keys(answer)).toEqual(['id', expect.stringMatching(/^(text|error)$/)])
        expect(JSON.stringify(answers)).not.toContain('fault of the program')
      }),
      { numRuns: 5 },
    )
  })

  test('answers each line before it waits for the next', async () => {
    const child = spawn(process.execPath, [BIN, 'pipe', '--to', 'text'])
    const answers = child.stdout[Symbol.asyncIterator]()
    for (const line of ['一。', '二。', '三。']) {
      child.stdin.write(`${line}\n`)
      expect(String((await answers.next()).value)).toContain(line)
    }
    child.stdin.end()
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  })

  test('reads no further than its answers are taken', async () => {
    const child = spawn(process.execPath, [BIN, 'pipe', '--to', 'text'])
    const line = `${JSON.stringify({ text: pageOf(1).repeat(200) })}\n`
    let sent = 0
    const write = () => {
      while (sent < 120) {
        sent++
        if (!child.stdin.write(line)) return
      }
      child.stdin.end()
    }
    child.stdin.on('drain', write)
    write()
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(sent).toBeLessThan(60)
    let answers = 0
    for await (const chunk of child.stdout) answers += String(chunk).split('\n').length - 1
    expect(answers).toBe(120)
  })
})

describe('lines', () => {
  const linesOf = async (chunks: readonly Uint8Array[], most: number) => {
    const lines: (string | null)[] = []
    for await (const group of lineGroups(Readable.from(chunks), most)) {
      for (const line of group) lines.push(line && Buffer.from(line).toString('latin1'))
    }
    return lines
  }

  test('are the same however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'bcd', '\n', '\r\n', '\r', 'e'.repeat(9)), { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        async (parts, sizes) => {
          const text = parts.join('')
          const chunks: Buffer[] = []
          for (let at = 0, i = 0; at < text.length; i++) {
            const size = sizes[i % sizes.length] as number
            chunks.push(Buffer.from(text.slice(at, at + size)))
            at += size
          }
          const expected = text.split('\n').map((line) => line.replace(/\r$/, ''))
          if (text === '' || text.endsWith('\n')) expected.pop()
          expect(await linesOf(chunks, 8)).toEqual(expected.map((line) => (line.length > 8 ? null : line)))
        },
      ),
    )
  })
})
