import type { SectionContent, Speech, SpeechContent } from '@speeches/core/schema'
import { plain } from './plain.ts'

/** A speech as restored: a line for each paragraph, heading and point. */
export function speechLines({ children }: Speech): string[] {
  return children.flatMap(lines).filter((line) => line !== '')
}

function lines(node: SpeechContent | SectionContent): string[] {
  if (node.type === 'noise') return []
  if (node.type === 'section') return node.children.flatMap(lines)
  if (node.type === 'list') return node.children.map((point) => plain(point.children))
  return [plain(node.children)]
}
