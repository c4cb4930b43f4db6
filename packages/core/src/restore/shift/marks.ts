import { BLANK, DASH, DIGIT, DOTS, ELISION, LETTER, MARKS, OTHER, OTHER_SYMBOLS, STRANGE } from './symbols.ts'

/**
 * How likely each mark is at a place, by what stands before it. Set by hand, from how speeches are pointed: a page
 * cannot teach it, for the marks that follow marks are the ones its damage takes.
 */

/** What stands before a place. */
type Before =
  | 'word'
  | '，'
  | '。'
  | '、'
  | '：'
  | '“'
  | '”'
  | '《'
  | '》'
  | '（'
  | '）'
  | '_（'
  | '（一'
  | 'digit'
  | 'letter'
  | 'elision'
  | 'blank'
  | '—'
  | '——'
  | '…'
  | '……'

/** Chances in 10,000; marks that are not named have `RARE`. Closing marks count only where their like is open. */
const CHANCES: Record<Before, string> = {
  word: '，680 。340 、240 ；26 ：28 ！28 ？12 “60 ”1000 ‘2 ’600 《18 》800 （10 ）1000 #55 a2 ×8 —3 …1.5',
  '，': '“100 《24 ‘2 （3 #90 a2 ×16',
  '。': '“180 《90 ‘2 （16 ”1200 ’800 ）300 #80 a2 ×6 —60 …8',
  '、': '“350 《220 ‘4 （8 #70 a2 ×14',
  '：': '“900 《150 ‘4 （10 #300 a4 ×20 —6 …4 。10',
  '“': '《150 ‘40 （4 ”150 #350 a20 ×40',
  '”': '，1500 。900 、1100 ；150 ：100 ！100 ？40 “60 ’300 《20 》900 （60 ）900 #20 a4 ×4 —31 …3',
  '《': '“20 #40 a20 ×30',
  '》': '，1300 。700 、1200 ；120 ：80 ！60 ？30 “20 ”600 《100 （250 ）900 #10 a4 ×4',
  '（': '“30 《40 #300 a60 ×40',
  '）': '，900 。500 、700 ；80 ：80 ！20 “60 ”600 《20 》500 #40 a4 ×10',
  '_（': '“30 《40 #300 a60 ×40',
  '（一': '）9850',
  digit: '，500 。200 、200 ；60 ：30 ！20 ？10 “10 ”400 ’300 》400 （20 ）1200 #4500 a100 ×80 *900 —10',
  letter: '，300 。150 、300 ；30 ：30 “10 ”400 》300 （20 ）900 #400 a4500 *300 ×30',
  blank: '（150 “120 《40 #300 a10 ×10 —60 …10 _4000',
  '—': '—9800 #60',
  '——': '“660 《200 ”150 。30 #60 a20',
  '…': '…9900',
  '……': '”1500 。200 ，200 “150 ）100 #30',
  elision: '，200 。100 、100 “10 ”300 》300 ）600 #1500 a150 ×3500 *100',
}

const RARE = 0.2
/** The least chance of a sign, and of a blank, in 10,000. */
const OTHERS = 0.5
const BLANKS = 4
/** The chance of a character that is in no table, in 10,000. */
const STRANGERS = 1e-4

const BEFORE: readonly Before[] = [
  'word',
  '，',
  '。',
  '、',
  '：',
  '“',
  '”',
  '《',
  '》',
  '（',
  '）',
  '_（',
  '（一',
  'digit',
  'letter',
  'elision',
  'blank',
  '—',
  '——',
  '…',
  '……',
]

/** Which row of the table stands for each mark. */
const ROW_OF: Record<string, Before> = {
  '，': '，',
  '。': '。',
  '、': '、',
  '；': '。',
  '：': '：',
  '！': '。',
  '？': '。',
  '“': '“',
  '”': '”',
  '‘': '“',
  '’': '”',
  '《': '《',
  '》': '》',
  '（': '（',
  '）': '）',
}

/** The rows of one half of a dash and of an ellipsis; both halves have the next one. */
const DASH_ROW = BEFORE.indexOf('—')
const DOTS_ROW = BEFORE.indexOf('…')

const KINDS = OTHER_SYMBOLS

/** Chances, a row for each `Before`, a column for each symbol behind the characters. */
const TABLE = makeTable()

function makeTable(): Float32Array {
  const table = new Float32Array(BEFORE.length * KINDS).fill(RARE / 10_000)
  BEFORE.forEach((before, row) => {
    table[row * KINDS + OTHER] = OTHERS / 10_000
    table[row * KINDS + BLANK] = BLANKS / 10_000
    table[row * KINDS + STRANGE] = STRANGERS / 10_000
    for (const entry of CHANCES[before].split(' '))
      table[row * KINDS + columnOf(entry[0] as string)] = Number(entry.slice(1)) / 10_000
  })
  return table
}

function columnOf(sign: string): number {
  if (sign === '#') return DIGIT
  if (sign === 'a') return LETTER
  if (sign === '×') return ELISION
  if (sign === '—') return DASH
  if (sign === '…') return DOTS
  if (sign === '*') return OTHER
  if (sign === '_') return BLANK
  return MARKS.indexOf(sign)
}

/** Pairs of marks that open and close, as bits of what is open. */
const OPENING = [MARKS.indexOf('“'), MARKS.indexOf('‘'), MARKS.indexOf('《'), MARKS.indexOf('（')]
const CLOSING = [MARKS.indexOf('”'), MARKS.indexOf('’'), MARKS.indexOf('》'), MARKS.indexOf('）')]
/** Further bits, of an open “: it stands behind a ：, and a mark that ends a clause stands in it. */
const TOLD = 16
const CLAUSES = 32
/** How many sets of such bits there are. */
const OPEN = 64

/** Closing marks where nothing of their kind is open, beside where something is; damage hides the opening ‘ least. */
const UNOPENED = [0.01, 5e-4, 0.01, 0.001]
/** An opening mark where its kind is open already. */
const REOPENED = 0.05
/** A mark that ends a clause inside 《》. */
const CLAUSE_IN_TITLE = 0.1

/**
 * Marks in a clause, by how many characters it holds so far, counted likewise: how many times likelier than anywhere a
 * mark that ends a sentence is, a ！, a comma, and a 、, in hundredths.
 */
const CLAUSE = {
  exclamation: [10, 10, 58, 130, 150, 105, 80, 95, 90, 100, 115, 115, 130, 150, 150, 150],
  sentence: [2, 2, 17, 47, 115, 106, 141, 169, 182, 196, 222, 227, 232, 254, 265, 265],
  comma: [4, 4, 49, 65, 136, 117, 140, 153, 160, 167, 174, 174, 174, 180, 180, 180],
  pause: [34, 34, 142, 118, 153, 93, 102, 101, 91, 85, 78, 75, 79, 67, 60, 50],
}

/**
 * Marks inside “”, by how many characters it holds so far, as counted in the speeches of tooling/generate/data/texts and
 * evened out: how many times likelier than outside a mark that ends a sentence is and a comma, in hundredths; and the
 * chance in 10,000 of ” behind a word.
 */
interface Quotation {
  sentence: readonly number[]
  comma: readonly number[]
  closing: readonly number[]
}

/** What is quoted: words or a saying without a mark so far, and one with; behind ：, what was said. */
const QUOTED: readonly Quotation[] = [
  {
    sentence: [0.1, 0.1, 0.1, 0.4, 0.7, 3, 5, 25, 25, 22, 22, 30, 30, 30, 30, 30],
    comma: [1, 3, 10, 23, 55, 90, 40, 170, 35, 35, 35, 35, 35, 35, 35, 35],
    closing: [1, 750, 1850, 2900, 4000, 2900, 2000, 2700, 2300, 2400, 2400, 2400, 2400, 2400, 2400, 2400],
  },
  {
    sentence: [1, 1, 1, 10, 10, 27, 43, 63, 63, 140, 140, 210, 210, 270, 270, 200],
    comma: [1, 1, 1, 5, 5, 10, 20, 60, 30, 30, 30, 50, 50, 45, 45, 100],
    closing: [1, 50, 50, 50, 300, 500, 600, 800, 600, 1000, 1000, 1200, 1200, 1200, 1200, 700],
  },
  {
    sentence: [1, 23, 23, 68, 100, 150, 150, 240, 240, 310, 310, 310, 310, 360, 360, 360],
    comma: [1, 55, 290, 190, 240, 260, 240, 330, 290, 240, 240, 240, 240, 170, 170, 170],
    closing: [1, 10, 30, 90, 120, 120, 120, 250, 200, 150, 150, 150, 150, 200, 200, 200],
  },
  {
    sentence: [1, 30, 30, 60, 40, 60, 130, 180, 240, 250, 250, 260, 260, 370, 370, 300],
    comma: [1, 1, 1, 80, 15, 65, 65, 120, 100, 85, 85, 105, 105, 90, 90, 100],
    closing: [1, 5, 5, 5, 10, 20, 20, 20, 20, 25, 25, 25, 25, 30, 40, 50],
  },
]
/** The chance of ” where a quotation holds a sentence. */
const CLOSED_BEHIND_SENTENCE = 0.8

/**
 * The row for what stands before a place: a symbol counted from the marks, behind what `row` stands for; a negative one
 * is a character, a numeral perhaps, which is told from others in brackets alone: （一）.
 */
export function rowAfter(symbol: number, row = 0, isNumeral = false): number {
  if (symbol < 0) return isNumeral && (opensBracket(row) || row === NUMBERED_ROW) ? NUMBERED_ROW : 0
  if (symbol === DASH) return row === DASH_ROW ? DASH_ROW + 1 : DASH_ROW
  if (symbol === DOTS) return row === DOTS_ROW ? DOTS_ROW + 1 : DOTS_ROW
  if (symbol === DIGIT) return BEFORE.indexOf('digit')
  if (symbol === LETTER) return BEFORE.indexOf('letter')
  if (symbol === ELISION) return BEFORE.indexOf('elision')
  if (symbol === BLANK) return BEFORE.indexOf('blank')
  if (symbol === OTHER || symbol === STRANGE) return 0
  if (row === BLANK_ROW && MARKS[symbol] === '（') return HEADING_ROW
  return BEFORE.indexOf(ROW_OF[MARKS[symbol] as string] as Before)
}

function opensBracket(row: number): boolean {
  return row === BRACKET_ROW || row === HEADING_ROW
}

/** Whether a bracket was opened at the head of a line, where most hold the number of a heading. */
export function isAtHeading(row: number): boolean {
  return row === HEADING_ROW
}

/** How many characters of a clause or of a quotation are counted. */
export const COUNTED = 15

/**
 * How many characters ago the quotation was opened or, where none is open, the clause began: behind a symbol, counted
 * from the marks, that stands where it was `since`; a negative one is a character.
 */
export function sinceAfter(since: number, open: number, symbol: number): number {
  const isBegun = symbol === OPENING[0] || ((open & 1) === 0 && BEGINS_CLAUSE[symbol] === true)
  return isBegun ? 0 : Math.min(since + 1, COUNTED)
}

/** Which pairs are open behind a mark, by which were before it and by the row that it stands in. */
export function openAfter(open: number, symbol: number, row: number): number {
  const opened = OPENING.indexOf(symbol)
  if (opened === 0) return (open & ~(TOLD | CLAUSES)) | 1 | (row === COLON_ROW ? TOLD : 0)
  if (opened !== -1) return open | (1 << opened)
  const closed = CLOSING.indexOf(symbol)
  if (closed === 0) return open & ~(1 | TOLD | CLAUSES)
  if (closed !== -1) return open & ~(1 << closed)
  return open & 1 && ENDS_CLAUSE[symbol] ? open | CLAUSES : open
}

/** Whether a quotation is open. */
export function isQuoting(open: number): boolean {
  return (open & 1) !== 0
}

/** Whether a title is open. */
export function isInTitle(open: number): boolean {
  return (open & 4) !== 0
}

/** Whether a bracket is open. */
export function isInBracket(open: number): boolean {
  return (open & 8) !== 0
}

/**
 * The chance of a mark (a symbol counted from the marks) in a row of the table, with these pairs open.
 *
 * @param since how many characters ago the quotation or the clause began, up to `COUNTED`
 */
export function markChance(row: number, open: number, symbol: number, since: number): number {
  const chance = chanceByPairs(row, open, symbol)
  if (open & 1) return inQuotation(chance, row, open, symbol, since)
  return row === WORD_ROW && open === 0 ? (chance * inClause(symbol, since)) / 100 : chance
}

/** How many times likelier a mark is at a place in a clause, in hundredths. */
function inClause(symbol: number, since: number): number {
  const { exclamation, sentence, comma, pause } = CLAUSE
  if (symbol === EXCLAMATION) return exclamation[since] as number
  if (symbol === 0) return comma[since] as number
  if (symbol === 2) return pause[since] as number
  return ENDS_SENTENCE[symbol] ? (sentence[since] as number) : 100
}

function inQuotation(chance: number, row: number, open: number, symbol: number, since: number): number {
  const { sentence, comma, closing } = QUOTED[(open & TOLD ? 2 : 0) + (open & CLAUSES ? 1 : 0)] as Quotation
  if (symbol === CLOSING[0]) {
    if (row === WORD_ROW) return (closing[since] as number) / 10_000
    return row === SENTENCE_ROW ? CLOSED_BEHIND_SENTENCE : chance
  }
  if (row !== WORD_ROW) return chance
  if (ENDS_SENTENCE[symbol]) return (chance * (sentence[since] as number)) / 100
  return symbol === 0 ? (chance * (comma[since] as number)) / 100 : chance
}

/** Which marks end a clause, and which a sentence. */
const ENDS_CLAUSE = [...MARKS].map((mark) => '，。；：！？'.includes(mark))
const BEGINS_CLAUSE = [...MARKS].map((mark) => '，。、；：！？'.includes(mark))
const EXCLAMATION = MARKS.indexOf('！')
const ENDS_SENTENCE = [...MARKS].map((mark) => '。；！？'.includes(mark))

function chanceByPairs(row: number, open: number, symbol: number): number {
  const chance = TABLE[row * KINDS + symbol] as number
  const closes = CLOSING.indexOf(symbol)
  if (closes !== -1) return open & (1 << closes) ? chance : chance * (UNOPENED[closes] as number)
  const opens = OPENING.indexOf(symbol)
  if (opens !== -1 && open & (1 << opens)) return chance * REOPENED
  if (open & 4 && symbol <= 6 && symbol !== 2) return chance * CLAUSE_IN_TITLE
  return chance
}

/** The chance that any mark stands at a place; below 0 where it was not asked for yet. */
const anyMarks = new Float32Array(BEFORE.length * OPEN * (COUNTED + 1)).fill(-1)

/** The chance that any mark stands at a place, by row, open pairs, and how long a quotation is open. */
export function anyMarkChance(row: number, open: number, since: number): number {
  const place = (row * OPEN + open) * (COUNTED + 1) + since
  const known = anyMarks[place] as number
  if (known >= 0) return known
  let sum = 0
  for (let symbol = 0; symbol < KINDS; symbol++) sum += markChance(row, open, symbol, since)
  anyMarks[place] = Math.min(sum, 0.99)
  return anyMarks[place] as number
}

/** Characters that, as a word of their own, end no clause, and how much rarer a mark is behind them. */
export const ENDS_NONE =
  '和同在與及以把被對從向為而或其該各將使讓由于於就但並且又很最更越每這要能可應須所之第某是有因若如比較至自沿順朝往隨除憑趁替給跟請按據經當還也都只才卻仍正'
export const BEHIND_SUCH = 0.08

/** Characters that, as a word of their own, open no clause, and how much rarer they are behind a mark that ends one. */
export const OPENS_NONE = '的了着著等嗎呢吧們性化者度率'
export const OPENED_SO = 0.08

/**
 * How many times likelier marks are behind a particle that asks or calls out, as counted in the speeches of
 * tooling/generate/data/texts.
 */
const PARTICLES: readonly (readonly [characters: string, times: string])[] = [
  ['啊呀啦嘛', '！14 。0.5'],
  ['呢', '？50 ！4'],
  ['嗎', '？90 ，0.1 。0.05'],
  ['吧', '？15 ！4.4'],
  ['么麼', '？40'],
]

/** What a mark's chance behind a character is multiplied by. Both are symbols, the mark counted from the marks. */
export type Lift = (character: number, mark: number) => number

/** @param symbolOf the symbol of each UTF-16 code unit */
export function particlesOf(symbolOf: Uint16Array): Lift {
  const particleOf = new Uint8Array(0x10000)
  const times = new Float32Array((PARTICLES.length + 1) * KINDS).fill(1)
  PARTICLES.forEach(([characters, entries], i) => {
    for (const character of characters) particleOf[symbolOf[character.charCodeAt(0)] as number] = i + 1
    for (const entry of entries.split(' ')) times[(i + 1) * KINDS + columnOf(entry.charAt(0))] = Number(entry.slice(1))
  })
  return (character, mark) => times[(particleOf[character] as number) * KINDS + mark] as number
}

/** Whether a row of the table stands for a mark that ends a clause. */
export function endsClause(row: number): boolean {
  return row === CLAUSE_ROW || row === SENTENCE_ROW
}

const BLANK_ROW = BEFORE.indexOf('blank')
const BRACKET_ROW = BEFORE.indexOf('（')
const HEADING_ROW = BEFORE.indexOf('_（')
const NUMBERED_ROW = BEFORE.indexOf('（一')
const WORD_ROW = BEFORE.indexOf('word')
const CLAUSE_ROW = BEFORE.indexOf('，')
const SENTENCE_ROW = BEFORE.indexOf('。')
const COLON_ROW = BEFORE.indexOf('：')
