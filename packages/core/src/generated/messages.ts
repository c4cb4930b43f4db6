// Generated from packages/core/messages: run `pnpm generate`.
/** Every message there is: how severe it is, what it says, and what to do about it. */
export const catalogue = {
  'invalid-bytes': {
    severity: 'error',
    reason: '{count} invalid bytes in a page read as {encoding}; each stands as U+FFFD.',
    advice: 'Fetch the page again as bytes, and see whether it names another encoding.',
  },
  'empty-page': {
    severity: 'error',
    reason: 'The page holds no text.',
    advice: 'Fetch the page again; it may have been a log-in form or a redirect.',
  },
  'empty-input': {
    severity: 'error',
    reason: 'The input is empty.',
    advice: 'Save the page again.',
  },
  'blank-input': {
    severity: 'error',
    reason: 'The input holds only blanks.',
    advice: 'Save the page again.',
  },
  'binary-input': {
    severity: 'error',
    reason: 'This is a binary file: it holds {what}.',
    advice: 'Save its text as UTF-8 and read that.',
  },
  'other-kind': {
    severity: 'error',
    reason: 'This is {kind}.',
    advice: 'Save its text as UTF-8 and read that.',
  },
  'encrypted-file': {
    severity: 'error',
    reason: 'The {format} file is encrypted.',
    advice: 'Open it with its password, save it without one, and read that.',
  },
  'damaged-file': {
    severity: 'error',
    reason: 'The {format} file is damaged: {fault}.',
    advice: 'Fetch or save the file again.',
  },
  'oversized-file': {
    severity: 'error',
    reason: 'The {format} file {what}, beyond the limit of {limit}.',
    advice: 'If it comes from someone you trust, open it and save its text as UTF-8.',
  },
  'forbidden-markup': {
    severity: 'error',
    reason: 'The {format} file declares entities of its own, which the format forbids.',
    advice: 'Open it, save it again as {format}, and read that.',
  },
  'text-without-characters': {
    severity: 'error',
    reason: 'The {format} file shows its text without saying which characters it is.',
    advice: 'Recognize the text with OCR, and read what that gives.',
  },
  'lost-glyphs': {
    severity: 'warning',
    reason: '{count} characters of the {format} file have no meaning in it; each stands as U+FFFD.',
    advice: 'Compare the passage with the printed page.',
  },
  'page-furniture': {
    severity: 'info',
    reason: '{count} lines of page furniture were left out: {sample}.',
    advice: 'See whether one of them belongs to the speech.',
  },
  'macros-unread': {
    severity: 'info',
    reason: 'The file holds macros; only its text was read.',
    advice: 'Open such files in an office program only when you trust their sender.',
  },
  'tracked-changes': {
    severity: 'info',
    reason: 'The file holds tracked changes; it was read with all of them accepted.',
    advice: 'Settle the changes in the file, if others were meant.',
  },
  'misnamed-file': {
    severity: 'info',
    reason: 'By its name this is {named}, by its content {format}; it was read as the latter.',
    advice: 'Give the file the extension of what it is.',
  },
  'restoration-left-undone': {
    severity: 'error',
    reason: '“{text}” is damaged and could not be restored; it stands as it was.',
    advice: 'Look the passage up in another copy of the speech, or hand such a copy in as a witness.',
  },
  'uncertain-restoration': {
    severity: 'error',
    reason: '“{text}” may read {readings}, but neither bytes nor language decide; it stands as it was.',
    advice: 'Choose a reading by hand, hand in an intact copy as a witness, or restore with a minimum certainty of `unsure`.',
  },
  'lost-characters': {
    severity: 'error',
    reason: 'Characters in “{text}” are lost; the page does not hold what stood there.',
    advice: 'Put them in from another copy of the speech; never guess, least of all a figure.',
  },
  'torn-line-joined': {
    severity: 'info',
    reason: 'A line torn out of its sentence was joined to it again.',
    advice: 'Read the sentence once: the full stop that the page had put behind the piece was taken out.',
  },
  'split-line-joined': {
    severity: 'info',
    reason: 'A paragraph split behind ； was joined again.',
    advice: 'Nothing, unless the lines were meant as a list; then give them numbers or bullets.',
  },
  'hard-wrap-joined': {
    severity: 'info',
    reason: 'Lines broken in the middle of sentences were joined into one paragraph.',
    advice: 'Nothing, unless the lines were meant as verse or as a list.',
  },
  'unknown-header-line': {
    severity: 'info',
    reason: 'The header line “{text}” is of no known kind.',
    advice: 'Nothing is lost: it is kept under `metadata.fields` as printed. Report it if the field is common.',
  },
  'speech-without-salutation': {
    severity: 'info',
    reason: 'This speech opens without a salutation.',
    advice: 'See whether the page dropped it, or whether the speech really opens like that.',
  },
  'speech-without-closing': {
    severity: 'info',
    reason: 'This speech ends without a closing.',
    advice: 'See whether the page cut it off; a solemn last paragraph alone is no closing.',
  },
  'several-speeches-in-item': {
    severity: 'info',
    reason: 'This item holds {count} speeches.',
    advice: 'Cite them by speech and not by item.',
  },
  'truncated-link-title': {
    severity: 'info',
    reason: 'The link title “{title}” was cut short by the page.',
    advice: 'Take the whole title from the page that the link leads to.',
  },
  'advertised-count-differs': {
    severity: 'warning',
    reason: 'The page advertises {advertised} items but holds {found}.',
    advice: 'Look for the missing ones on the next page of the site, or for items without a heading.',
  },
  'paragraph-without-beginning': {
    severity: 'error',
    reason: 'The beginning of this paragraph is missing.',
    advice: 'Put it in from another copy of the speech, or leave the paragraph out and say so.',
  },
  'numbering-gap': {
    severity: 'warning',
    reason: '“{found}” follows “{previous}”: {missing} is missing.',
    advice: 'Look for the lost heading between the two; the paragraphs below it now stand under the heading before.',
  },
  'numbering-repeat': {
    severity: 'warning',
    reason: '“{found}” is printed twice in a row.',
    advice: 'See which of the two is meant; they are cited by their place and not by their number.',
  },
  'numbering-restart': {
    severity: 'warning',
    reason: 'The numbering begins again: “{found}” follows “{previous}”.',
    advice: 'Look for a lost heading above, or for a second speech that begins here.',
  },
  'series-switched': {
    severity: 'info',
    reason: 'The numbering changes its form: “{found}” follows “{previous}”.',
    advice: 'Nothing, if the numbers go on; else look for a second text that was put in here.',
  },
  'announced-count-differs': {
    severity: 'warning',
    reason: '“{text}” announces {announced}, but {found} are found.',
    advice: 'Look for a heading that was lost or that bears no number; the speaker may also have miscounted.',
  },
  'elision': {
    severity: 'info',
    reason: 'The page left something out here.',
    advice: 'Fill it in from the original only; what kind of word is missing is said in the tree.',
  },
  'empty-quotation': {
    severity: 'warning',
    reason: 'The quotation marks are empty: the quoted words were taken out.',
    advice: 'Fill them in from the original, or leave the marks out when quoting.',
  },
  'unbalanced-quotation': {
    severity: 'warning',
    reason: 'A quotation mark has no partner in this paragraph.',
    advice: 'Find where the quotation begins or ends, and add the mark there.',
  },
  'unbalanced-title-mark': {
    severity: 'warning',
    reason: 'A title mark 《 or 》 has no partner in this paragraph.',
    advice: 'Find where the title begins or ends; a torn line may hold the rest of it.',
  },
  'near-identical-paragraphs': {
    severity: 'info',
    reason: 'This paragraph is nearly the same as the one in line {line}.',
    advice: 'See whether one speech was made from the other, or one paragraph was printed twice.',
  },
  'mixed-scripts': {
    severity: 'warning',
    reason: 'Simplified and traditional characters are mixed.',
    advice: 'Convert the text to one script; check names by hand, where both forms may be right.',
  },
} satisfies Record<string, { severity: 'error' | 'warning' | 'info'; reason: string; advice: string }>

/** The id of a message; `ruleId` in a result. */
export type MessageId = keyof typeof catalogue
