import { parse } from '@speeches/core'
import { compare, print } from './measure.ts'
import { glossedPage } from './restore-page.ts'

/**
 * How long parsing takes, measured against decoding the same bytes in the same run,
 * and whether it stays linear: glossed text without shifted runs, 100 kB and 10 MB.
 */
export function benchParse(): void {
  print('parse, × TextDecoder', [
    ['structure alone', compare(glossedPage, (source) => parse(source, { annotate: false, check: false }).collection)],
    ['structure and edits', compare(glossedPage, (source) => parse(source, { annotate: false, check: false }).edits)],
    ['everything', compare(glossedPage, (source) => parse(source).edits)],
    ['many items', compare(manyItems, (source) => parse(source, { annotate: false, check: false }).collection)],
    ['numbered lines', compare(numberedLines, (source) => parse(source, { annotate: false, check: false }).collection)],
    ['one line', compare(oneLine, (source) => parse(source, { annotate: false, check: false }).collection)],
  ])
}

/** A collection of very many short items. */
function manyItems(size: number): string {
  const items: string[] = []
  for (let i = 1, length = 0; length < size; i++) {
    const item = `青禾小學講話篇${i}\n同學們:\n今天開學了,大家要守時,要讀書,要鍛煉身體。\n謝謝大家!\n`
    items.push(item)
    length += item.length
  }
  return items.join('')
}

/** A page of very many numbered lines. */
function numberedLines(size: number): string {
  const lines = ['青禾小學守則講話', '同學們:']
  for (let i = 1, length = 0; length < size; i++) {
    const line = `${i}、上學不遲到,放學不亂跑,見了老師要問好。`
    lines.push(line)
    length += line.length + 1
  }
  return `${lines.join('\n')}\n謝謝大家!\n`
}

/** A page of one line. */
function oneLine(size: number): string {
  return `同學們:${'今天開學了,大家要守時,要讀書,要鍛煉身體。'.repeat(Math.ceil(size / 22))}謝謝大家!`
}
