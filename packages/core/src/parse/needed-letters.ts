/** Letters of which a text holds one; where `next` is given, one of those stands right behind it. */
export interface Needed {
  letters: ReadonlySet<string>
  next?: ReadonlySet<string>
}

/**
 * What a text holds wherever a pattern matches: one of these at least. Undefined where nothing so small is known.
 *
 *     /^(?:网友|最新)?(?:评论|留言)\d*$/   评论 留言
 *
 * Of the parts that a match cannot do without, the one that the fewest texts hold is taken: a letter, or two side by
 * side. What a text must not hold says nothing, nor does what it may do without.
 */
export function neededLetters({ source, ignoreCase }: RegExp): readonly Needed[] | undefined {
  let at = 0
  const needs = readAlternatives().needs?.oneOf
  return needs && ignoreCase ? needs.map(inBothCases) : needs

  /** `a|b|c`, up to the end or to a closing bracket: one of each is enough. */
  function readAlternatives(): Part {
    let all = readSequence()
    while (source[at] === '|') {
      at++
      all = either(all, readSequence())
    }
    return all
  }

  function readSequence(): Part {
    let needs: Needs
    let first: Part | undefined
    let last = UNKNOWN
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const atom = readAtom()
      const part = readIsOptional() ? UNKNOWN : atom
      needs = rarer(rarer(needs, part.needs), sideBySide(last.ends, part.starts))
      first ??= part
      last = part
    }
    return { needs, starts: first?.starts, ends: last.ends }
  }

  /** One character, class or group, without what says how often. */
  function readAtom(): Part {
    const char = String.fromCodePoint(source.codePointAt(at) as number)
    at += char.length
    if (char === '(') return readGroup()
    if (char === '[') return one(readClass())
    if (char === '\\') return one(readEscape())
    return char === '.' || char === '^' || char === '$' ? UNKNOWN : one(new Set([char]))
  }

  function readGroup(): Part {
    const [opening = '', kind] = /^(?:\?(:|=|!|<=|<!|<\w+>))?/.exec(source.slice(at)) ?? []
    at += opening.length
    const all = readAlternatives()
    at++
    if (kind === '!' || kind === '<!') return UNKNOWN
    return kind === '=' || kind === '<=' ? { ...UNKNOWN, needs: all.needs } : all
  }

  function readClass(): Letters {
    const isNegated = source[at] === '^'
    if (isNegated) at++
    let all: Letters = new Set()
    while (source[at] !== ']') {
      const from = readMember()
      if (source[at] !== '-' || source[at + 1] === ']') {
        all = union(all, from)
        continue
      }
      at++
      all = union(all, range(from, readMember()))
    }
    at++
    return isNegated ? undefined : all
  }

  function readMember(): Letters {
    const point = String.fromCodePoint(source.codePointAt(at) as number)
    at += point.length
    return point === '\\' ? readEscape() : new Set([point])
  }

  function readEscape(): Letters {
    const char = source[at++] as string
    if (char === 'd') return new Set('0123456789')
    if (char === 'n') return new Set('\n')
    if (char === 't') return new Set('\t')
    if (char === 'u') return readCodePoint()
    if (/[bBDsSwW\d]/.test(char)) return undefined
    if (!/\w/.test(char)) return new Set(char)
    const [name] = /^(?:\{[^}]*\}|<[^>]*>)/.exec(source.slice(at)) ?? []
    if (!name) throw new Error(`cannot tell what \\${char} needs in /${source}/`)
    at += name.length
    return undefined
  }

  function readCodePoint(): Letters {
    const [all, long, short] = /^(?:\{(\w+)\}|(\w{4}))/.exec(source.slice(at)) as RegExpExecArray
    at += (all as string).length
    return new Set([String.fromCodePoint(Number.parseInt(long ?? (short as string), 16))])
  }

  /** Reads `?` `*` `+` `{0,3}` behind an atom, lazy or not; whether the atom may be left out. */
  function readIsOptional(): boolean {
    if (!/[?*+{]/.test(source[at] ?? '')) return false
    const [quantifier = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at)) ?? []
    at += quantifier.length
    return /^(?:[?*]|\{0)/.test(quantifier)
  }
}

type Letters = ReadonlySet<string> | undefined
/** What is needed, and in how many of a thousand places of a text it stands, more or less. */
type Needs = { oneOf: readonly Needed[]; cost: number } | undefined

/** A part of a pattern: what it needs, and the letters that it starts and ends with, where they are known. */
interface Part {
  needs: Needs
  starts: Letters
  ends: Letters
}

const UNKNOWN: Part = { needs: undefined, starts: undefined, ends: undefined }

/** One letter of a set. */
function one(letters: Letters): Part {
  if (!letters) return UNKNOWN
  return { needs: { oneOf: [{ letters }], cost: shareOf(letters) }, starts: letters, ends: endsOf(letters) }
}

/** The letters, where each is a code unit of its own; of others the first half is known, and not the last. */
function endsOf(letters: ReadonlySet<string>): Letters {
  for (const letter of letters) if (letter.length > 1 || isSurrogate(letter.charCodeAt(0))) return undefined
  return letters
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}

function either(a: Part, b: Part): Part {
  return {
    needs: a.needs && b.needs && { oneOf: [...a.needs.oneOf, ...b.needs.oneOf], cost: a.needs.cost + b.needs.cost },
    starts: union(a.starts, b.starts),
    ends: union(a.ends, b.ends),
  }
}

function sideBySide(letters: Letters, next: Letters): Needs {
  return letters && next && { oneOf: [{ letters, next }], cost: (shareOf(letters) * shareOf(next)) / 1000 }
}

/** More letters than so many are no small set. */
const MOST = 400

function union(a: Letters, b: Letters): Letters {
  return a && b && a.size + b.size <= MOST ? new Set([...a, ...b]) : undefined
}

function range(from: Letters, to: Letters): Letters {
  const [first, last] = [from, to].map((letters) => [...(letters ?? [])][0]?.codePointAt(0))
  if (first === undefined || last === undefined || last - first >= 10 * MOST) return undefined
  // A text is looked at unit by unit: of 🌀–🫿, the first halves.
  const letters = new Set(
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)[0] as string),
  )
  return letters.size <= MOST ? letters : undefined
}

/** Letters and marks that so many lines have that they tell little. */
const FREQUENT = new Set(
  '的一是不了在有人我们大家来上个国到说时要就出会年中以为这和他你各位同学老师志,。:、!?;0123456789 ',
)

function rarer(a: Needs, b: Needs): Needs {
  if (!a || !b) return a ?? b
  return b.cost < a.cost ? b : a
}

/** How many of a thousand letters of a text are in a set, more or less. */
function shareOf(letters: ReadonlySet<string>): number {
  let share = 0
  for (const letter of letters) share += FREQUENT.has(letter) ? 20 : 1
  return share
}

function inBothCases({ letters, next }: Needed): Needed {
  return next ? { letters: bothCases(letters), next: bothCases(next) } : { letters: bothCases(letters) }
}

function bothCases(letters: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...letters].flatMap((letter) => [letter.toLowerCase(), letter.toUpperCase()]))
}
