import { LEVELS, type Level, type List, LONGEST_LABEL, newLevel, nextLabel } from '../lists.ts'
import { type Attribute, walkXml } from '../xml.ts'
import { FORMAT, isOn, NAMESPACES, numberOf } from './names.ts'

/** A paragraph's place in a list, as written in it or in its style. */
export interface ListPlace {
  list: string
  level: number
}

/** Gives each paragraph of a list the number or bullet that Word shows before it; they are not in its text. */
export interface Numbering {
  /** The label of the next paragraph in that place, with the blank behind it; '' for none. */
  next(place: ListPlace): string
  /** The level that a style numbers (17.9.23); undefined where it numbers none. */
  levelOf(list: string, style: string): number | undefined
}

/** @param part the bytes of the part `numbering.xml`; undefined where a document has none */
export function readNumbering(part: Uint8Array | undefined): Numbering {
  const { lists, starts, styles } = part ? readLists(part) : { lists: new Map(), starts: new Map(), styles: new Map() }
  return {
    next({ list: id, level }) {
      const list = lists.get(id)
      if (!list) return ''
      takeStarts(list, starts, id)
      return nextLabel(list, level)
    },
    levelOf: (list, style) => styles.get(`${list} ${style}`),
  }
}

interface Lists {
  /** By the number that paragraphs name. */
  lists: Map<string, List>
  /** The levels that a list begins anew, until it is first used. */
  starts: Map<string, Map<number, number>>
  /** The level of a list and a style. */
  styles: Map<string, number>
}

function readLists(part: Uint8Array): Lists {
  const abstract = new Map<string, List>()
  const abstractStyles = new Map<string, Map<string, number>>()
  /** The definitions that a list style names, by the style; and the styles that other definitions are taken from. */
  const named = new Map<string, string>()
  const links = new Map<string, string>()
  let definition = ''
  const result: Lists = { lists: new Map(), starts: new Map(), styles: new Map() }
  let levels = new Map<number, Level>()
  let styles = new Map<string, number>()
  let level = newLevel()
  let number = 0
  let id = ''

  const open: Record<string, (attribute: Attribute) => void> = {
    'w:abstractNum': (attribute) => {
      levels = new Map()
      styles = new Map()
      definition = attribute('w:abstractNumId') ?? ''
      abstract.set(definition, { levels, counts: new Map() })
      abstractStyles.set(definition, styles)
    },
    'w:styleLink': (attribute) => {
      named.set(attribute('w:val') ?? '', definition)
    },
    'w:numStyleLink': (attribute) => {
      links.set(definition, attribute('w:val') ?? '')
    },
    'w:lvl': (attribute) => {
      number = numberOf(attribute('w:ilvl'), 0)
      level = newLevel()
      if (number < LEVELS) levels.set(number, level)
    },
    'w:start': (attribute) => {
      level.start = numberOf(attribute('w:val'), 1)
    },
    'w:numFmt': (attribute) => {
      level.format = attribute('w:val') ?? 'decimal'
    },
    'w:lvlText': (attribute) => {
      level.label = (attribute('w:val') ?? '').slice(0, LONGEST_LABEL)
    },
    'w:suff': (attribute) => {
      level.suffix = attribute('w:val') ?? 'tab'
    },
    'w:lvlRestart': (attribute) => {
      level.restart = numberOf(attribute('w:val'), LEVELS)
    },
    'w:isLgl': (attribute) => {
      level.isInFigures = isOn(attribute('w:val'))
    },
    'w:pStyle': (attribute) => {
      styles.set(attribute('w:val') ?? '', number)
    },
    'w:num': (attribute) => {
      id = attribute('w:numId') ?? ''
    },
    'w:abstractNumId': (attribute) => {
      const written = attribute('w:val') ?? ''
      const target = named.get(links.get(written) ?? '') ?? written
      const list = abstract.get(target)
      if (!list) return
      result.lists.set(id, list)
      for (const [style, styled] of abstractStyles.get(target) ?? []) result.styles.set(`${id} ${style}`, styled)
      // A level that a list puts in place of another is the list's own.
      levels = new Map(list.levels)
      result.lists.set(id, { levels, counts: list.counts })
    },
    'w:lvlOverride': (attribute) => {
      number = numberOf(attribute('w:ilvl'), 0)
    },
    'w:startOverride': (attribute) => {
      const starts = result.starts.get(id) ?? new Map<number, number>()
      result.starts.set(id, starts.set(number, numberOf(attribute('w:val'), 1)))
    },
  }
  walkXml(part, NAMESPACES, { open: (name, attribute) => open[name]?.(attribute), close() {} }, FORMAT)
  return result
}

/** A list that begins anew does so when it is first used. */
function takeStarts(list: List, starts: Map<string, Map<number, number>>, id: string): void {
  for (const [level, start] of starts.get(id) ?? []) list.counts.set(level, start - 1)
  starts.delete(id)
}
