import { BLANK, DIGIT, ELISION, LETTER, MARKS, OTHER, STRANGE } from './symbols.ts'

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
  | 'digit'
  | 'letter'
  | 'elision'
  | 'blank'

/** Chances in 10,000; marks that are not named have `RARE`. Closing marks count only where their like is open. */
const CHANCES: Record<Before, string> = {
  word: '，680 。340 、240 ；26 ：28 ！28 ？12 “60 ”1000 ‘2 ’600 《18 》800 （10 ）1000 #55 a2 ×14',
  '，': '“100 《24 ‘2 （3 #90 a2 ×16',
  '。': '“180 《90 ‘2 （16 ”1200 ’800 ）300 #80 a2 ×12',
  '、': '“350 《220 ‘4 （8 #70 a2 ×14',
  '：': '“900 《150 ‘4 （10 #300 a4 ×30 。10',
  '“': '《150 ‘40 （4 ”150 #350 a20 ×40',
  '”': '，1500 。900 、1100 ；150 ：100 ！100 ？40 “60 ’300 《20 》900 （60 ）900 #20 a4 ×4',
  '《': '“20 #40 a20 ×30',
  '》': '，1300 。700 、1200 ；120 ：80 ！60 ？30 “20 ”600 《100 （250 ）900 #10 a4 ×4',
  '（': '“30 《40 #300 a60 ×40',
  '）': '，900 。500 、700 ；80 ：80 ！20 “60 ”600 《20 》500 #40 a4 ×10',
  digit: '，500 。200 、200 ；60 ：30 ！20 ？10 “10 ”400 ’300 》400 （20 ）1200 #4500 a100 ×80 *900',
  letter: '，300 。150 、300 ；30 ：30 “10 ”400 》300 （20 ）900 #400 a4500 *300 ×30',
  blank: '（150 “120 《40 #300 a10 ×20 _4000',
  elision: '，200 。100 、100 “10 ”300 》300 ）600 #1500 a150 ×3500 *100',
}

const RARE = 0.2
/** The least chance of a sign, and of a blank, in 10,000. */
const OTHERS = 0.5
const BLANKS = 10
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
  'digit',
  'letter',
  'elision',
  'blank',
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

const KINDS = STRANGE + 1

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
  if (sign === '*') return OTHER
  if (sign === '_') return BLANK
  return MARKS.indexOf(sign)
}

/** Pairs of marks that open and close, as bits of what is open. */
const OPENING = [MARKS.indexOf('“'), MARKS.indexOf('‘'), MARKS.indexOf('《'), MARKS.indexOf('（')]
const CLOSING = [MARKS.indexOf('”'), MARKS.indexOf('’'), MARKS.indexOf('》'), MARKS.indexOf('）')]

/** A closing mark where nothing of its kind is open, beside one where something is. */
const UNOPENED = 0.01
/** An opening mark where its kind is open already. */
const REOPENED = 0.05
/** A mark that ends a clause inside 《》. */
const CLAUSE_IN_TITLE = 0.1
/** A mark that ends a sentence inside a quotation, by how many characters it holds so far: the first are words. */
const SENTENCE_IN_QUOTATION = [5e-4, 5e-4, 1e-3, 3e-3, 6e-3, 0.01, 0.02, 0.04, 0.08, 0.12, 0.18, 0.25, 0.35, 0.5, 0.7]

/** The row for what stands before a place: a symbol counted from the marks; a negative one is a character. */
export function rowAfter(symbol: number): number {
  if (symbol < 0) return 0
  if (symbol === DIGIT) return BEFORE.indexOf('digit')
  if (symbol === LETTER) return BEFORE.indexOf('letter')
  if (symbol === ELISION) return BEFORE.indexOf('elision')
  if (symbol === BLANK) return BEFORE.indexOf('blank')
  if (symbol === OTHER || symbol === STRANGE) return 0
  return BEFORE.indexOf(ROW_OF[MARKS[symbol] as string] as Before)
}

/** How many characters of a quotation are counted. */
export const COUNTED = SENTENCE_IN_QUOTATION.length

/** Which pairs are open behind a mark, by which were before it. */
export function openAfter(open: number, symbol: number): number {
  const opened = OPENING.indexOf(symbol)
  if (opened !== -1) return open | (1 << opened)
  const closed = CLOSING.indexOf(symbol)
  return closed === -1 ? open : open & ~(1 << closed)
}

/**
 * The chance of a mark (a symbol counted from the marks) in a row of the table, with these pairs open.
 *
 * @param since how many characters ago the last pair opened, up to `COUNTED`
 */
export function markChance(row: number, open: number, symbol: number, since: number): number {
  const chance = chanceByPairs(row, open, symbol)
  if ((open & 3) === 0 || since >= COUNTED || !ENDS_SENTENCE[symbol]) return chance
  return chance * (SENTENCE_IN_QUOTATION[since] as number)
}

/** Which marks end a sentence. */
const ENDS_SENTENCE = [...MARKS].map((mark) => '。；'.includes(mark))

function chanceByPairs(row: number, open: number, symbol: number): number {
  const chance = TABLE[row * KINDS + symbol] as number
  const closes = CLOSING.indexOf(symbol)
  if (closes !== -1) return open & (1 << closes) ? chance : chance * UNOPENED
  const opens = OPENING.indexOf(symbol)
  if (opens !== -1 && open & (1 << opens)) return chance * REOPENED
  if (open & 4 && symbol <= 6 && symbol !== 2) return chance * CLAUSE_IN_TITLE
  return chance
}

/** The chance that any mark stands at a place, by row and open pairs. */
export const ANY_MARK = makeSums()

function makeSums(): Float32Array {
  const sums = new Float32Array(BEFORE.length * 16)
  for (let row = 0; row < BEFORE.length; row++) {
    for (let open = 0; open < 16; open++) {
      let sum = 0
      for (let symbol = 0; symbol < KINDS; symbol++) sum += chanceByPairs(row, open, symbol)
      sums[row * 16 + open] = Math.min(sum, 0.95)
    }
  }
  return sums
}

/** Characters that, as a word of their own, end no clause, and how much rarer a mark is behind them. */
export const ENDS_NONE =
  '和同在與及以把被對從向為而或其該各將使讓由于於就但並且又很最更越每這要能可應須所之第某是有因若如比較至自沿順朝往隨除憑趁替給跟請按據經當還也都只才卻仍正'
export const BEHIND_SUCH = 0.08

/** Characters that, as a word of their own, open no clause, and how much rarer they are behind a mark that ends one. */
export const OPENS_NONE = '的了着著等嗎呢吧們性化者度率'
export const OPENED_SO = 0.08

/** Whether a row of the table stands for a mark that ends a clause. */
export function endsClause(row: number): boolean {
  return row === CLAUSE_ROW || row === SENTENCE_ROW
}

const CLAUSE_ROW = BEFORE.indexOf('，')
const SENTENCE_ROW = BEFORE.indexOf('。')
