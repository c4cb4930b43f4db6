import { Problem } from '../problem.ts'
import { type ParseFlags, runParse } from './parse.ts'

/** `speeches convert page.docx page.epub`: like `parse`, with the output named last. */
export async function runConvert(paths: readonly string[], flags: Omit<ParseFlags, 'output'>): Promise<void> {
  const output = paths.at(-1)
  if (output === undefined || paths.length < 2) {
    throw new Problem('Name what to read and what to write, such as: speeches convert page.docx page.md.')
  }
  await runParse(paths.slice(0, -1), { ...flags, output })
}
