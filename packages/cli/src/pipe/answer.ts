import { write } from '@speeches/formats'
import { type ParseOptions, type ParseResult, parse } from '@speeches/parser'
import type { Line } from './lines.ts'
import { type Request, readRequest, Unreadable } from './request.ts'

/** What can come out of a page: the key of the answer, how much is to be found out for it, and its value as JSON. */
interface Shape {
  key: string
  options: ParseOptions
  write(result: ParseResult): Promise<string>
}

/** What `speeches pipe --to` can be told. */
export const shapes = {
  /** The speeches as restored, as `parse --to text` writes them. */
  text: {
    key: 'text',
    options: { annotate: false, check: false },
    write: async (result) => JSON.stringify(await write(result, 'text')),
  },
  speeches: {
    key: 'speeches',
    options: { check: false },
    write: async (result) => asList(await write(result, 'ndjson')),
  },
  paragraphs: {
    key: 'paragraphs',
    options: { annotate: false, check: false },
    write: async (result) => asList(await write(result, 'ndjson-paragraphs')),
  },
  result: {
    key: 'result',
    options: {},
    write: async (result) => JSON.stringify(result),
  },
} satisfies Record<string, Shape>

export type ShapeName = keyof typeof shapes

/** What answers are made with. */
export interface Answering {
  to: ShapeName
  options: ParseOptions
  /** Brings a result into another script, where that is asked for. */
  convert?: (result: ParseResult) => Promise<ParseResult>
  /** How many bytes a line may have. */
  maxSize: number
}

/** The answer to a line, as a line of JSON without its line end; for whatever line, one answer. */
export async function answerTo(line: Line, number: number, answering: Answering): Promise<string> {
  try {
    return await answerWith(readRequest(line, number, answering.maxSize), answering)
  } catch (error) {
    if (error instanceof Unreadable) return JSON.stringify({ id: error.id, error: error.message })
    throw error
  }
}

async function answerWith({ id, text }: Request, { to, options, convert }: Answering): Promise<string> {
  const shape: Shape = shapes[to]
  try {
    const result = parse(text, { ...options, ...shape.options })
    const value = await shape.write(convert ? await convert(result) : result)
    return `{"id":${JSON.stringify(id)},"${shape.key}":${value}}`
  } catch (error) {
    throw new Unreadable(id, `This is a fault of the program; please report it. ${error}`)
  }
}

/** Lines of JSON as a list: no value holds a line end of its own. */
function asList(lines: string): string {
  return `[${lines.trimEnd().replaceAll('\n', ',')}]`
}
