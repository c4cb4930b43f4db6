import { type Attribute, walkXml } from '../xml.ts'
import { FORMAT, isOn, NAMESPACES } from './names.ts'
import { toNumeral } from './numerals.ts'

/** How the paragraphs of one level of a list are numbered (ECMA-376, part 1, 17.9.6). */
interface Level {
  start: number
  /** The name of the numerals: `chineseCounting`. */
  format: string
  /** The label: `（%2）`, where %2 is the number of the second level. */
  label: string
  /** What comes behind the label: `tab`, `space` or `nothing`. */
  suffix: string
  /** Whether all numbers of the label are in figures. */
  isInFigures: boolean
}

interface List {
  levels: Map<number, Level>
  /** How far each level has counted; absent where it begins anew. */
  counts: Map<number, number>
}

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

const BULLET = '- '

/** What Word allows at most; a file could claim anything. */
const LEVELS = 9
const LONGEST_LABEL = 31

/** @param part the bytes of the part `numbering.xml`; undefined where a document has none */
export function readNumbering(part: Uint8Array | undefined): Numbering {
  const { lists, starts, styles } = part ? readLists(part) : { lists: new Map(), starts: new Map(), styles: new Map() }
  return {
    next({ list: id, level }) {
      const list = lists.get(id)
      if (!list) return ''
      takeStarts(list, starts, id)
      return count(list, level)
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
      abstract.set(attribute('w:abstractNumId') ?? '', { levels, counts: new Map() })
      abstractStyles.set(attribute('w:abstractNumId') ?? '', styles)
    },
    'w:lvl': (attribute) => {
      number = Number(attribute('w:ilvl') ?? 0)
      level = newLevel()
      if (number < LEVELS) levels.set(number, level)
    },
    'w:start': (attribute) => {
      level.start = Number(attribute('w:val') ?? 1)
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
      const target = attribute('w:val') ?? ''
      const list = abstract.get(target)
      if (!list) return
      result.lists.set(id, list)
      for (const [style, styled] of abstractStyles.get(target) ?? []) result.styles.set(`${id} ${style}`, styled)
      // A level that a list puts in place of another is the list's own.
      levels = new Map(list.levels)
      result.lists.set(id, { levels, counts: list.counts })
    },
    'w:lvlOverride': (attribute) => {
      number = Number(attribute('w:ilvl') ?? 0)
    },
    'w:startOverride': (attribute) => {
      const starts = result.starts.get(id) ?? new Map<number, number>()
      result.starts.set(id, starts.set(number, Number(attribute('w:val') ?? 1)))
    },
  }
  walkXml(part, NAMESPACES, { open: (name, attribute) => open[name]?.(attribute), close() {} }, FORMAT)
  return result
}

function newLevel(): Level {
  return { start: 1, format: 'decimal', label: '', suffix: 'tab', isInFigures: false }
}

/** A list that begins anew does so when it is first used. */
function takeStarts(list: List, starts: Map<string, Map<number, number>>, id: string): void {
  for (const [level, start] of starts.get(id) ?? []) list.counts.set(level, start - 1)
  starts.delete(id)
}

function count({ levels, counts }: List, at: number): string {
  const level = levels.get(at)
  if (!level) return ''
  counts.set(at, (counts.get(at) ?? level.start - 1) + 1)
  for (const deeper of [...counts.keys()]) if (deeper > at) counts.delete(deeper)
  if (level.format === 'bullet') return BULLET
  const label = level.label.replace(/%([1-9])/g, (_, digit: string) => {
    const named = levels.get(Number(digit) - 1) ?? level
    const number = counts.get(Number(digit) - 1) ?? named.start
    return toNumeral(number, level.isInFigures ? 'decimal' : named.format)
  })
  return label + blankBehind(label, level.suffix)
}

/** A tab or space parts 1. from what follows; behind 一、 it is not seen. */
function blankBehind(label: string, suffix: string): string {
  return suffix === 'nothing' || label === '' || /[\u2e80-\uffff]$/.test(label) ? '' : ' '
}
