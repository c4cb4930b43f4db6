import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { undo } from '../source/edits.ts'
import { restore } from './restore.ts'

function unwrapped(...lines: string[]): string[] {
  return restore(lines.join('\n'), { only: ['hard-wrap'] }).text.split('\n')
}

function stays(...lines: string[]): void {
  expect(unwrapped(...lines)).toEqual(lines)
}

const PARAGRAPHS = [
  '去年腊月，渡口的老闸门锈死了三天，上游的水退不下去，下湾的麦子泡在水里，是二十几个后生跳下去，一锤一锤把它敲开的。' +
    '从那天起我就在想，一道闸门管着三个村的收成，怎么能连一个值班的人都没有。',
  '今天把大家请来，只为一件事：从这个月起，闸门每十天开关一次，谁值班谁签字，钥匙不许带回家，手电筒要常换电池。' +
    '值班的人由各村推选，报酬从水费里出，账目每个季度贴在渡口的墙上，谁都可以看。',
  '有人说这是小题大做，我看不是，水来的时候不打招呼，等你想起要开闸，它已经站在你家的灶台边上了，那时候再跑也来不及。',
]

/** Wraps a paragraph after so many characters; a mark may stand one further, so that it opens no line. */
function wrap(paragraph: string, width: number, hangs = true): string[] {
  const lines: string[] = []
  for (let at = 0; at < paragraph.length; ) {
    const end = at + width + (hangs && '，。：'.includes(paragraph.charAt(at + width)) ? 1 : 0)
    lines.push(paragraph.slice(at, end))
    at = end
  }
  return lines
}

describe('lines of nearly equal width', () => {
  test('that hold names and values', () => {
    stays(
      '发布日期:2019-09-12　来源:市外事办　字号:大 中 小',
      'Remarks at the Opening of the New Ferry Landing',
      'Mayor Lindqvist, ladies and gentlemen, friends:',
      'Good evening!',
      'Tonight the lamps on both banks burn again.',
    )
  })
})

describe('text that was wrapped', () => {
  test.each([28, 30, 34, 38, 40])('at %i characters', (width) => {
    expect(unwrapped(...PARAGRAPHS.flatMap((paragraph) => wrap(paragraph, width)))).toEqual(PARAGRAPHS)
  })

  test('at so many characters, some of them half as wide', () => {
    const narrow = PARAGRAPHS.map((paragraph) => paragraph.replaceAll('，', ',').replaceAll('：', ':'))
    expect(unwrapped(...narrow.flatMap((paragraph) => wrap(paragraph, 34, false)))).toEqual(narrow)
  })

  test('with blank lines between paragraphs, where even a full line without a mark ends one', () => {
    const title = '关于渡口闸门轮流值守和钥匙管理办法的几点说明以及账目'
    const lines = [title, '', ...PARAGRAPHS.flatMap((paragraph) => [...wrap(paragraph, title.length), ''])]
    expect(unwrapped(...lines)).toEqual([title, '', ...PARAGRAPHS.flatMap((paragraph) => [paragraph, ''])])
  })

  test('with a blank line below each line', () => {
    const lines = PARAGRAPHS.flatMap((paragraph) => wrap(paragraph, 30)).flatMap((line) => [line, ''])
    expect(unwrapped(...lines).filter((line) => line !== '')).toEqual(PARAGRAPHS)
  })

  test('with an indent where a paragraph opens', () => {
    const indented = PARAGRAPHS.map((paragraph) => `　　${paragraph}`)
    expect(unwrapped(...indented.flatMap((paragraph) => wrap(paragraph, 32)))).toEqual(indented)
  })

  test('with an indent in front of every line, and a deeper one where a paragraph opens', () => {
    const lines = PARAGRAPHS.flatMap((paragraph) => wrap(`　　${paragraph}`, 32)).map((line) => `    ${line}`)
    expect(unwrapped(...lines)).toEqual(PARAGRAPHS.map((paragraph) => `    　　${paragraph}`))
  })

  test('and quoted in a mail, once or twice', () => {
    for (const quote of ['> ', '>', '> > ', '>> ']) {
      const lines = PARAGRAPHS.flatMap((paragraph) => [...wrap(paragraph, 30).map((line) => quote + line), quote])
      const quoted = PARAGRAPHS.flatMap((paragraph) => [quote + paragraph, quote])
      expect(unwrapped('老周，你看看：', ...lines, '我看行。')).toEqual(['老周，你看看：', ...quoted, '我看行。'])
    }
  })

  test('between paragraphs that were not', () => {
    const long = PARAGRAPHS.join('')
    const lines = PARAGRAPHS.flatMap((paragraph) => wrap(paragraph, 30))
    expect(unwrapped(long, ...lines, long)).toEqual([long, ...PARAGRAPHS, long])
  })

  test('and bears markers', () => {
    const numbered = PARAGRAPHS.map((paragraph, i) => `${i + 1}、${paragraph}`)
    expect(unwrapped(...numbered.flatMap((paragraph) => wrap(paragraph, 30)))).toEqual(numbered)
  })
})

describe('lines that a person ended stay', () => {
  test('verse', () => {
    stays(
      ...['我从千里之外的雪线出发，带着一身还没有化开的寒气', '我穿过三座省城和七十座桥，把名字留给每一处渡口'],
      ...['我不问前面是沙漠还是海洋，只问脚下的路还有多长', '等我把最后一滴水交给稻田，你就叫我一声故乡的河'],
    )
  })

  test('an oath', () => {
    stays(
      ...['我自愿成为下湾闸门值守员，我宣誓：', '遵守闸门值守的各项规章制度，按时到岗，不脱岗，不睡岗，'],
      ...[
        '遇到险情首先报告，先人后物，不隐瞒，不拖延，不推诿责任，',
        '爱护闸门和机具，如同爱护自家的农具，随用随擦，随手归位，',
      ],
      '以上誓言，请父老乡亲监督。',
    )
  })

  test('an agenda, a list and a script', () => {
    stays(
      ...[
        '一、镇长通报今年春季防汛准备工作的总体情况和主要不足',
        '二、水利站站长讲解闸门值守和手摇启闭机的操作规程要点',
      ],
      ...[
        '三、各村代表领取值守日志、手电筒、雨衣和应急药箱各一份',
        '四、全体人员到下湾渡口实地查看新换的闸门和备用电源',
      ],
    )
    stays(
      ...[
        '男：滚滚江水从我们的家门口流过，带走了泥沙也带来了收成',
        '女：弯弯渡船在我们的歌声里靠岸，送走了父辈又迎来了儿孙',
      ],
      ...[
        '男：今天我们把这首歌唱给守闸的人听，唱给三十年的灯火',
        '女：今天我们把这束花献给摆渡的人，献给三十年的风雨！',
      ],
    )
    stays(
      ...[
        '下湾渡口闸门值守员培训班开班仪式上的讲话（节选）全文',
        '下湾渡口闸门值守员培训班结业典礼上的讲话（节选）全文',
      ],
      ...[
        '青石镇春季防汛准备工作动员大会上的讲话（节选）全文稿',
        '青石镇秋季水利冬修工作现场推进会上的讲话（节选）全文',
      ],
    )
  })

  test('a quoted list', () => {
    stays('> 带雨衣', '> 带手电', '> 带干粮', '> 带药箱', '> 七点在渡口集合，过时不候。')
  })
})

test('whatever is wrapped and quoted comes back by undoing it', () => {
  const line = fc.constantFrom(...PARAGRAPHS.flatMap((paragraph) => wrap(paragraph, 30)), '', '2', '一、分工')
  const quoted = fc.tuple(fc.constantFrom('', '', '> ', '>> ', '  ', '　　'), line).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(quoted, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
      const source = lines.join(end)
      const { text, edits } = restore(source, { only: ['hard-wrap'] })
      expect(undo(text, edits)).toBe(source)
      expect(text.replaceAll(/[\s>]/g, '')).toBe(source.replaceAll(/[\s>]/g, ''))
    }),
    { numRuns: 300 },
  )
})
