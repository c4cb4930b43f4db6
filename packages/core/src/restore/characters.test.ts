import { expect, test } from 'vitest'
import type { Repair } from '../schema/edit.ts'
import { restore } from './restore.ts'

const CASES: [rule: Repair, printed: string, restored: string][] = [
  ['zero-width', '同\u200b志\ufeff們，\u200d大家好\u2060！', '同志們，大家好！'],
  ['zero-width', '\ufeff同志們', '同志們'],
  ['zero-width', 'ni\u200cht 家\u200d', 'ni\u200cht 家'],
  ['zero-width', '一家👨\u200d👩\u200d👧人', '一家👨\u200d👩\u200d👧人'],
  ['soft-hyphen', '同\u00ad志們，co\u00adop和\u00adWTO', '同志們，co\u00adop和WTO'],
  ['entity', '&ldquo;三農&rdquo;工作&hellip;&hellip;', '“三農”工作……'],
  ['entity', '&nbsp;&nbsp;同志們&mdash;&mdash;', '\u00a0\u00a0同志們——'],
  ['entity', '&amp;ldquo;三農&amp;rdquo；A&amp;B', '“三農”A&B'],
  ['entity', '同&#8203;志&shy;們&zwnj;', '同志們'],
  ['entity', '&#8220;三農&#x201D;', '“三農”'],
  ['entity', '&ldo;三農&rdo;工作', '“三農”工作'],
  ['entity', '&ldo;三農工作，R&D;和&constructor;', '&ldo;三農工作，R&D;和&constructor;'],
  ['entity', '&#0;&#55296;&#9999999;&#7;', '&#0;&#55296;&#9999999;&#7;'],
  ['doubled-punctuation', '同志們:。', '同志們:'],
  ['doubled-punctuation', '謝謝大家！。', '謝謝大家！'],
  ['doubled-punctuation', '修渠,,種樹，，修路、、架橋', '修渠,種樹，修路、架橋'],
  ['doubled-punctuation', '修好了渠,。又種了樹。。', '修好了渠。又種了樹。'],
  [
    'doubled-punctuation',
    '你問過自己嗎,？他說,：“旗要直,,人要穩,！”守時,、守信,。',
    '你問過自己嗎？他說：“旗要直,人要穩！”守時、守信。',
  ],
  ['doubled-punctuation', '真的？！好！！等等。。。哈哈……', '真的？！好！！等等。。。哈哈……'],
  ['doubled-punctuation', '1,,2 a::b 他說：“好。”。', '1,,2 a::b 他說：“好。”。'],
]

test.each(CASES)('%s: %s', (rule, printed, restored) => {
  const { text, edits } = restore(printed, { only: [rule] })
  expect(text).toBe(restored)
  for (const edit of edits) expect(edit.rule).toBe(rule)
})
