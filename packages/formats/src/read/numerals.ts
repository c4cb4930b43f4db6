const DIGITS = [...'〇一二三四五六七八九']
const UNITS = ['', '十', '百', '千']
const FORMAL = '零壹贰叁肆伍陆柒捌玖'
const FORMAL_UNITS = '拾佰仟'
const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥']
const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** How numbers are written, by the names of ECMA-376, part 1, 17.18.59 (ST_NumberFormat). Others are written in figures. */
const FORMATS: Readonly<Record<string, (number: number) => string>> = {
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (number) => enclosed(number, 0x2474, 20),
  decimalEnclosedFullstop: (number) => enclosed(number, 0x2488, 20),
  ideographEnclosedCircle: (number) => enclosed(number, 0x3280, 10),
  numberInDash: (number) => `- ${number} -`,
  chineseCounting: counting,
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  taiwaneseDigital: digits,
  chineseLegalSimplified: formal,
  ideographLegalTraditional: formal,
  ideographTraditional: (number) => STEMS[number - 1] ?? String(number),
  ideographZodiac: (number) => BRANCHES[number - 1] ?? String(number),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
  lowerLetter: letters,
  upperLetter: (number) => letters(number).toUpperCase(),
  none: () => '',
}

/** A number from 0 as a list prints it in a format of Word: 3 in `chineseCounting` is 三. */
export function toNumeral(number: number, format: string): string {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  return number > 0 && number < 10_000 && write ? write(number) : String(number)
}

/** 1 一, 12 十二, 105 一百零五 */
function counting(number: number): string {
  let text = ''
  let isGap = false
  for (const [index, digit] of [...String(number)].entries()) {
    const unit = UNITS[String(number).length - 1 - index] ?? ''
    if (digit === '0') isGap = true
    else {
      text += (isGap ? '零' : '') + DIGITS[Number(digit)] + unit
      isGap = false
    }
  }
  return number >= 10 && number < 20 ? text.slice(1) : text
}

/** 12 一二, 10 一〇 */
function digits(number: number): string {
  return [...String(number)].map((digit) => DIGITS[Number(digit)]).join('')
}

/** 12 壹拾贰 */
function formal(number: number): string {
  const written = number >= 10 && number < 20 ? `一${counting(number)}` : counting(number)
  return [...written]
    .map((char) => FORMAL[DIGITS.indexOf(char)] ?? FORMAL_UNITS[UNITS.indexOf(char) - 1] ?? char)
    .join('')
}

function circled(number: number): string {
  return enclosed(number, 0x2460, 20)
}

/** A sign that is a number in a ring, in brackets or with a stop; `most` of them follow `first` in Unicode. */
function enclosed(number: number, first: number, most: number): string {
  return number <= most ? String.fromCharCode(first - 1 + number) : String(number)
}

function fullWidth(number: number): string {
  return [...String(number)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('')
}

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, letter] of ROMAN) {
    while (rest >= value) {
      text += letter
      rest -= value
    }
  }
  return text
}

/** 1 a, 26 z, 27 aa, 28 bb: the letter is repeated. */
function letters(number: number): string {
  const letter = String.fromCharCode(0x61 + ((number - 1) % 26))
  return letter.repeat(Math.min(Math.ceil(number / 26), 10))
}
