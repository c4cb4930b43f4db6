/**
 * Letters of which a text has at least one wherever a pattern matches; undefined where no small set is such a one.
 *
 *     /^(?:网友|最新)?(?:评论|留言)\d*$/   评留
 *
 * Of the parts that a match cannot do without, the one with the rarest letters is taken. What a text must not hold
 * says nothing, nor does what it may do without.
 */
export function neededLetters({ source, ignoreCase }: RegExp): ReadonlySet<string> | undefined {
  let at = 0
  const letters = readAlternatives()
  return letters && ignoreCase ? inBothCases(letters) : letters

  /** `a|b|c`, up to the end or to a closing bracket: one of each is enough. */
  function readAlternatives(): Letters {
    let all: Letters = readSequence()
    while (source[at] === '|') {
      at++
      all = union(all, readSequence())
    }
    return all
  }

  function readSequence(): Letters {
    let best: Letters
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const letters = readAtom()
      if (!readIsOptional()) best = rarer(best, letters)
    }
    return best
  }

  /** One character, class or group, without what says how often. */
  function readAtom(): Letters {
    const char = source[at++] as string
    if (char === '(') return readGroup()
    if (char === '[') return readClass()
    if (char === '\\') return readEscape()
    return char === '.' || char === '^' || char === '$' ? undefined : new Set(char)
  }

  function readGroup(): Letters {
    const [opening = '', kind] = /^(?:\?(:|=|!|<=|<!|<\w+>))?/.exec(source.slice(at)) ?? []
    at += opening.length
    const letters = readAlternatives()
    at++
    return kind === '!' || kind === '<!' ? undefined : letters
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
    const [quantifier = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at)) ?? []
    at += quantifier.length
    return /^(?:[?*]|\{0)/.test(quantifier)
  }
}

type Letters = ReadonlySet<string> | undefined

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

function rarer(a: Letters, b: Letters): Letters {
  if (!a || !b) return a ?? b
  return costOf(b) < costOf(a) ? b : a
}

function costOf(letters: ReadonlySet<string>): number {
  let cost = 0
  for (const letter of letters) cost += FREQUENT.has(letter) ? 20 : 1
  return cost
}

function inBothCases(letters: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...letters].flatMap((letter) => [letter.toLowerCase(), letter.toUpperCase()]))
}
