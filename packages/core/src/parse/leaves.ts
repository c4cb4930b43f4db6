import type { Phrasing, Text } from '../schema/phrasing.ts'
import type { Position } from '../schema/position.ts'
import { isBlank } from '../source/blank.ts'
import { codeSet } from '../source/code-set.ts'
import type { Page } from './page.ts'

/** Anything with a place in the source. */
interface Placed {
  position?: Position | undefined
}

/**
 * Makes the leaves of the tree, in the order of the text.
 * A leaf starts where the leaf before it ended, or behind the blanks that follow that one,
 * so that every character of the source that is not blank lies in exactly one leaf.
 */
export interface Leaves {
  /** The source position of a leaf for the restored units `from`–`to`. */
  place(from: number, to: number): Position
  /**
   * Text leaves for the restored units `start`–`end`, one for each piece of a joined line;
   * `from`–`to` is the same with the markup around it.
   */
  text(start: number, end: number, from?: number, to?: number): Phrasing[]
  /** Stretches the last leaf, and the parents that end with it, over what is left of the source. */
  finish(root: Placed & { children: readonly unknown[] }): void
}

export function createLeaves({ source, text, units, map, locator, seams }: Page): Leaves {
  const hasStars = units.includes(STAR)
  /** Where in the source the last leaf ended. */
  let covered = 0
  let seam = 0

  function place(from: number, to: number): Position {
    const start = firstInk(source, covered, Math.max(covered, map.toSourceStart(from)))
    const end = Math.max(start, map.toSourceEnd(to))
    covered = end
    return locator.toPosition(start, end)
  }

  function leaf(start: number, end: number, from: number, to: number): Text {
    return {
      type: 'text',
      value: hasStars ? plain(text.slice(start, end)) : text.slice(start, end),
      position: place(from, to),
    }
  }

  return {
    place,
    text(start, end, from = start, to = end) {
      while (seam < seams.length && (seams[seam] as number) <= start) seam++
      if (seam === seams.length || (seams[seam] as number) >= end) return [leaf(start, end, from, to)]
      const leaves: Phrasing[] = []
      let at = start
      let placedFrom = from
      for (; seam < seams.length && (seams[seam] as number) < end; seam++) {
        const join = seams[seam] as number
        leaves.push(leaf(at, join, placedFrom, join))
        at = join
        placedFrom = join
      }
      leaves.push(leaf(at, end, placedFrom, to))
      return leaves
    },
    finish(root) {
      const end = lastInk(source, covered)
      if (end <= covered) return
      const point = locator.toPoint(end)
      for (let node: unknown = root; isPlaced(node); node = node.children?.at(-1)) {
        if (node.position) node.position.end = point
      }
    },
  }
}

const STAR = 0x2a

/**
 * The text without the stars of Markdown. Those of a mask stay: 20**年**月, 138***60, bai***; behind the first of them,
 * all others are masks, too.
 */
function plain(value: string): string {
  if (!value.includes('**')) return value
  const mask = maskStart(value)
  return value.slice(0, mask).replaceAll('**', '') + value.slice(mask)
}

/**
 * Where the first stars stand that no Markdown has: three and more, two behind a digit that close none before them, or
 * two that stand for a name.
 */
function maskStart(value: string): number {
  let isOpen = false
  for (let at = value.indexOf('**'); at !== -1; at = value.indexOf('**', at + 2)) {
    if (value[at + 2] === '*' || (!isOpen && (isDigit(value.charCodeAt(at - 1)) || isMasked(value, at)))) return at
    isOpen = !isOpen
  }
  return value.length
}

/** What stands behind the masked part of a name or a date. */
const BEHIND_MASK = codeSet('人支省市县縣区區州镇鎮乡鄉村屯寨湾灣岛島港局厅廳厂廠矿礦校院公集同年月日届屆')

/**
 * Whether stars that open nothing yet stand for the first part of a name: what such names end with stands behind them,
 * and behind the next stars too, or there are no others.
 *
 *     去年,**灣和**島的收成都不錯
 *          ^^   ^^
 */
function isMasked(value: string, at: number): boolean {
  const next = value.indexOf('**', at + 2)
  return BEHIND_MASK(value.charCodeAt(at + 2)) && (next === -1 || BEHIND_MASK(value.charCodeAt(next + 2)))
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** The first place from `from` up to `to` that is not blank; `to` where all of it is. */
function firstInk(source: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(source.charCodeAt(at))) at++
  return at
}

/** The end of the last unit behind `from` that is not blank; `from` where there is none. */
function lastInk(source: string, from: number): number {
  let at = source.length
  while (at > from && isBlank(source.charCodeAt(at - 1))) at--
  return at
}

function isPlaced(node: unknown): node is Placed & { children?: readonly unknown[] } {
  return typeof node === 'object' && node !== null
}

/** The position of a parent: from its first child's start to its last child's end, that of its only child; undefined where it has none. */
export function spanOf(children: readonly Placed[]): Position | undefined {
  const first = children[0]?.position
  if (children.length < 2) return first
  const last = children[children.length - 1]?.position
  return first && last && { start: first.start, end: last.end }
}

/** The position of a parent that may be empty, to be spread into it. */
export function around(children: readonly Placed[]): { position?: Position } {
  const position = spanOf(children)
  return position ? { position } : {}
}
