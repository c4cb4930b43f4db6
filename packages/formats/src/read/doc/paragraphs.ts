/** Control characters of a Word document ([MS-DOC] 2.4.1, 2.8.25, 2.9.86). */
const PARAGRAPH_ENDS = '\r\x07\x0c'
const FIELD_BEGIN = '\x13'
const FIELD_RESULT = '\x14'
const FIELD_END = '\x15'

/** What other control characters show; those that are not named show nothing of the text. */
const SIGNS: Readonly<Record<string, string>> = {
  '\t': '\t',
  '\x0b': '\n',
  '\x0e': '\n',
  '\x1e': '-',
  '\xa0': ' ',
}

/** A field that is open: its instruction, and whether its result has begun, which is what it shows. */
interface Field {
  instruction: string
  isShown: boolean
}

/** A paragraph as it is shown, with line ends where a line is broken inside it; and where its mark stands in the text. */
interface Paragraph {
  text: string
  end: number
}

/** The paragraphs of a document's text. */
export function* paragraphsOf(story: string): Generator<Paragraph> {
  const fields: Field[] = []
  let text = ''
  /** How many of the open fields do not show their result yet. */
  let unshown = 0

  const write = (shown: string) => {
    const field = fields.at(-1)
    if (field && !field.isShown) field.instruction += shown
    else if (unshown === 0) text += shown
  }

  for (let at = 0; at < story.length; at++) {
    const char = story[at] as string
    if (char === FIELD_BEGIN) {
      fields.push({ instruction: '', isShown: false })
      unshown++
    } else if (char === FIELD_RESULT) {
      const field = fields.at(-1)
      if (field && !field.isShown) unshown--
      if (field) field.isShown = true
    } else if (char === FIELD_END) {
      const field = fields.pop()
      if (field && !field.isShown) {
        unshown--
        write(phoneticGuide(field.instruction))
      }
    } else if (PARAGRAPH_ENDS.includes(char) && unshown === 0) {
      yield { text, end: at }
      text = ''
    } else if (char >= ' ' && char !== '\xa0') write(char)
    else write(SIGNS[char] ?? '')
  }
  if (text !== '') yield { text, end: story.length - 1 }
}

/** EQ \* jc2 \o\ad(\s\up 9(yǎng),養): ruby of Word, which has no result of its own. */
const PHONETIC_GUIDE = /^\s*EQ\s.*\\o\b.*\\s\\up\s*\d+\(([^()]*)\)[,;](.*)\)\s*$/i

/** The gloss that a field draws: 養(yǎng); '' for a field that shows nothing. */
function phoneticGuide(instruction: string): string {
  const [, above = '', base = ''] = PHONETIC_GUIDE.exec(instruction.slice(0, LONGEST_GUIDE)) ?? []
  return above === '' ? base : `${base}(${above})`
}

const LONGEST_GUIDE = 400
