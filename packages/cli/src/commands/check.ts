import { jsonPieces } from '@speeches/formats'
import type { Message } from '@speeches/parser'
import { readPage } from '../input.ts'
import { choosePaint, print } from '../output.ts'
import { prettyMessages, summarize } from '../pretty.ts'
import { parsePage } from './parse.ts'

export interface CheckFlags {
  format: 'pretty' | 'json'
  ignore?: string[]
  maxSize: number
}

/** `speeches check`: what an editor should know about the page. Answers 1 where an error is found. */
export async function runCheck(file: string | undefined, { format, ignore = [], maxSize }: CheckFlags): Promise<void> {
  const page = await readPage(file, maxSize)
  const { messages: all } = await parsePage(page)
  const messages = all.filter(({ ruleId }) => !ignore.includes(ruleId)).sort((a, b) => offsetOf(a) - offsetOf(b))

  if (messages.some(({ fatal }) => fatal)) process.exitCode = 1
  if (format === 'json') {
    await print([...jsonPieces(messages, {}), '\n'])
    return
  }
  await print(prettyMessages(page, messages, choosePaint()))
  console.error(summarize(messages))
}

function offsetOf({ place }: Message): number {
  return place?.start.offset ?? -1
}
