import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import type { Learned } from '../reading.ts'
import { createSheet, type Mark } from '../sheet.ts'
import type { SourceMap } from '../source-map.ts'
import { BLOCKS, LISTS, PREFORMATTED, SELF_ENDING, UNSHOWN, VOIDS } from './elements.ts'
import { isFurniture, isProse, type Prose } from './furniture.ts'
import { learnFrom } from './meta.ts'
import { addToRuby, enterRubyPart, isComplete, leaveRubyPart, openRuby, type Ruby, toGloss } from './ruby.ts'
import { stretchesOf } from './stretches.ts'

/** How the content of an element is read that is no markup. */
const RAW: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
  plaintext: TokenizerMode.PLAINTEXT,
}

/** An element that is open; `taken` is where its text began, if that may be taken back. */
interface Open {
  name: string
  taken?: { mark: Mark; before: Prose; always: boolean }
  /** The number of a list's next item; absent for a list with bullets. */
  next?: number
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
  const learned: Learned = {}

  const isOpen = (name: string) => (counts.get(name) ?? 0) > 0
  const isForeign = () => isOpen('svg') || isOpen('math')
  const isKeepingBlanks = () => PREFORMATTED.some(isOpen)

  function push(element: Open): void {
    open.push(element)
    if (LISTS.has(element.name)) lists.push(element)
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

  function beginItem(value: string | undefined): void {
    const list = lists.at(-1)
    if (list?.next === undefined) {
      sheet.setPrefix(list ? '- ' : '')
      return
    }
    const number = value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : list.next
    list.next = number + 1
    sheet.setPrefix(`${number}. `)
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
    if (VOIDS.has(name) || (token.selfClosing && isForeign())) return
    if (name === 'ruby') {
      endRuby()
      ruby = openRuby()
    } else if (ruby) enterRubyPart(ruby, name)

    const raw = isForeign() ? undefined : RAW[name]
    const element: Open = { name }
    const always = UNSHOWN.has(name)
    if (always) endRuby()
    if (!ruby && (always || isFurniture(token, isOpen('article') || isOpen('main')))) {
      element.taken = { mark: sheet.mark(), before: { ...prose }, always }
    }
    if (name === 'a') isLinked = attribute(token, 'href') !== undefined
    if (name === 'ol') element.next = firstNumber(token)
    if (name === 'li') beginItem(attribute(token, 'value'))
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

function firstNumber(token: Token.TagToken): number {
  const start = attribute(token, 'start')
  return start !== undefined && /^\d{1,9}$/.test(start) ? Number(start) : 1
}

function countSentences(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '。' || char === '！' || char === '？') count++
  }
  return count
}
