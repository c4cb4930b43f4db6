import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../generated/messages.ts'
import { parse } from '../speeches.ts'
import { check, RULES } from './check.ts'

/** For each message of the checks, the least that brings it about and the least that does not. */
interface Case {
  failing: string
  passing: string
  /** What the message points at in the failing page; undefined where it points at a whole line. */
  at?: string
}

const speech = (...lines: string[]) => ['各位村民：', '今天开会，商量修渠。', ...lines, '谢谢大家！'].join('\n')
const LONG = '这条水渠修了三年，全村男女老少都出了力。老支书带着大家开山引水，没有要过一分钱工钱，'

const CASES: Record<string, Case> = {
  'numbering-gap': {
    failing: speech('一、抓好水利。', '水渠要年年修。', '三、抓好林业。', '山上要多种树。'),
    passing: speech('一、抓好水利。', '水渠要年年修。', '二、抓好林业。', '山上要多种树。'),
  },
  'numbering-repeat': {
    failing: speech('一、抓好水利。', '水渠要年年修。', '一、抓好林业。', '山上要多种树。'),
    passing: speech('一、抓好水利。', '水渠要年年修。', '二、抓好林业。', '山上要多种树。'),
  },
  'numbering-restart': {
    failing: speech('一、抓好水利。', '要修。', '二、抓好林业。', '要种。', '一、抓好道路。', '要铺。'),
    passing: speech('一、抓好水利。', '要修。', '二、抓好林业。', '要种。', '三、抓好道路。', '要铺。'),
  },
  'series-switched': {
    failing: speech('1.抓好水利', '水渠要年年修。', '2、抓好林业', '山上要多种树。'),
    passing: speech('1.抓好水利', '水渠要年年修。', '2.抓好林业', '山上要多种树。'),
  },
  'announced-count-differs': {
    failing: speech('下面，我讲三点意见。', '一、抓好水利。', '要修。', '二、抓好林业。', '要种。'),
    passing: speech('下面，我讲两点意见。', '一、抓好水利。', '要修。', '二、抓好林业。', '要种。'),
  },
  'advertised-count-differs': {
    failing:
      '青禾村村民大会讲话(精选5篇)\n青禾村村民大会讲话篇一\n村民们：\n修渠。\n青禾村村民大会讲话篇二\n村民们：\n修路。',
    passing:
      '青禾村村民大会讲话(精选2篇)\n青禾村村民大会讲话篇一\n村民们：\n修渠。\n青禾村村民大会讲话篇二\n村民们：\n修路。',
  },
  'paragraph-without-beginning': {
    failing: speech('水渠要修好，年年都要修。', '、送水到田等活动，家家都要参加。'),
    passing: speech('水渠要修好，年年都要修。', '送水到田等活动，家家都要参加。'),
  },
  elision: {
    failing: speech('全村修了水渠××公里，家家都出了力。'),
    passing: speech('全村修了水渠3×2公里，家家都出了力。'),
    at: '××',
  },
  'empty-quotation': {
    failing: speech('今年是“”规划的第一年，任务很重。'),
    passing: speech('今年是“渠”字规划的第一年，任务很重。'),
    at: '“”',
  },
  'unbalanced-quotation': {
    failing: speech('要发扬“不怕苦、不怕累的精神，把水渠修好。'),
    passing: speech('要发扬“不怕苦、不怕累”的精神，把水渠修好。'),
    at: '“',
  },
  'unbalanced-title-mark': {
    failing: speech('要认真学习《河道管理条例，掌握其中的要求。'),
    passing: speech('要认真学习《河道管理条例》，掌握其中的要求。'),
    at: '《',
  },
  'near-identical-paragraphs': {
    failing: speech(`${LONG}这样的精神值得我们每一个人学习。`, '大家鼓掌。', `${LONG}这样的精神值得我们永远学习。`),
    passing: speech(`${LONG}这样的精神值得我们每一个人学习。`, '大家鼓掌。'),
  },
  'mixed-scripts': {
    failing: speech('全镇干部要认真學習領會，切实把工作做好。'),
    passing: speech('全镇干部要认真学习领会，切实把工作做好。'),
  },
}

/** The messages about a page, and where they point. */
function messagesOf(source: string, id: string) {
  return parse(source).messages.filter(({ ruleId }) => ruleId === id)
}

describe.each(Object.entries(CASES))('%s', (id, { failing, passing, at }) => {
  test('is said of the least that is wrong', () => {
    const [message, ...more] = messagesOf(failing, id)
    expect(more).toEqual([])
    expect(message?.note).toMatch(/\w/)
    if (at) expect(failing.slice(message?.place?.start.offset, message?.place?.end.offset)).toBe(at)
  })

  test('is not said of the least that is right', () => {
    expect(messagesOf(passing, id)).toEqual([])
  })
})

test('every message of the checks has a case', () => {
  const entries = readFileSync(new URL('../../messages/check.md', import.meta.url), 'utf8').matchAll(/^## (.+)$/gm)
  const ids = [...entries].map((entry) => entry[1] as string)
  expect(ids.length).toBeGreaterThan(9)
  expect(ids.filter((id) => !(id in CASES))).toEqual([])
  expect(Object.keys(CASES).filter((id) => !(id in catalogue))).toEqual([])
})

test('every rule has a case that it fails', () => {
  const collections = Object.values(CASES).map(({ failing }) => parse(failing, { check: false }).collection)
  for (const [i, rule] of RULES.entries()) {
    const ids = collections.flatMap((collection) => check(collection, {}, [rule])).map(({ ruleId }) => ruleId)
    expect(ids.filter((id) => id in CASES).length, `rule ${i} of check.ts`).toBeGreaterThan(0)
  }
})

test('the checks say the same of a tree alone as with its page at hand', () => {
  for (const { failing } of Object.values(CASES)) {
    const { collection, messages } = parse(failing)
    const ofChecks = messages.filter(({ ruleId }) => ruleId in CASES)
    const alone = check(collection)
    expect(ofChecks.length).toBeGreaterThan(0)
    expect(alone).toHaveLength(ofChecks.length)
    expect(alone).toEqual(expect.arrayContaining(ofChecks))
  }
})

describe('quotations', () => {
  test('may go over several paragraphs', () => {
    expect(messagesOf(speech('他写道：“渠要修。', '路也要修。”'), 'unbalanced-quotation')).toEqual([])
    expect(messagesOf(speech('“渠要修，年年都要修。', '“路也要修，年年都要修。”'), 'unbalanced-quotation')).toEqual([])
  })

  test('that lie in one another and break are told apart', () => {
    const source = speech('他说：“要学《村规‘民约》。”大家说好。')
    expect(messagesOf(source, 'unbalanced-quotation').map(({ actual }) => actual)).toEqual(['‘'])
    expect(messagesOf(source, 'unbalanced-title-mark')).toEqual([])
  })
})

describe('a mechanical fix', () => {
  test.each([
    ['series-switched', speech('1.抓好水利', '要修。', '2、抓好林业', '要种。'), '2、', ['2.']],
    [
      'unbalanced-quotation',
      speech('老支书说：“渠要修，20xx年修好。', '大家鼓掌。'),
      '“渠要修，20xx年修好。',
      ['“渠要修，20xx年修好。”'],
    ],
    ['unbalanced-quotation', speech('要发扬“不怕苦、不怕累的精神，把水渠修好。'), '“', undefined],
    ['unbalanced-quotation', speech('他说：“渠要修。“路也要修。'), '“', undefined],
  ])('of %s in %j', (id, source, actual, expected) => {
    const [message] = messagesOf(source, id)
    expect([message?.actual, message?.expected]).toEqual([actual, expected])
    expect(source.slice(message?.place?.start.offset, message?.place?.end.offset)).toBe(actual)
  })

  test('is not named where markup stands beside what it would replace', () => {
    const [message] = messagesOf(speech('## 1.抓好水利', '要修。', '## 2、抓好林业', '要种。'), 'series-switched')
    expect([message?.actual, message?.expected]).toEqual(['2、', undefined])
  })
})

test('without annotations, the checks that go by them are silent', () => {
  for (const id of [
    'elision',
    'empty-quotation',
    'unbalanced-quotation',
    'unbalanced-title-mark',
    'announced-count-differs',
  ]) {
    const { messages } = parse(CASES[id]?.failing ?? '', { annotate: false })
    expect(messages.map(({ ruleId }) => ruleId)).not.toContain(id)
  }
})

test('an apostrophe is no quotation mark', () => {
  expect(messagesOf(speech('请大家唱Auld Lang Syne，再唱Don’t Cry。'), 'unbalanced-quotation')).toEqual([])
})
