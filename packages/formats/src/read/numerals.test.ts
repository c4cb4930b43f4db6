import { expect, test } from 'vitest'
import { toNumeral } from './numerals.ts'

test.each([
  ['chineseCounting', 1, '一'],
  ['chineseCounting', 10, '十'],
  ['chineseCountingThousand', 12, '十二'],
  ['chineseCountingThousand', 20, '二十'],
  ['chineseCountingThousand', 105, '一百零五'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 1005, '一千零五'],
  ['ideographDigital', 12, '一二'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['chineseLegalSimplified', 205, '贰佰零伍'],
  ['ideographTraditional', 3, '丙'],
  ['decimalEnclosedCircleChinese', 20, '⑳'],
  ['decimalEnclosedCircle', 21, '21'],
  ['decimalEnclosedParen', 3, '⑶'],
  ['decimalEnclosedFullstop', 20, '⒛'],
  ['ideographEnclosedCircle', 10, '㊉'],
  ['numberInDash', 3, '- 3 -'],
  ['decimalFullWidth', 12, '１２'],
  ['decimalZero', 3, '03'],
  ['upperRoman', 14, 'XIV'],
  ['lowerLetter', 27, 'aa'],
  ['upperLetter', 26, 'Z'],
  ['none', 3, ''],
  ['hebrew1', 3, '3'],
  ['constructor', 3, '3'],
  ['decimal', 0, '0'],
])('%s %i is %s', (format, number, expected) => {
  expect(toNumeral(number, format)).toBe(expected)
})
