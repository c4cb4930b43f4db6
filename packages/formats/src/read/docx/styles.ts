import { walkXml } from '../xml.ts'
import { FORMAT, NAMESPACES, numberOf } from './names.ts'

/** What a paragraph style says of lists; it may be based on another. */
interface Style {
  basedOn?: string
  list?: string
  level?: number
}

/** Paragraph styles by their ids. */
export type Styles = ReadonlyMap<string, Style>

/** So many styles may be based on one another; in a file that means harm, they go round in a circle. */
const LONGEST_DESCENT = 20

/** @param part the bytes of the part `styles.xml`; undefined where a document has none */
export function readStyles(part: Uint8Array | undefined): Styles {
  const styles = new Map<string, Style>()
  let style: Style = {}
  if (!part) return styles
  walkXml(
    part,
    NAMESPACES,
    {
      open(name, attribute) {
        const value = attribute('w:val')
        if (name === 'w:style') {
          style = {}
          styles.set(attribute('w:styleId') ?? '', style)
        } else if (name === 'w:basedOn' && value !== undefined) style.basedOn = value
        else if (name === 'w:numId' && value !== undefined) style.list = value
        else if (name === 'w:ilvl') style.level = numberOf(value, 0)
      },
      close() {},
    },
    FORMAT,
  )
  return styles
}

/** The list that a style puts its paragraphs in, by itself or by those it is based on; with the style that says so. */
export function listOf(
  styles: Styles,
  id: string,
): { list: string; style: string; level: number | undefined } | undefined {
  let at = id
  for (let step = 0; step < LONGEST_DESCENT; step++) {
    const style = styles.get(at)
    if (style?.list !== undefined) return { list: style.list, style: at, level: style.level }
    if (style?.basedOn === undefined) return undefined
    at = style.basedOn
  }
  return undefined
}
