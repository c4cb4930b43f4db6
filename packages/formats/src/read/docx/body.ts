import { SYMBOLS } from '../symbols.ts'
import { walkXml } from '../xml.ts'
import { FORMAT, isOn, NAMESPACES, numberOf } from './names.ts'
import type { Numbering } from './numbering.ts'
import { listOf, type Styles } from './styles.ts'

/** What was met in a document besides its text. */
export interface Met {
  /** Deleted or moved words, which are left out. */
  hasChanges: boolean
  /** Signs of a symbol font that say nothing of what they are. */
  lostGlyphs: number
}

/** A paragraph that is open: a text box holds paragraphs inside one. */
interface Open {
  number: number
  text: string
  style: string
  list?: string
  level?: number
  /** Whether its end is deleted: as accepted, it goes on in the next paragraph. */
  goesOn?: boolean
}

/** What is not shown: deleted words, the place words were moved from, the picture for programs that know no better one. */
const UNSHOWN: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback'])

/** What marks words, and ends of paragraphs, that a tracked change took away. */
const DELETIONS: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom'])

/** Where text is that of the document and not of a field's instruction, a deletion, a comment. */
const TEXTS: ReadonlySet<string> = new Set(['w:t', 'm:t'])

/** Footnotes that Word draws as a line and not as text (ECMA-376, part 1, 17.18.33). */
const RULES: ReadonlySet<string> = new Set(['separator', 'continuationSeparator', 'continuationNotice'])

/**
 * Walks through the paragraphs of a part, each with the label of its list; ruby is read as gloss: 養(yǎng).
 *
 * @param onParagraph is told each paragraph at its end and its number in the part, from 1; one in a text box comes
 * before the one that the box is anchored in
 */
export function readBody(
  part: Uint8Array,
  { numbering, styles }: { numbering: Numbering; styles: Styles },
  onParagraph: (text: string, number: number) => void,
): Met {
  const met: Met = { hasChanges: false, lostGlyphs: 0 }
  const path: string[] = []
  const open: Open[] = []
  let count = 0
  /** How many elements are open around what is not shown, itself included. */
  let unshownFrom = Number.POSITIVE_INFINITY
  /** Whether the run is hidden text. */
  let isHidden = false
  let ruby: { base: string; above: string; isAbove: boolean } | undefined
  /** Text of paragraphs whose ends are deleted. */
  let carried = ''

  const isUnshown = () => path.length >= unshownFrom

  function write(text: string): void {
    const paragraph = open.at(-1)
    if (isUnshown() || isHidden) return
    if (ruby?.isAbove) ruby.above += text
    else if (ruby) ruby.base += text
    else if (paragraph) paragraph.text += text
  }

  function endRuby(): void {
    const { base, above } = ruby ?? { base: '', above: '' }
    ruby = undefined
    write(above === '' ? base : `${base}(${above})`)
  }

  function label({ style, list, level }: Open): string {
    if (list !== undefined) return numbering.next({ list, level: level ?? 0 })
    const styled = listOf(styles, style)
    if (!styled) return ''
    return numbering.next({
      list: styled.list,
      level: level ?? numbering.levelOf(styled.list, styled.style) ?? styled.level ?? 0,
    })
  }

  /** A paragraph without text has no label that is seen. */
  function endParagraph(): void {
    const paragraph = open.pop()
    if (!paragraph || isUnshown()) return
    if (paragraph.goesOn) {
      carried = paragraph.text
      return
    }
    const lines = paragraph.text.split('\n')
    const head = paragraph.text.trim() === '' ? '' : label(paragraph)
    lines.forEach((line, index) => {
      onParagraph(index === 0 ? head + line : line, paragraph.number)
    })
  }

  walkXml(
    part,
    NAMESPACES,
    {
      open(name, attribute) {
        const parent = path.at(-1)
        path.push(name)
        const paragraph = open.at(-1)
        if (!isUnshown() && (UNSHOWN.has(name) || isRule(name, attribute('w:type')))) unshownFrom = path.length
        if (DELETIONS.has(name) && parent !== 'w:trPr') met.hasChanges = true
        if (DELETIONS.has(name) && paragraph && parent === 'w:rPr' && path.at(-3) === 'w:pPr') paragraph.goesOn = true
        if (name === 'w:p') {
          open.push({ number: ++count, text: carried, style: '' })
          carried = ''
        } else if (name === 'w:r') isHidden = false
        else if (name === 'w:ruby') ruby = { base: '', above: '', isAbove: false }
        else if (name === 'w:rt' && ruby) ruby.isAbove = true
        else if (name === 'w:vanish' && path.at(-3) === 'w:r') isHidden = isOn(attribute('w:val'))
        else if (name === 'w:pStyle' && paragraph && path.at(-3) === 'w:p') paragraph.style = attribute('w:val') ?? ''
        else if (name === 'w:numId' && paragraph && isOfParagraph()) paragraph.list = attribute('w:val') ?? ''
        else if (name === 'w:ilvl' && paragraph && isOfParagraph()) paragraph.level = numberOf(attribute('w:val'), 0)
        else if (parent === 'w:r') writeSign(name, attribute('w:char'))
      },
      text(text) {
        if (TEXTS.has(path.at(-1) ?? '')) write(text)
      },
      close(name) {
        if (name === 'w:p') endParagraph()
        if (name === 'w:ruby') endRuby()
        if (name === 'w:rt' && ruby) ruby.isAbove = false
        path.pop()
        if (path.length < unshownFrom) unshownFrom = Number.POSITIVE_INFINITY
      },
    },
    FORMAT,
  )
  if (carried.trim() !== '') onParagraph(carried, count)
  return met

  /** Whether a list place is the paragraph's own, and not the one it had before a tracked change. */
  function isOfParagraph(): boolean {
    return path.at(-3) === 'w:pPr' && path.at(-4) === 'w:p'
  }

  function writeSign(name: string, char: string | undefined): void {
    if (name === 'w:tab' || name === 'w:ptab') write('\t')
    else if (name === 'w:br' || name === 'w:cr') write('\n')
    else if (name === 'w:noBreakHyphen') write('-')
    else if (name === 'w:sym') write(toSign(char ?? ''))
  }

  function toSign(char: string): string {
    const code = Number.parseInt(char, 16)
    if (SYMBOLS[char.toUpperCase()] !== undefined) return SYMBOLS[char.toUpperCase()] as string
    if (code >= 0x20 && code < 0xe000) return String.fromCharCode(code)
    met.lostGlyphs++
    return '\ufffd'
  }
}

function isRule(name: string, type: string | undefined): boolean {
  return (name === 'w:footnote' || name === 'w:endnote') && RULES.has(type ?? '')
}
