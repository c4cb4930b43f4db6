import { expect, test } from 'vitest'
import { parse } from '../speeches.ts'
import { textOf } from '../tree/text.ts'

const read = (line: string) => textOf(parse(`乡亲们：\n${line}\n谢谢大家！`, { annotate: false }).collection)

test.each([
  ['渠要**今年**修，不是**明年**修。', '渠要今年修，不是明年修。'],
  ['**2023**年修了三里。', '2023年修了三里。'],
  ['渠要**今年修。', '渠要今年修。'],
  ['**人勤**水才到。', '人勤水才到。'],
])('the stars of Markdown are no text: %s', (line, text) => expect(read(line)).toContain(text))

test.each([
  '20**年**月**日修了三里。',
  '电话138***60，找老周。',
  '先生1***60元。',
  '灯给**人在外留着。',
  '账号bai***77是我的。',
])('the stars of a mask are: %s', (line) => expect(read(line)).toContain(line))
