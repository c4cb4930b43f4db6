import type { Collection } from '../schema/collection.ts'
import type { Section, SectionContent, Speech } from '../schema/speech.ts'

/** All speeches of a page, in order. */
export function speechesOf(collection: Collection): Speech[] {
  return collection.children.flatMap((child) =>
    child.type === 'item' ? child.children.filter((part): part is Speech => part.type === 'speech') : [],
  )
}

/** The sections that lie directly in a speech or section. */
export function sectionsOf(parent: Speech | Section): Section[] {
  return (parent.children as readonly SectionContent[]).filter((child): child is Section => child.type === 'section')
}
