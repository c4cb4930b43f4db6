import type { Line } from '../line.ts'
import type { SalutationLines } from '../salutation.ts'

/** The lines of one speech, before they are told apart. */
export interface SpeechLines {
  bylines: Line[]
  salutation: SalutationLines | undefined
  body: Line[]
  readdresses: Set<Line>
  /** What those that are addressed again are called: 同學們: */
  called: Set<string>
  /** Lines of letters that are read aloud. */
  letters: ReadonlySet<Line>
}

/** Whether no word of a speech was read yet. */
export function isUnbegun({ body, salutation }: SpeechLines): boolean {
  return body.length === 0 && !salutation
}

/** Whether nothing but who speaks is known of a speech. */
export function isLabelled(speech: SpeechLines): boolean {
  return speech.bylines.length > 0 && isUnbegun(speech)
}

/** Notes a line that addresses the listeners of a speech again. */
export function readdress({ readdresses, called }: SpeechLines, line: Line): void {
  readdresses.add(line)
  called.add(line.tail.slice(-LISTENERS))
}

/** 同學們: */
export const LISTENERS = 4
