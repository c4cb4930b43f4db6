import { describe, expect, test } from 'vitest'
import { toCatalogue } from './messages.ts'

const HEAD = '# Checks\n\nWhat an editor would ask.\n\n- title zh: 校对\n- introduction zh: 编辑会问的。\n\n'
const ENTRY = `## numbering-gap

- severity: warning
- reason: “{found}” follows “{previous}”.
- advice: Look for the lost heading.
- switch off: \`{ check: false }\`.
- name zh: 缺号
- reason zh: “{previous}”之后是“{found}”。
- advice zh: 找一找丢了的标题。
- switch off zh: \`{ check: false }\`。
- why zh: 警告：可能丢了标题。
- words zh: one = 一; two = 二

A warning: a heading may be lost.

\`\`\`text
一、
三、
\`\`\`
`

const read = (...markdowns: string[]) =>
  toCatalogue(markdowns.map((markdown, index) => ({ name: `${index + 1}.md`, markdown })))

describe('the message catalogue', () => {
  test('reads an entry', () => {
    expect(read(HEAD + ENTRY)).toEqual([
      {
        title: 'Checks',
        introduction: 'What an editor would ask.',
        chinese: { title: '校对', introduction: '编辑会问的。' },
        entries: [
          {
            id: 'numbering-gap',
            severity: 'warning',
            reason: '“{found}” follows “{previous}”.',
            advice: 'Look for the lost heading.',
            switchOff: '`{ check: false }`.',
            why: 'A warning: a heading may be lost.',
            example: '一、\n三、',
            chinese: {
              name: '缺号',
              reason: '“{previous}”之后是“{found}”。',
              advice: '找一找丢了的标题。',
              switchOff: '`{ check: false }`。',
              why: '警告：可能丢了标题。',
              words: { one: '一', two: '二' },
            },
          },
        ],
      },
    ])
  })

  test.each([
    ['an id used twice', [HEAD + ENTRY, HEAD + ENTRY], 'numbering-gap: there are two messages of this name'],
    ['no introduction', [ENTRY], '1.md: a "# title" and an introduction come first'],
    ['an id of another shape', [HEAD + ENTRY.replace('numbering-gap', 'Gap')], '1.md, Gap: an id is lower-case words'],
    ['no severity', [HEAD + ENTRY.replace(/- severity.*\n/, '')], '1.md, numbering-gap: "- severity: …" is missing'],
    ['an unknown severity', [HEAD + ENTRY.replace('warning\n', 'fatal\n')], 'severity "fatal" is none of'],
    ['no reason', [HEAD + ENTRY.replace(/- reason.*\n/, '')], '"- reason: …" is missing'],
    ['no advice', [HEAD + ENTRY.replace(/- advice.*\n/, '')], '"- advice: …" is missing'],
    ['no way to switch it off', [HEAD + ENTRY.replace(/- switch off.*\n/, '')], '"- switch off: …" is missing'],
    ['a field given twice', [HEAD + ENTRY.replace(/(- advice.*\n)/, '$1$1')], '"advice" is given twice'],
    ['an unknown field', [HEAD + ENTRY.replace('- advice', '- tip')], '"tip" is none of'],
    ['no Chinese title', [HEAD.replace(/- title zh.*\n/, '') + ENTRY], '1.md: "- title zh: …" is missing'],
    ['no Chinese reason', [HEAD + ENTRY.replace(/- reason zh.*\n/, '')], '"- reason zh: …" is missing'],
    ['a value of another name', [HEAD + ENTRY.replace('{found}”。', '{what}”。')], '"reason zh" names {what}'],
    ['no why', [HEAD + ENTRY.replace(/A warning.*\n/, '')], 'a sentence that says why is missing'],
    ['no example', [HEAD + ENTRY.replace(/```[\s\S]*```/, '')], 'an example, fenced as ```text, is missing'],
  ])('refuses %s', (_, markdowns, complaint) => {
    expect(() => read(...markdowns)).toThrow(complaint)
  })
})
