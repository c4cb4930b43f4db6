import type { Certainty, Edit, Evidence, Repair } from '../schema/edit.ts'
import { createLocator, type Locator } from './lines.ts'

/** What all repairs of one kind have in common; shared between patches, so that a patch costs no object. */
export interface Grounds {
  rule: Repair
  certainty: Certainty
  evidence?: Evidence | undefined
}

/**
 * Replacements on one text, as columns: `starts[i]`–`ends[i]` (UTF-16 offsets, end exclusive) becomes
 * `replacements[i]` on `grounds[i]`. Sorted, never overlapping.
 *
 * Each repair makes patches on the text that the repairs before it left; `compose` brings them back to the source.
 */
export interface Patches {
  starts: number[]
  ends: number[]
  replacements: string[]
  grounds: Grounds[]
}

/** No patches yet. */
export function noPatches(): Patches {
  return { starts: [], ends: [], replacements: [], grounds: [] }
}

/** Adds one patch behind all others. */
export function pushPatch(patches: Patches, start: number, end: number, replacement: string, grounds: Grounds): void {
  patches.starts.push(start)
  patches.ends.push(end)
  patches.replacements.push(replacement)
  patches.grounds.push(grounds)
}

/** `text` with the patches applied. */
export function applyPatches(text: string, { starts, ends, replacements }: Patches): string {
  if (starts.length === 0) return text
  const pieces: string[] = []
  let from = 0
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] as number
    if (start > from) pieces.push(text.slice(from, start))
    if (replacements[i] !== '') pieces.push(replacements[i] as string)
    from = ends[i] as number
  }
  pieces.push(text.slice(from))
  return pieces.join('')
}

/**
 * One list of patches on `source` that does what `first` on the source and then `second` on its outcome do.
 * Where a patch of `second` touches what a patch of `first` wrote, the two become one, on the less certain grounds.
 */
export function composePatches(source: string, first: Patches, second: Patches): Patches {
  if (first.starts.length === 0) return second
  if (second.starts.length === 0) return first
  const composed = noPatches()
  const firsts = first.starts.length
  const seconds = second.starts.length
  let i = 0
  let j = 0
  /** Offset in the middle text less offset in the source, behind the patches of `first` taken so far. */
  let shift = 0

  while (i < firsts || j < seconds) {
    const middle = i < firsts ? (first.starts[i] as number) + shift : Number.POSITIVE_INFINITY
    const middleEnd = i < firsts ? middle + (first.replacements[i] as string).length : middle
    const start = j < seconds ? (second.starts[j] as number) : Number.POSITIVE_INFINITY
    const end = j < seconds ? (second.ends[j] as number) : Number.POSITIVE_INFINITY

    if (middleEnd <= start) {
      takeFirst()
      continue
    }
    if (end <= middle) {
      takeSecond()
      continue
    }
    merge(Math.min(middle, start))
  }
  return composed

  function takeFirst(): void {
    const start = first.starts[i] as number
    const end = first.ends[i] as number
    const replacement = first.replacements[i] as string
    pushPatch(composed, start, end, replacement, first.grounds[i] as Grounds)
    shift += replacement.length - (end - start)
    i++
  }

  function takeSecond(): void {
    pushPatch(
      composed,
      (second.starts[j] as number) - shift,
      (second.ends[j] as number) - shift,
      second.replacements[j] as string,
      second.grounds[j] as Grounds,
    )
    j++
  }

  /** Takes patches of both lists as long as they overlap, and writes them as one. */
  function merge(from: number): void {
    const sourceFrom = from - shift
    let to = from
    let middleText = ''
    let grounds = (first.grounds[i] ?? second.grounds[j]) as Grounds
    const inner = noPatches()
    for (;;) {
      const middle = i < firsts ? (first.starts[i] as number) + shift : Number.POSITIVE_INFINITY
      const start = j < seconds ? (second.starts[j] as number) : Number.POSITIVE_INFINITY
      const reach = from + middleText.length
      if (middle < to || (middle === to && to === from)) {
        middleText += source.slice(reach - shift, first.starts[i] as number)
        const replacement = first.replacements[i] as string
        middleText += replacement
        grounds = lessCertain(grounds, first.grounds[i] as Grounds)
        shift += replacement.length - ((first.ends[i] as number) - (first.starts[i] as number))
        i++
        to = Math.max(to, from + middleText.length)
      } else if (start < to || (start === to && to === from)) {
        const end = second.ends[j] as number
        pushPatch(inner, start - from, end - from, second.replacements[j] as string, second.grounds[j] as Grounds)
        grounds = lessCertain(grounds, second.grounds[j] as Grounds)
        j++
        to = Math.max(to, end)
      } else {
        break
      }
    }
    const reach = from + middleText.length
    if (to > reach) middleText += source.slice(reach - shift, to - shift)
    pushPatch(composed, sourceFrom, from + middleText.length - shift, applyPatches(middleText, inner), grounds)
  }
}

const DOUBT: Record<Certainty, number> = { certain: 0, likely: 1, unsure: 2 }

function lessCertain(a: Grounds, b: Grounds): Grounds {
  return DOUBT[b.certainty] > DOUBT[a.certainty] ? b : a
}

/** The patches on `source` as edits with lines and columns. */
export function toEdits(source: string, patches: Patches, locator: Locator = createLocator(source)): Edit[] {
  const { starts, ends, replacements, grounds } = patches
  const edits: Edit[] = new Array(starts.length)
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] as number
    const end = ends[i] as number
    const { rule, certainty, evidence } = grounds[i] as Grounds
    edits[i] = {
      rule,
      position: locator.toPosition(start, end),
      original: source.slice(start, end),
      replacement: replacements[i] as string,
      certainty,
      ...(evidence && { evidence }),
    }
  }
  return edits
}

/** The edits as patches, for mapping and applying. */
export function fromEdits(edits: readonly Edit[]): Patches {
  const patches = noPatches()
  for (const { position, replacement, ...grounds } of edits) {
    pushPatch(patches, position.start.offset, position.end.offset, replacement, grounds)
  }
  return patches
}
