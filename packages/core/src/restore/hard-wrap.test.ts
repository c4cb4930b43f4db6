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

/** Wraps at so many columns, two a Chinese character, as word processors do: no mark opens a row, no quote ends one, no number is cut. */
function wrapInColumns(paragraph: string, width: number): string[] {
  const rows: string[] = []
  let row = ''
  for (const unit of paragraph.match(/[“（《]*(?:[A-Za-z0-9.%]+|[\s\S])[，。：；！？、”）》]*/g) ?? []) {
    if (row !== '' && columns(row + unit) > width) {
      rows.push(row)
      row = ''
    }
    row += unit
  }
  return [...rows, row]
}

function columns(text: string): number {
  return [...text].reduce((sum, char) => sum + (char < '\u0080' ? 1 : 2), 0)
}

const QUOTED = [
  '闸门改造的账，2019年算过一次，换1台启闭机要14.6万元，加上PLC和摄像头，一共22万元出头，村里拿不出来。' +
    '老闸长听了只说了一句：“钱不够，人来凑。”于是每家出了3个工，石头是自己抬的，水泥是从磨刀溪背上来的，整整背了41天。',
  '有人问他图什么，他说：“图晚上睡得着。”这句话后来写进了《下湾渡口值守办法》的第一条，排在“随叫随到”的前面，' +
    '谁来值班，先要把这一条念一遍，念完了才许领钥匙，到今年秋天已经有17个人念过了。',
  '我做这个站长才5个月，道理讲不过他，只能把值班表排得公平一点：逢年过节我先值，下雨打雷我先到，算账的时候我最后一个签字。',
]

describe('text that was wrapped by a word processor', () => {
  test.each([46, 52, 60, 68, 76, 84, 92])('at %i columns', (width) => {
    expect(unwrapped(...QUOTED.flatMap((paragraph) => wrapInColumns(paragraph, width)))).toEqual(QUOTED)
  })

  test.each([23, 27, 31, 36, 46])('at %i characters, a digit counted as one', (width) => {
    expect(unwrapped(...QUOTED.flatMap((paragraph) => wrap(paragraph, width, false)))).toEqual(QUOTED)
  })

  test.each([52, 64, 76])('at %i columns, and has lost the indents of its paragraphs', (width) => {
    const rows = QUOTED.flatMap((paragraph) => wrapInColumns(`　　${paragraph}`, width)).map((row) => row.trim())
    expect(unwrapped(...rows)).toEqual(QUOTED)
  })

  test('with the marks behind a row hanging out of it', () => {
    const paragraphs = QUOTED.map((paragraph) => paragraph.replace('整整背了41天', '一直背到过年'))
    const rows = paragraphs.flatMap((paragraph) => paragraph.match(/.{38}[，。：；！？、”）》]*|.+$/g) ?? [])
    expect(rows.some((row) => row.length > 39)).toBe(true)
    expect(unwrapped(...rows)).toEqual(paragraphs)
  })

  test('and whose elisions are as wide as characters', () => {
    const elided = QUOTED.map((paragraph) => paragraph.replaceAll(/\d+/g, '××'))
    expect(unwrapped(...elided.flatMap((paragraph) => wrapInColumns(paragraph, 60)))).toEqual(elided)
  })

  test('and goes on with a quotation behind a colon', () => {
    const said = '老闸长把烟袋在鞋底上磕了三下，抬起头来看着我们几个年轻人说：“水不认人，人要认水。”说完就走了。'
    expect(wrapInColumns(said, 62)[1]).toMatch(/^“水不认人/)
    expect(unwrapped(...[...QUOTED, said].flatMap((paragraph) => wrapInColumns(paragraph, 62)))).toEqual([
      ...QUOTED,
      said,
    ])
  })

  test('in headings and in items of lists too', () => {
    const lines = [
      '一、把值守的规矩立起来，让每一个接过钥匙的人都知道这道闸门的分量和来历',
      QUOTED[0] as string,
      '（一）汛期每天早晚各看一次水尺，数字写在墙上，不许只记在心里，也不许等到第二天一起补。',
      '1.钥匙交接的时候，两个人都要在场。',
      QUOTED[1] as string,
      '第一次值班的人，由老闸长带满十天，十天以后还不会听水声的，再带十天，带到会听为止，不许嫌烦。',
    ]
    expect(unwrapped(...lines.flatMap((line) => wrapInColumns(line, 60)))).toEqual(lines)
  })

  test('and has a row that only happens to open like a marker', () => {
    const line =
      '水位到了红线要敲锣，敲锣的人是村里挑担子挑得最稳、说话说得最少的第一名党员，今年七十一岁，锣是他自己的。'
    expect(wrap(line, 32, false)[1]).toMatch(/^第一名/)
    expect(unwrapped(...[...QUOTED, line].flatMap((paragraph) => wrap(paragraph, 32, false)))).toEqual([
      ...QUOTED,
      line,
    ])
  })
})

describe('the furniture of a page stays where it is', () => {
  const rows = QUOTED.flatMap((paragraph) => wrapInColumns(paragraph, 60))
  const furniture = [
    ['- 1 -', '- 2 -'],
    ['第 1 页 共 3 页', '第 2 页 共 3 页'],
    ['下湾资料网 免费下载 第 1 页', '下湾资料网 免费下载 第 2 页'],
    ['下湾渡口值守办法 1', '下湾渡口值守办法 2'],
  ]
  test.each(furniture)('%s', (first, second) => {
    const page = [...rows.slice(0, 2), first, ...rows.slice(2, 6), second, ...rows.slice(6)]
    const [one = '', two = '', ...others] = unwrapped(...page)
    expect([one, two]).toEqual([rows.slice(0, 2).join(''), first])
    expect(others).toContain(second)
    expect([one, ...others].join('').replace(second, '')).toBe(QUOTED.join(''))
  })

  test('a motto above or below the page figures', () => {
    const motto = '下湾渡口：水来人在'
    for (const [upper, lower] of [
      [motto, '第1页'],
      ['第1页', motto],
    ] as const) {
      const second = [upper, lower].map((row) => row.replace('1', '2'))
      const page = [...rows.slice(0, 3), upper, lower, ...rows.slice(3, 6), ...second, ...rows.slice(6)]
      const lines = unwrapped(...page)
      expect(lines.filter((line) => line === motto)).toHaveLength(2)
      expect(lines.filter((line) => /^第\d页$/.test(line))).toHaveLength(2)
    }
  })

  test('and a passage that is printed three times is none', () => {
    expect(unwrapped(...rows, ...rows, ...rows)).toEqual([...QUOTED, ...QUOTED, ...QUOTED])
  })

  test('the end of a preview cuts a paragraph', () => {
    const cut = rows.slice(0, 6)
    expect(unwrapped(...cut, '试读已结束，还剩3页未读，下载后可阅读全文').at(-1)).toBe(
      '试读已结束，还剩3页未读，下载后可阅读全文',
    )
    expect(unwrapped(...cut, '试读已结束，还剩3页未读，下载后可阅读全文')).toHaveLength(3)
  })
})

describe('a paragraph that ends where a row is full', () => {
  const rows = QUOTED.flatMap((paragraph) => wrap(paragraph, 30))
  const full = '闸门边上的那棵苦楝树是他栽的，栽的时候只有锄头把那么高。'
  test('goes on, unless the next line says that it opens one', () => {
    expect(full).toHaveLength(28)
    const wide = `如今${full}`
    expect(unwrapped(...rows, wide, '去年夏天打雷，劈掉了半边。')).toContain(`${wide}去年夏天打雷，劈掉了半边。`)
    for (const opening of ['谢谢大家！', '下面请老闸长上台。', '乡亲们，我的话讲完了。', '今天的学习有三项内容：']) {
      expect(unwrapped(...rows, wide, opening).slice(-2)).toEqual([wide, opening])
    }
  })

  test('opens one where what stands below lacks an indent', () => {
    const lost = QUOTED.flatMap((paragraph) => wrap(`　　${paragraph}`, 30, false)).map((row) => row.trim())
    const below = wrap(
      `　　去年夏天打雷，劈掉了半边，他拿稻草绳把树捆了起来，第二年开春又发了芽，现在夏天还能遮住半个闸台。`,
      30,
      false,
    )
    const lines = unwrapped(
      ...lost,
      ...wrap(`　　${full}`, 30, false).map((row) => row.trim()),
      ...below.map((row) => row.trim()),
    )
    expect(lines.at(-1)).toBe(below.join('').trim())
  })
})

/** A page as a narrow column and a careless hand leave it. */
const TORN = [
  '我在下湾渡口守了',
  '十一年闸。头两年没有路，饭是从对岸',
  '送来的，船一晃，汤就洒了一半。后来修',
  '了桥，汤不洒了，送饭的人也走了。',
  '一、闸要天天',
  '看',
  '闸门不会说话，水会。水声闷了，是底下有树',
  '根；水声尖了，是门没有关严。你听不',
  '懂，就多听几年。',
  '二、话要人',
  '人讲',
  '村里的事，谁看见了谁说，不要等到开会才说，',
  '开会的时候水已经进屋了。',
  '守闸人　米长庚',
]

describe('lines that end anywhere', () => {
  test('are joined where several rows break off behind the end of a sentence', () => {
    const clause = '我在下湾渡口守了很久，一共'
    expect(unwrapped(clause, ...TORN.slice(1))).toEqual([
      `${clause}十一年闸。头两年没有路，饭是从对岸送来的，船一晃，汤就洒了一半。后来修了桥，汤不洒了，送饭的人也走了。`,
      '一、闸要天天看',
      '闸门不会说话，水会。水声闷了，是底下有树根；水声尖了，是门没有关严。你听不懂，就多听几年。',
      '二、话要人人讲',
      '村里的事，谁看见了谁说，不要等到开会才说，开会的时候水已经进屋了。',
      '守闸人　米长庚',
    ])
  })

  test('a first row without any mark may be a heading', () => {
    expect(unwrapped(...TORN)[0]).toBe(TORN[0])
  })

  test('stay where only two rows do', () => {
    stays(...TORN.slice(0, 6), '闸门不会说话，水会。水声闷了，是底下有树根；水声尖了，是门没有关严。', ...TORN.slice(9))
  })

  test('an oath and an address among them stay', () => {
    const kept = ['各位闸友，各位乡亲', '请大家跟我念：', '不喝酒，不脱岗，', '不瞒报，不推事，', '见水涨，先敲锣。']
    expect(unwrapped(...kept, '我在渡口守闸，一共', ...TORN.slice(1)).slice(0, kept.length)).toEqual(kept)
  })

  test('headings among them stay', () => {
    const kept = ['第一，看水要勤', '水退了不算数。', '第二，说话要快', '锣响了才算数。']
    expect(unwrapped('我在渡口守闸，一共', ...TORN.slice(1), ...kept).slice(-kept.length)).toEqual(kept)
  })

  test('verse stays, with a full stop at its end or without', () => {
    const verse = [
      '我守着一道闸。水从我的左手来',
      '往我的右手去。它不认识我',
      '也不认识你。它只认识海',
      '风停了。船还没有回来',
    ]
    stays(...verse, '灯亮着')
    stays(...verse, '灯亮着。')
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
  const line = fc.constantFrom(...PARAGRAPHS.flatMap((paragraph) => wrap(paragraph, 30)), ...TORN, '', '2', '一、分工')
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

describe('line ends that became blanks', () => {
  const joined = (paragraph: string, width: number) => wrap(paragraph, width, false).join(' ')
  const long = PARAGRAPHS.join('')

  test('at one distance from each other are taken out', () => {
    expect(unwrapped(joined(long, 26))).toEqual([long])
  })

  test('are taken out of short paragraphs too, where the page shows the width', () => {
    expect(unwrapped(...PARAGRAPHS.map((paragraph) => joined(paragraph, 26)))).toEqual(PARAGRAPHS)
  })

  test('are the blanks of the page where they stand anywhere', () => {
    const words = long.replaceAll('，', ' ').replaceAll('。', ' ')
    stays(words.trim())
  })

  test('are brought back to the byte', () => {
    const source = joined(long, 30)
    const { text, edits } = restore(source)
    expect(undo(text, edits)).toBe(source)
  })
})
