import type { Closing } from '../../schema/speech.ts'

/** The last lines of a speech in English, by their kind. */
const KINDS: readonly (readonly [Closing['kind'], RegExp])[] = [
  //  Thank you.    Thank you all very much!    Many thanks.
  ['thanks', /^(?:(?:once )?again, )?(?:i )?(?:thank you|many thanks|thanks)\b[^.!?]{0,60}[.!]$/i],
  //  And now, may I invite you to raise your glasses: to the two cities!    Cheers!
  [
    'completion',
    /\braise (?:your|our|a|my|the) glass(?:es)?\b.*[.!]$|^cheers!$|\bi (?:now )?declare\b.*\b(?:open|closed)[.!]$/i,
  ],
  //  May this friendship last!    I wish you all every success.
  ['wish', /^(?:may (?!i\b|we\b)|(?:finally, |lastly, |once again, )?(?:i|we) wish |wishing ).*[.!]$/i],
]

/** How a line in English closes a speech, its first units given; undefined where it does not. */
export function classifyEnglish(head: string): Closing['kind'] | undefined {
  return KINDS.find(([, pattern]) => pattern.test(head))?.[0]
}

/** Whether a line starts in English: `code` is its first UTF-16 unit. */
export function startsInEnglish(code: number): boolean {
  return code >= 0x41 && code <= 0x5a
}
