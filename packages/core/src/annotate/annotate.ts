import type { Collection } from '../schema/collection.ts'
import type { Speech } from '../schema/speech.ts'
import { textOf } from '../tree/text.ts'
import { paragraphsOf, speechesOf } from '../tree/walk.ts'
import { findAnnouncements } from './announced.ts'

/** Says in every speech what it announces. Works on the tree in place, which nobody else has seen yet. */
export function annotate(collection: Collection): void {
  for (const speech of speechesOf(collection)) speech.announced = announcements(speech)
}

/** What the paragraphs before and under the headings of a speech promise, in order. */
function announcements(speech: Speech): Speech['announced'] {
  return paragraphsOf(speech).flatMap((paragraph) =>
    findAnnouncements(textOf(paragraph)).map(({ text, count }) => ({ text, count })),
  )
}
