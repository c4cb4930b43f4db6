import { isDateLine } from '../constructs/closing.ts'
import { isDirection } from '../constructs/stage.ts'
import { endsInGenre } from '../constructs/title.ts'
import { isGreeting, SUBTITLE } from '../lead.ts'
import { type Line, lengthOf } from '../line.ts'

/** Whether a title stands below the words of a speech: who is addressed below it hears another one. */
export function isTitled(body: readonly Line[]): boolean {
  const last = body.at(-1)
  return body.length > 1 && last !== undefined && !last.isStage && isTitle(last)
}

/**
 * Takes back the title of the next speech, and who gives it, from behind the end of the speech before.
 * Where `named` lines stand above the first speech of the page, as many stand above the others.
 */
export function takeTitle(body: Line[], skip: (line: Line) => boolean, named: number): Line[] {
  let from = body.length
  while (from > 1 && isTitle(body[from - 1] as Line)) from--
  if (from < body.length) return body.splice(from)
  while (from > 1 && body.length - from < named && isHead(body[from - 1] as Line) && !skip(body[from - 1] as Line))
    from--
  return body.length - from === named ? body.splice(from) : []
}

/** How many lines above a speech name it or its speaker; a remark in brackets does not. */
export function countNamed(bylines: readonly Line[]): number {
  return bylines.filter((line) => !/^[([【]/.test(line.head) && !isGreeting(line)).length
}

/** A line above a speech is short and neither a sentence, a date nor a closing. */
function isHead(line: Line): boolean {
  return lengthOf(line) <= SUBTITLE && !/[。!?,:;…]/.test(line.head) && !isDateLine(line.head) && !line.isStage
}

/** 學員代表發言    縣長在開工儀式上的講話    (女方父親用) */
function isTitle(line: Line): boolean {
  if (line.isStage) return line.head.startsWith('(') && !isDirection(line.head)
  const said = line.head.replace(/^【(.*)】$/, '$1')
  return lengthOf(line) <= SUBTITLE && endsInGenre(said) && !/[。!?,:;…]/.test(line.head) && !isDateLine(line.head)
}
