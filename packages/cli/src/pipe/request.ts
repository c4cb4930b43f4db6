import { isUtf8 } from 'node:buffer'
import { Problem } from '../problem.ts'
import { formatSize } from '../size.ts'
import type { Line } from './lines.ts'

/** What a page is called in its answer. */
export type Id = string | number

/** A page that came in on a line. */
export interface Request {
  id: Id
  text: string
}

/** A line that cannot be read; it is answered under the id that could still be made out. */
export class Unreadable extends Problem {
  id: Id

  constructor(id: Id, reason: string) {
    super(reason)
    this.id = id
  }
}

const BRACE = 0x7b

/**
 * The page on a line: an object with `text` and, if it likes, `id`; or else the line itself. Where there is no id,
 * the number of the line stands for it. Throws Unreadable, and nothing else.
 *
 * @param most how many bytes a line may have; for what is said about a longer one, which comes as null
 */
export function readRequest(line: Line, number: number, most: number): Request {
  if (line === null)
    throw new Unreadable(number, `The line is longer than ${formatSize(most)}. Allow more with --max-size.`)
  if (!isUtf8(line))
    throw new Unreadable(number, 'The line is not UTF-8. Decode the page before, or use `speeches parse`.')
  const written = Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('utf8')
  const request = line[0] === BRACE ? readObject(written, number) : { id: number, text: written }
  if (request.text.trim() === '') throw new Unreadable(request.id, 'The page is empty.')
  return request
}

function readObject(written: string, number: number): Request {
  const { id, text } = parseObject(written, number)
  if (id !== undefined && !isId(id)) throw new Unreadable(number, 'The id is no string and no number that JSON keeps.')
  const known = id ?? number
  if (typeof text !== 'string') throw new Unreadable(known, 'The object has no "text" with the page as a string.')
  return { id: known, text }
}

function parseObject(written: string, number: number): { id?: unknown; text?: unknown } {
  try {
    return JSON.parse(written)
  } catch {
    throw new Unreadable(number, 'The line begins like a JSON object and is none.')
  }
}

/** Numbers that lose digits on the way through JSON would answer for another page. */
function isId(id: unknown): id is Id {
  if (typeof id === 'number') return Number.isInteger(id) ? Number.isSafeInteger(id) : Number.isFinite(id)
  return typeof id === 'string'
}
