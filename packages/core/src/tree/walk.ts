import type { Collection } from '../schema/collection.ts'
import type { Paragraph, Section, SectionContent, Speech, SpeechContent } from '../schema/speech.ts'

/** All speeches of a page, in order. */
export function speechesOf(collection: Collection): Speech[] {
  return collection.children.flatMap((child) =>
    child.type === 'item' ? child.children.filter((part): part is Speech => part.type === 'speech') : [],
  )
}

/** All paragraphs of a speech, those of its sections included, in order. */
export function paragraphsOf(speech: Speech): Paragraph[] {
  const paragraphs: Paragraph[] = []
  collect(speech.children)
  return paragraphs

  function collect(children: readonly (SpeechContent | SectionContent)[]): void {
    for (const child of children) {
      if (child.type === 'paragraph') paragraphs.push(child)
      else if (child.type === 'section') collect(child.children)
    }
  }
}

/** The sections that lie directly in a speech or section. */
export function sectionsOf(parent: Speech | Section): Section[] {
  return (parent.children as readonly SectionContent[]).filter((child): child is Section => child.type === 'section')
}
