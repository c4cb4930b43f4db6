import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import type { Learned } from '../reading.ts'
import { createSheet, type Mark } from '../sheet.ts'
import type { SourceMap } from '../source-map.ts'
import { BLOCKS, LISTS, PREFORMATTED, SELF_ENDING, UNSHOWN, VOIDS } from './elements.ts'
import { isFurniture, isProse, type Prose } from './furniture.ts'
import { markingOf, type Numerals, numeralsOf } from './marking.ts'
import { learnFrom } from './meta.ts'
import { addToRuby, enterRubyPart, isComplete, leaveRubyPart, openRuby, type Ruby, toGloss } from './ruby.ts'
import { stretchesOf } from './stretches.ts'

/** How the content of an element is read that is no markup. */
const RAW: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
  plaintext: TokenizerMode.PLAINTEXT,
}

/** Elements whose content is none of the page's text, even where the page breaks off in it. */
const CODE: ReadonlySet<string> = new Set(['script', 'style'])
const ENDLESS: ReadonlySet<string> = new Set(['plaintext'])

/** Where an end tag is that does not come. */
const NEVER = -2

/** An element that is open; `taken` is where its text began, if that may be taken back. */
interface Open {
  name: string
  taken?: { mark: Mark; before: Prose; always: boolean }
  /** Whether line ends and blanks are shown as they are. */
  keepsBlanks: boolean
  /** Of a list: how its points are marked, and the number of the next. */
  list?: { numerals: Numerals; next: number; step: 1 | -1 }
}

/**
 * The text of an HTML page, a line for each block; where it stood in the page; and the page's title, author and date.
 *
 * Reads the tokens, not a tree: the work grows with the length of the page and with nothing else, however deep it
 * nests and whatever it leaves open. What is never closed is not taken back.
 */
export function extract(html: string): { text: string; map: SourceMap; learned: Learned } {
  const sheet = createSheet()
  const open: Open[] = []
  const lists: Open[] = []
  const counts = new Map<string, number>()
  const prose: Prose = { characters: 0, sentences: 0 }
  let ruby: Ruby | undefined
  /** Whether text is that of a link; a link that is left open ends with its block. */
  let isLinked = false
  let title = ''
  /** Whether the page is XHTML, in which `<title/>` is whole. */
  const isXml = /^\s*<\?xml\s/.test(html)
  /** Where the next end tag of an element's name was found, which holds no markup. */
  const ends = new Map<string, number>()
  const learned: Learned = {}

  const isOpen = (name: string) => (counts.get(name) ?? 0) > 0
  const isForeign = () => isOpen('svg') || isOpen('math')
  const isKeepingBlanks = () => open.at(-1)?.keepsBlanks ?? false

  function push(element: Open): void {
    open.push(element)
    if (element.list) lists.push(element)
    counts.set(element.name, (counts.get(element.name) ?? 0) + 1)
  }

  function pop(): string | undefined {
    const element = open.pop()
    if (!element) return undefined
    counts.set(element.name, (counts.get(element.name) ?? 1) - 1)
    if (BLOCKS.has(element.name)) endLine()
    if (lists.at(-1) === element) lists.pop()
    if (element.name === 'li') sheet.setPrefix('')
    if (element.taken) {
      const { mark, before, always } = element.taken
      if (always || !isProse(before, prose)) sheet.goBackTo(mark)
    }
    return element.name
  }

  function endRuby(): void {
    if (!ruby) return
    for (const { text, place } of toGloss(ruby)) sheet.add(text, place)
    ruby = undefined
  }

  function endLine(): void {
    isLinked = false
    endRuby()
    sheet.endLine()
  }

  function write(text: string, place: number): void {
    if (ruby && isComplete(ruby)) {
      endRuby()
      ruby = openRuby()
    }
    if (ruby) addToRuby(ruby, text, place)
    else sheet.add(text, place)
  }

  function beginItem(token: Token.TagToken): void {
    const list = lists.at(-1)?.list
    if (!list) {
      sheet.setPrefix('')
      return
    }
    const number = numberIn(attribute(token, 'value')) ?? list.next
    list.next = number + list.step
    const own = numeralsOf(attribute(token, 'style'), attribute(token, 'type'))
    sheet.setPrefix(markingOf(own ?? list.numerals, number))
  }

  /** Whether an end tag is to come: without one, `<title/>` would swallow the page. */
  function isEnded(name: string, from: number): boolean {
    const known = ends.get(name) ?? -1
    if (known > from) return true
    if (known === NEVER) return false
    const pattern = new RegExp(`</${name}`, 'gi')
    pattern.lastIndex = from
    const end = pattern.exec(html)?.index ?? NEVER
    ends.set(name, end)
    return end !== NEVER
  }

  function onStartTag(token: Token.TagToken): void {
    const { tagName: name } = token
    if (name === 'meta') learnFrom(token, learned)
    if (name === 'br') {
      endRuby()
      sheet.breakLine()
      return
    }
    if (SELF_ENDING.has(name) && open.at(-1)?.name === name) pop()
    if (BLOCKS.has(name)) endLine()
    if (name === 'td' || name === 'th') sheet.addCell()
    if (VOIDS.has(name) || (token.selfClosing && (isXml || isForeign()))) return
    if (name === 'ruby') {
      endRuby()
      ruby = openRuby()
    } else if (ruby) enterRubyPart(ruby, name)

    const raw = isForeign() ? undefined : RAW[name]
    const mayBeCode = CODE.has(name) && !token.selfClosing
    if (raw !== undefined && !ENDLESS.has(name) && !mayBeCode && !isEnded(name, startOf(token.location))) return
    const element: Open = { name, keepsBlanks: keepsBlanks(token) ?? isKeepingBlanks() }
    const always = UNSHOWN.has(name)
    if (always) endRuby()
    if (!ruby && (always || isFurniture(token, isOpen('article') || isOpen('main')))) {
      element.taken = { mark: sheet.mark(), before: { ...prose }, always }
    }
    if (name === 'a') isLinked = attribute(token, 'href') !== undefined
    if (LISTS.has(name)) element.list = listOf(token)
    if (name === 'li') beginItem(token)
    push(element)
    if (raw !== undefined) tokenizer.state = raw
  }

  function onEndTag({ tagName: name }: Token.TagToken): void {
    if (name === 'br') sheet.breakLine()
    if (BLOCKS.has(name)) endLine()
    if (name === 'a') isLinked = false
    if (name === 'ruby') endRuby()
    else if (ruby) leaveRubyPart(ruby, name)
    if (!isOpen(name)) return
    while (pop() !== name);
  }

  function onCharacter({ chars, location }: Token.CharacterToken): void {
    if (isOpen('title') && !isForeign()) title += chars
    const text = chars.replaceAll('\u00a0', ' ')
    if (!isLinked) {
      prose.characters += text.length
      prose.sentences += countSentences(text)
    }
    const raw = html.slice(startOf(location), location?.endOffset)
    for (const piece of stretchesOf(text, raw, startOf(location))) write(piece.text, piece.place)
  }

  function onWhitespaceCharacter({ chars, location }: Token.CharacterToken): void {
    if (isOpen('title') && !isForeign()) title += ' '
    if (ruby) {
      if (!isComplete(ruby)) addToRuby(ruby, ' ', startOf(location))
    } else if (isKeepingBlanks()) {
      for (const [index, blanks] of chars.split('\n').entries()) {
        if (index > 0) sheet.breakLine()
        if (blanks !== '') sheet.add(blanks, startOf(location) + chars.lastIndexOf(blanks))
      }
    } else sheet.addBlank(chars)
  }

  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag,
      onEndTag,
      onCharacter,
      onWhitespaceCharacter,
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  )
  tokenizer.write(html, true)
  const last = open.at(-1)
  if (last?.taken && CODE.has(last.name)) sheet.goBackTo(last.taken.mark)
  endRuby()
  const name = title.trim().replace(/ +/g, ' ')
  return { ...sheet.finish(), learned: { ...(name !== '' && { title: name }), ...learned } }
}

/** Where a token begins in the page; the tokenizer is told to say so. */
function startOf(location: Token.Location | null): number {
  return location?.startOffset ?? 0
}

function attribute({ attrs }: Token.TagToken, name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value
}

function numberIn(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined
}

function listOf(token: Token.TagToken): NonNullable<Open['list']> {
  const numerals = numeralsOf(attribute(token, 'style'), attribute(token, 'type'))
  const usual = token.tagName === 'ol' ? 'decimal' : 'bullet'
  const start = numberIn(attribute(token, 'start'))
  // Without a start it would count down to 1, from as many points as are to come.
  const isReversed = start !== undefined && attribute(token, 'reversed') !== undefined
  return { numerals: numerals ?? usual, next: start ?? 1, step: isReversed ? -1 : 1 }
}

/** What an element says of its blanks; undefined where it says nothing, and they are those of the element around it. */
function keepsBlanks(token: Token.TagToken): boolean | undefined {
  const said = /white-space\s*:\s*([a-z-]+)/i.exec(attribute(token, 'style') ?? '')?.[1]?.toLowerCase()
  if (said !== undefined && said !== 'inherit') return said.startsWith('pre') || said === 'break-spaces'
  return PREFORMATTED.has(token.tagName) ? true : undefined
}

function countSentences(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '。' || char === '！' || char === '？') count++
  }
  return count
}
