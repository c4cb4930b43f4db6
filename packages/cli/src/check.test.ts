import { readFileSync } from 'node:fs'
import { parse } from '@speeches/parser'
import { catalogue } from '@speeches/parser/messages'
import type { Log } from 'sarif'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkFormats } from './check/format.ts'
import { applySeverities } from './check/severity.ts'
import { configSchema } from './config/definition.ts'
import type { Page } from './input.ts'
import { colourPaint } from './output.ts'
import { createFolder } from './testing/command.ts'

const { remove, speeches, write } = createFolder()
afterAll(remove)

/** Two points announced, 二、 missing, a year left out, and text in the middle that no rule is about. */
const GAP =
  '乡亲们：\n我讲三点意见。\n一、抓好水利。\n20xx年修渠三里，年底完工。\n三、抓好道路。\n修路五里，入冬前完工。\n谢谢大家！\n'
const CLEAN = '乡亲们：\n今天我们开会，商量修渠。\n渠修好了，水就来了。\n谢谢大家！\n'

const page = (text: string): Page => ({ ...parsedPage, text, name: 'a, b:1.txt', path: 'a, b:1.txt' })
const parsedPage = { ok: true, encoding: 'utf-8', bom: false, invalid: null, messages: [] } as unknown as Page
const messagesOf = (text: string) => applySeverities(parse(text).messages, {})

beforeAll(() => {
  write('gap.txt', GAP)
  write('clean.txt', CLEAN)
})

describe('--lang zh', () => {
  const reasonsOf = (args: string[]) => speeches(['check', '--ignore', 'elision', ...args], GAP).stdout

  test('words messages in Chinese, whatever the format', () => {
    const [announced, gap] = JSON.parse(reasonsOf(['--lang', 'zh', '--format', 'json']))
    expect(announced).toMatchObject({ ruleId: 'announced-count-differs', reason: expect.stringMatching(/[一-龥]/) })
    expect(gap.note).toMatch(/^[^a-z]+$/)
    expect(reasonsOf(['--lang', 'zh'])).toContain(gap.reason)
  })

  test('is not what is said unless asked for', () => {
    expect(JSON.parse(reasonsOf(['--format', 'json']))[1].note).toMatch(/^[A-Z][a-z]+ /)
  })
})

describe('severities', () => {
  const rulesOf = (args: string[], input = GAP) =>
    Object.fromEntries(
      JSON.parse(speeches(['check', '--format', 'json', ...args], input).stdout).map(
        ({ ruleId, fatal }: { ruleId: string; fatal: boolean | null }) => [ruleId, fatal],
      ),
    )

  test('are those of the catalogue', () => {
    expect(rulesOf([])).toEqual({ 'announced-count-differs': false, elision: null, 'numbering-gap': false })
  })

  test('can be set on the command line, where an error answers 1', () => {
    const args = ['--rule', 'elision=off', '--rule', 'numbering-gap=error', '--ignore', 'announced-count-differs']
    expect(rulesOf(args)).toEqual({ 'numbering-gap': true })
    expect(speeches(['check', ...args], GAP).status).toBe(1)
    expect(speeches(['check', '--rule', 'numbering-gap=info'], GAP).status).toBe(0)
  })

  test('can be set in the nearest configuration above the page; the command line goes before', () => {
    write('set/speeches.config.json', '{"rules":{"elision":"warning","numbering-gap":"error"}}')
    write('set/below/deeper/gap.txt', GAP)
    const path = 'set/below/deeper/gap.txt'
    expect(rulesOf([path])).toMatchObject({ elision: false, 'numbering-gap': true })
    write('set/below/speeches.config.json', '{"$schema":"x","rules":{"elision":"off"}}')
    expect(rulesOf([path])).toEqual({ 'announced-count-differs': false, 'numbering-gap': false })
    expect(rulesOf(['--rule', 'elision=error', path])).toMatchObject({ elision: true })
    expect(rulesOf(['--config', 'set/speeches.config.json', path])).toMatchObject({ elision: false })
    expect(rulesOf([])).toMatchObject({ 'numbering-gap': false })
  })

  test.each([
    ['{"rule":{}}', 'There is no setting "rule". Did you mean rules?'],
    ['{"rules":{"numbering-gaps":"off"}}', 'There is no rule "numbering-gaps". Did you mean numbering-gap?'],
    ['{"rules":{"elision":"of"}}', '"of" is no severity of "elision". Choose off, info, warning, error.'],
    ['{"rules":[]}', '"rules" is no object'],
    ['[]', 'is no configuration'],
    ['{', 'is no JSON'],
  ])('a configuration of %s is refused', (config, reason) => {
    write('wrong/speeches.config.json', config)
    write('wrong/gap.txt', GAP)
    const { status, stdout, stderr } = speeches(['check', 'wrong/gap.txt'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('speeches.config.json')
    expect(stderr).toContain(reason)
  })

  test('a configuration that is not there is refused', () => {
    expect(speeches(['check', '--config', 'none.json', 'gap.txt'])).toMatchObject({ status: 2, stdout: '' })
  })

  test('the schema of the configuration is published, and names every rule', () => {
    const schema = JSON.parse(readFileSync(new URL('../dist/speeches.config.schema.json', import.meta.url), 'utf8'))
    expect(schema).toEqual(configSchema())
    expect(Object.keys(schema.properties.rules.properties)).toEqual(Object.keys(catalogue))
    expect(schema.properties.rules.properties.elision).toMatchObject({ enum: ['off', 'info', 'warning', 'error'] })
  })
})

describe('pretty', () => {
  test('prints place, severity, reason and rule, the line, and a caret as wide as the place is on a terminal', () => {
    const { stdout } = speeches(['check', '--ignore', 'elision,announced-count-differs', 'gap.txt'])
    expect(stdout).toBe(
      'gap.txt:5:1 warning “三、” follows “一、”: 2 is missing. numbering-gap\n    三、抓好道路。\n    ^^^^^^^^^^^^^^\n',
    )
  })

  test('colours what is for a terminal', () => {
    const gap = messagesOf(GAP).filter(({ ruleId }) => ruleId === 'numbering-gap')
    const [line = ''] = [...checkFormats.pretty.write(page(GAP), gap, colourPaint)]
    expect(line).toContain('\u001b[33mwarning\u001b[0m')
  })

  test('is quiet on clean text', () => {
    expect(speeches(['check', 'clean.txt'])).toEqual({ status: 0, stdout: '', stderr: 'Nothing found.\n' })
  })

  test('sums up several pages', () => {
    const { status, stdout, stderr } = speeches(['check', 'gap.txt', 'clean.txt', 'missing.txt'])
    expect(status).toBe(2)
    expect(stdout.match(/^gap\.txt:\d+:\d+ /gm)).toHaveLength(3)
    expect(stderr).toContain('speeches: 1 page of 3 could not be used:\n  missing.txt does not exist.')
    expect(stderr).toContain('2 warnings, 1 info\n')
  })
})

describe('json', () => {
  test('is one list over all pages, in their order', () => {
    write('gap2.txt', GAP)
    const found = JSON.parse(speeches(['check', '--format', 'json', 'gap.txt', 'clean.txt', 'gap2.txt']).stdout)
    expect(found.map(({ file }: { file: string }) => file)).toEqual([
      ...['gap.txt', 'gap.txt', 'gap.txt'],
      ...['gap2.txt', 'gap2.txt', 'gap2.txt'],
    ])
    expect(JSON.parse(speeches(['check', '--format', 'json', 'clean.txt']).stdout)).toEqual([])
  })
})

describe('github', () => {
  test('is a workflow command a message, escaped', () => {
    const [line] = checkFormats.github.write(
      page(GAP),
      messagesOf(GAP).filter(({ ruleId }) => ruleId === 'numbering-gap'),
    )
    expect(line).toBe(
      '::warning file=a%2C b%3A1.txt,line=5,col=1,endLine=5,endColumn=8,title=numbering-gap::' +
        '“三、” follows “一、”: 2 is missing.\n',
    )
  })
})

describe('sarif', () => {
  test('is a log of one run, by the rules of SARIF 2.1.0', () => {
    write('a folder/页 1.txt', GAP)
    const { stdout } = speeches(['check', '--format', 'sarif', 'a folder/页 1.txt', 'clean.txt', 'gap.txt'])
    const log: Log = JSON.parse(stdout)
    expect(log.version).toBe('2.1.0')
    expect(log.$schema).toMatch(/^https:\/\/.*sarif-schema-2\.1\.0\.json$/)
    expect(log.runs).toHaveLength(1)
    const [run] = log.runs
    const rules = run?.tool.driver.rules ?? []
    expect(run?.columnKind).toBe('utf16CodeUnits')
    expect(rules.map(({ id }) => id)).toEqual(Object.keys(catalogue))
    for (const rule of rules) expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration?.level)

    const results = run?.results ?? []
    expect(results).toHaveLength(6)
    for (const { ruleId, ruleIndex = -1, level, message, locations } of results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId)
      expect(['error', 'warning', 'note', 'none']).toContain(level)
      expect(message.text).not.toBe('')
      expect(locations).toHaveLength(1)
    }
    const gap = results.find(({ ruleId }) => ruleId === 'numbering-gap')?.locations?.[0]?.physicalLocation
    expect(gap).toEqual({
      artifactLocation: { uri: 'a%20folder/%E9%A1%B5%201.txt', uriBaseId: '%SRCROOT%' },
      region: { startLine: 5, startColumn: 1, endLine: 5, endColumn: 8, charOffset: 37, charLength: 7 },
    })
    expect(GAP.slice(37, 44)).toBe('三、抓好道路。')
  })

  test('of a clean page has no results', () => {
    const log: Log = JSON.parse(speeches(['check', '--format', 'sarif'], CLEAN).stdout)
    expect(log.runs[0]?.results).toEqual([])
  })

  test('carries what could stand there as a fix', () => {
    const text = '开会了。'
    const place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 3, offset: 2 } }
    const message = {
      reason: 'x',
      ruleId: 'elision',
      source: 'speeches',
      place,
      fatal: null,
      expected: ['散会'],
    } as const
    const [result = ''] = checkFormats.sarif.write(page(text), [{ ...message, expected: ['散会'] }])
    expect(JSON.parse(result).fixes[0].artifactChanges[0].replacements[0]).toMatchObject({
      deletedRegion: { charOffset: 0, charLength: 2 },
      insertedContent: { text: '散会' },
    })
  })
})
