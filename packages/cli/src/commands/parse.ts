import { describeInvalidBytes, type WriterName, writers } from '@speeches/formats'
import { type ParseResult, parse } from '@speeches/parser'
import { type Page, readPage } from '../input.ts'
import { lexiconFor } from '../lexicon.ts'
import { print } from '../output.ts'

export interface ParseFlags {
  to: WriterName
  maxSize: number
}

/** `speeches parse`: the page as a tree, written in the format asked for. */
export async function runParse(file: string | undefined, { to, maxSize }: ParseFlags): Promise<void> {
  const page = await readPage(file, maxSize)
  await print(writers[to].write(await parsePage(page)))
}

/** A page parsed, with what its reading had to say before all other messages. */
export async function parsePage(page: Page): Promise<ParseResult> {
  const result = parse(page.text, await lexiconFor(page.text))
  const invalid = describeInvalidBytes(page)
  return invalid ? { ...result, messages: [invalid, ...result.messages] } : result
}
