import { describe, expect, test } from 'vitest'
import { diffLines } from './diff.ts'
import { caretLine, excerpt } from './excerpt.ts'
import { colourPaint, plainPaint, wantsColour } from './output.ts'
import { formatSize, parseSize } from './size.ts'
import { widthOf } from './width.ts'

describe('sizes', () => {
  test.each([
    ['1', 1],
    ['65536', 65536],
    ['10MB', 10_000_000],
    ['10mb', 10_000_000],
    ['64MiB', 67_108_864],
    ['1.5 KiB', 1536],
    ['500kB', 500_000],
    ['20 B', 20],
  ])('%s', (written, bytes) => {
    expect(parseSize(written)).toBe(bytes)
  })

  test.each(['', 'MB', '-1', '1e6', '10 M', '10MBs', '0x10'])('%j is none', (written) => {
    expect(() => parseSize(written)).toThrow('is no size')
  })

  test.each([
    [1, '1 byte'],
    [1023, '1023 bytes'],
    [1536, '1.5 KiB'],
    [67_108_864, '64 MiB'],
  ])('%i bytes read %s', (bytes, written) => {
    expect(formatSize(bytes)).toBe(written)
  })
})

describe('width on a terminal', () => {
  test.each([
    ['abc', 3],
    ['修渠', 4],
    ['，。《》', 8],
    ['結(jié)', 7],
    ['𠀀', 2],
    ['a\u200bb\u0301', 2],
  ])('%j', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })
})

describe('excerpts', () => {
  const show = (text: string, start: number, end: number) => {
    const shown = excerpt(text, start, end)
    return `${shown.before}|${shown.at}|${shown.behind}\n${caretLine(shown)}`
  }

  test('show the line of a place', () => {
    expect(show('第一行\n一、修渠a。\n第三行', 6, 8)).toBe('一、|修渠|a。\n    ^^^^')
  })

  test('end at a CR too, and at the end of the text', () => {
    expect(show('第一行\r一、修渠\r\n', 4, 6)).toBe('|一、|修渠\n^^^^')
    expect(show('修渠', 2, 2)).toBe('修渠||\n    ^')
  })

  test('cut a long line on both sides', () => {
    const line = '渠'.repeat(100)
    expect(show(line, 50, 52)).toBe(`…${'渠'.repeat(20)}|渠渠|${'渠'.repeat(20)}…\n${' '.repeat(41)}^^^^`)
    expect(show(line, 0, 100)).toBe(`|${'渠'.repeat(30)}|…\n${'^'.repeat(60)}`)
  })

  test('show the first line of a place that spans several', () => {
    expect(show('修渠；\n修路。', 0, 6)).toBe('|修渠；|\n^^^^^^')
  })

  test('never cut a character in two', () => {
    const shown = excerpt('𠀀'.repeat(40), 41, 43)
    expect(`${shown.before}${shown.at}${shown.behind}`).not.toMatch(/\p{Surrogate}/u)
  })

  test('hold no character that would move the cursor', () => {
    expect(show('修\t渠\u001b[31m', 2, 3)).toBe('修 |渠| [31m\n   ^^')
  })
})

describe('colour', () => {
  test.each([
    ['a terminal', true, {}, true],
    ['no terminal', undefined, {}, false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR, which says nothing', true, { NO_COLOR: '' }, true],
    ['a terminal that has none', true, { TERM: 'dumb' }, false],
  ])('%s', (_, isTTY, env, wanted) => {
    expect(wantsColour(isTTY === undefined ? {} : { isTTY }, env)).toBe(wanted)
  })
})

describe('the diff of a restoration', () => {
  const start = { line: 1, column: 2, offset: 1 }
  const edit = {
    rule: 'shift' as const,
    position: { start, end: { line: 1, column: 4, offset: 3 } },
    original: '??',
    replacement: '渠和',
    certainty: 'likely' as const,
    evidence: { readings: 3, margin: 2.25 },
  }

  test('shows before, after, rule, certainty and evidence', () => {
    expect([...diffLines('修??路', [edit], plainPaint)]).toEqual([
      '1:2 shift likely (3 readings, margin 2.3)  修[-??-]{+渠和+}路\n',
    ])
  })

  test('shows a line end that was taken out', () => {
    const end = { line: 2, column: 1, offset: 4 }
    const joined = {
      ...edit,
      position: { start: { line: 1, column: 4, offset: 3 }, end },
      original: '\n',
      replacement: '',
    }
    expect([...diffLines('修渠；\n种树。', [joined], plainPaint)][0]).toContain('修渠；[-⏎-]种树。')
  })

  test('paints what was taken out and put in', () => {
    expect([...diffLines('修??路', [edit], colourPaint)].join('')).toContain(
      '修\u001b[31m[-??-]\u001b[0m\u001b[32m{+渠和+}\u001b[0m路',
    )
  })
})
