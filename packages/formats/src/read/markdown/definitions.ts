/** [1]: http://a.example "title" */
const DEFINITION = /^ {0,3}\[((?:[^[\]\\]|\\.){1,200})\]:[ \t]*\S.*$/gm
const LABEL = /\[((?:[^[\]\\]|\\.){1,200})\]/g

/** Finds what links of a piece refer to, which may stand anywhere in the file: the definitions, to be put behind it. */
export function createDefinitions(markdown: string): (piece: string) => string {
  const definitions = new Map<string, string>()
  for (const match of markdown.matchAll(DEFINITION)) {
    const label = normalize(match[1] ?? '')
    if (!definitions.has(label)) definitions.set(label, match[0])
  }
  return (piece) => {
    if (definitions.size === 0 || !piece.includes(']')) return ''
    const labels = new Set([...piece.matchAll(LABEL)].map((match) => normalize(match[1] ?? '')))
    const found = [...labels].flatMap((label) => definitions.get(label) ?? [])
    return found.length === 0 ? '' : `\n\n${found.join('\n')}`
  }
}

/** Labels are the same in capitals or not, whatever the blanks (CommonMark 0.31, 6.3). */
function normalize(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}
