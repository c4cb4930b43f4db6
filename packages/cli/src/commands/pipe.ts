import { lexicon } from '@speeches/parser/lexicon'
import { printAll } from '../output.ts'
import { type Answering, answerTo, type ShapeName } from '../pipe/answer.ts'
import { lineGroups } from '../pipe/lines.ts'
import { converterTo, type ScriptName } from '../script.ts'

export interface PipeFlags {
  to: ShapeName
  script: ScriptName
  maxSize: number
}

/** Answers are printed in pieces of about this many UTF-16 code units. */
const BATCH = 1 << 16

/**
 * `speeches pipe`: a page a line on standard input, an answer a line on standard output, in the same order. Reads no
 * further than its answers are taken, keeps nothing, and answers a line that it cannot read with `{"id", "error"}`.
 */
export async function runPipe({ to, script, maxSize }: PipeFlags): Promise<void> {
  const convert = await converterTo(script)
  const answering: Answering = { to, options: { lexicon }, ...(convert && { convert }), maxSize }
  let number = 0
  for await (const lines of lineGroups(process.stdin, maxSize)) {
    let answers = ''
    for (const line of lines) {
      answers += `${await answerTo(line, ++number, answering)}\n`
      if (answers.length < BATCH) continue
      await printAll(answers)
      answers = ''
    }
    if (answers !== '') await printAll(answers)
  }
}
