import { describe, expect, test } from 'vitest'
import { fold } from '../source/fold.ts'
import { unitsOf } from '../source/units.ts'
import { matchBrackets } from './brackets.ts'
import { date } from './date.ts'
import { elision } from './elision.ts'
import { enumerator } from './enumerator.ts'
import { landmark } from './landmark.ts'
import { organization } from './organization.ts'
import { person } from './person.ts'
import { place } from './place.ts'
import { quantity } from './quantity.ts'
import { school } from './school.ts'
import { lookAt } from './signs.ts'
import type { Annotator, Span } from './span.ts'
import { stranded } from './stranded.ts'

/** What an annotator finds in a text. */
function spansOf({ find }: Annotator, text: string): Span[] {
  const spans: Span[] = []
  find({ text, folded: fold(text), brackets: matchBrackets(text), shown: lookAt(unitsOf(text)) }, spans)
  return spans
}

/** What an annotator finds in a text, and one field of each. */
function found(annotator: Annotator, text: string, field: string) {
  return spansOf(annotator, text).map(({ start, end, annotation }) => [
    text.slice(start, end),
    (annotation as unknown as Record<string, unknown>)[field],
  ])
}

describe('elisions', () => {
  test.each([
    ['是xx大橋通車的日子', [['xx', 'name']]],
    [
      '沖毀河堤×處，搶修×××小時',
      [
        ['×', 'number'],
        ['×××', 'number'],
      ],
    ],
    ['20xx年，全鎮修渠', [['20xx', 'year']]],
    [
      '201×年與20**年',
      [
        ['201×', 'year'],
        ['20**', 'year'],
      ],
    ],
    ['二〇××年十月', [['二〇××', 'year']]],
    [
      '黨的xx大和xx屆三中全會',
      [
        ['xx', 'ordinal'],
        ['xx', 'ordinal'],
      ],
    ],
    [
      '市委×屆×次全會',
      [
        ['×', 'ordinal'],
        ['×', 'ordinal'],
      ],
    ],
    [
      '抓好×個項目，投資×億元，×月底完工',
      [
        ['×', 'number'],
        ['×', 'number'],
        ['×', 'number'],
      ],
    ],
    [
      '﹡﹡縣的某某某同志住在★★街',
      [
        ['﹡﹡', 'name'],
        ['某某某', 'name'],
        ['★★', 'name'],
      ],
    ],
    [
      '依托×，爭創×。',
      [
        ['×', 'word'],
        ['×', 'word'],
      ],
    ],
    [
      '姓名____，電話138××××1234',
      [
        ['____', 'name'],
        ['××××', 'number'],
      ],
    ],
    [
      '××屆×中全會，xx屆x中全會',
      [
        ['××', 'ordinal'],
        ['×', 'ordinal'],
        ['xx', 'ordinal'],
        ['x', 'ordinal'],
      ],
    ],
    [
      '他姓×，住×家坡，在《××日報》發了xx篇，×政發〔2021〕8號',
      [
        ['×', 'name'],
        ['×', 'name'],
        ['××', 'name'],
        ['xx', 'number'],
        ['×', 'name'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(found(elision, text, 'kind')).toEqual(expected)
  })

  test.each([
    '場地長3×2米，跑了4×100米接力',
    '拍了x光，買了XXL號，看了xxx.com',
    '對的打√，錯的打×，又打了一個×，再說。',
    '二○○八年，他去了某地，做某些事',
    '××××××',
    'A×B型，5*8小時',
  ])('none in %s', (text) => {
    expect(found(elision, text, 'kind')).toEqual([])
  })

  test('names that left their particles', () => {
    expect(found(stranded, '團結在以為的黨中央周圍，以同志為核心的黨中央', 'kind')).toEqual([
      ['以為的', 'name'],
      ['以同志為', 'name'],
    ])
    expect(found(stranded, '迎接黨的的召開，黨的以來，黨的勝利召開', 'kind')).toEqual([
      ['的的', 'word'],
      ['的', 'word'],
      ['的', 'word'],
    ])
    expect(found(stranded, '黨的領導，黨的精神，以為他來了，以為首的是他，以黨的建設為核心', 'kind')).toEqual([])
  })
})

describe('enumerators', () => {
  test.each([
    [
      '做法有二：一是修渠，二是鋪路',
      [
        ['一是', 1],
        ['二是', 2],
      ],
    ],
    [
      '首先要修渠。其次要鋪路。最後，要種樹。',
      [
        ['首先', 1],
        ['其次', 2],
        ['最後', 3],
      ],
    ],
    [
      '首先，修渠。第二，鋪路。',
      [
        ['首先', 1],
        ['第二', 2],
      ],
    ],
    [
      '第一，修渠；一是主渠，二是支渠。第二，鋪路。',
      [
        ['第一', 1],
        ['一是', 1],
        ['二是', 2],
        ['第二', 2],
      ],
    ],
    [
      '一方面修渠，一方面鋪路；一方面抓緊，另一方面抓實',
      [
        ['一方面', 1],
        ['一方面', 2],
        ['一方面', 1],
        ['另一方面', 2],
      ],
    ],
    [
      '①修渠②鋪路',
      [
        ['①', 1],
        ['②', 2],
      ],
    ],
    [
      '一是修渠，二是鋪路，四是種樹',
      [
        ['一是', 1],
        ['二是', 2],
        ['四是', 4],
      ],
    ],
    [
      '四是修渠，五是鋪路',
      [
        ['四是', 4],
        ['五是', 5],
      ],
    ],
    [
      '第一步修渠，第二步鋪路，第三還是修渠',
      [
        ['第一步', 1],
        ['第二步', 2],
        ['第三', 3],
      ],
    ],
    [
      '首先修渠，然后再鋪路，其一要快，其二要好',
      [
        ['首先', 1],
        ['然后', 2],
        ['其一', 1],
        ['其二', 2],
      ],
    ],
  ])('%s', (text, expected) => {
    const spans = found(enumerator, text, 'ordinal')
    expect([...spans].sort((a, b) => text.indexOf(String(a[0])) - text.indexOf(String(b[0])))).toEqual(
      [...expected].sort((a, b) => text.indexOf(String(a[0])) - text.indexOf(String(b[0]))),
    )
  })

  test.each([
    '一是一，二是二，話要說清楚',
    '一是一、二是二，話要說清楚',
    '第一產業增長，第二產業下降，第三產業持平',
    '第一季度好，第二季度更好',
    '首先感謝大家。',
    '唯一是他，第二天他來了',
    '最後一名同學走了，其次的事以後再說',
    '按照第(一)項和第(二)項辦理',
  ])('none in %s', (text) => {
    expect(found(enumerator, text, 'ordinal')).toEqual([])
  })
})

describe('dates', () => {
  const fields = (text: string) => {
    return spansOf(date, text).map(({ start, end, annotation: { type, ...rest } }) => [text.slice(start, end), rest])
  }

  test.each([
    ['2021年3月5日開工', '2021年3月5日', { iso: '2021-03-05' }],
    ['二〇一九年十二月二十三日', '二〇一九年十二月二十三日', { iso: '2019-12-23' }],
    ['會期2021-03-05結束', '2021-03-05', { iso: '2021-03-05' }],
    ['2021年7月6日至8日', '2021年7月6日至8日', { iso: '2021-07-06/2021-07-08' }],
    ['7月6日至7日', '7月6日至7日', { month: 7, day: 6 }],
    ['今年4月30日', '今年4月30日', { month: 4, day: 30 }],
    ['2016—2020年', '2016—2020年', { year: 2016 }],
    ['1978年以來', '1978年', { year: 1978 }],
    ['20xx年12月', '20xx年12月', { month: 12 }],
    ['20xx—20xx學年的工作', '20xx—20xx學年', {}],
    ['去年底的事', '去年底', {}],
    ['今年上半年', '今年上半年', {}],
    ['“十四五”規劃', '十四五', {}],
    ['上世紀八十年代', '上世紀八十年代', {}],
    ['5月中旬完工', '5月中旬', { month: 5 }],
    ['今年1—9月', '今年1—9月', { month: 1 }],
    ['本世紀初', '本世紀初', {}],
  ])('%s', (text, printed, expected) => {
    expect(fields(text)).toEqual([[printed, expected]])
  })

  test.each([
    '今後年輕人要多學',
    '有3000年的歷史',
    '三年級的同學，五年來的努力',
    '十五個人，第十四、五名',
    '日常工作，月亮出來了，世界很大',
    '三個月，十多年',
    '3日內辦完',
    '電話2021-3344-556',
  ])('none in %s', (text) => {
    expect(fields(text)).toEqual([])
  })

  test('a day that the calendar does not have is none', () => {
    expect(fields('2月30日')).toEqual([])
    expect(fields('2021年2月29日')).toEqual([])
    expect(fields('2020年2月29日')).toEqual([['2020年2月29日', { iso: '2020-02-29' }]])
  })
})

describe('quantities', () => {
  test.each([
    ['1346.4億元', 134_640_000_000],
    ['3000多萬元', 30_000_000],
    ['1.2萬億元', 1_200_000_000_000],
    ['1,032萬元', 10_320_000],
    ['5千元', 5000],
    ['8.4千米', 8.4],
    ['三萬五千人', 35_000],
    ['一億二千萬元', 120_000_000],
    ['四點二億元', 420_000_000],
    ['百分之三十', 30],
    ['六十周年', 60],
    ['2.86萬通', 28_600],
    ['3-4年', 3],
    ['1—2萬元', 10_000],
    ['９０％以上', 90],
  ])('%s', (text, number) => {
    expect(found(quantity, text, 'number')).toEqual([[text, number]])
  })

  test.each([
    '講三個方面的意見，做好十項工作',
    '第21次會議，第3名',
    '5G網絡、12315熱線、A4紙',
    '十分重要，百分之百努力、千方百計',
    '9時30分開會，比分3:2',
    '不良率是百分之一點幾',
    '十二個方面，抓好3個環節，一百個放心',
    '十年樹木，百年樹人，千里之行',
    '4家庭、3人民、5年級',
  ])('none in %s', (text) => {
    expect(found(quantity, text, 'number')).toEqual([])
  })

  test('have the indicator that they give a value to', () => {
    expect(found(quantity, '全市完成固定資產投資811.6億元，我鎮人均收入達到12000元，修渠3公里', 'measure')).toEqual([
      ['811.6億元', '固定資產投資'],
      ['12000元', '人均收入'],
      ['3公里', undefined],
    ])
    expect(found(quantity, '全院门诊量68.4万人次，病床使用率为93.6%，确保用电量在8亿千瓦时以内', 'measure')).toEqual([
      ['68.4万人次', '门诊量'],
      ['93.6%', '病床使用率'],
      ['8亿千瓦时以内', '用电量'],
    ])
  })

  test('what must be reached, or not passed, has an indicator too', () => {
    expect(
      found(quantity, '合格率要達到99%以上，滿意度不得低於90%，平均年齡34歲，把專項資金2億元用好', 'measure'),
    ).toEqual([
      ['99%以上', '合格率'],
      ['90%', '滿意度'],
      ['34歲', '平均年齡'],
      ['2億元', '專項資金'],
    ])
  })

  test('have the indicator that stands before how long they have been so', () => {
    expect(found(quantity, '就業率連續5年保持在95%以上', 'measure')).toEqual([
      ['5年', undefined],
      ['95%以上', '就業率'],
    ])
    expect(found(quantity, '項目總投資12億元，工期18個月，追回贓款16萬元，十二個村', 'measure')).toEqual([
      ['12億元', '總投資'],
      ['18個月', undefined],
      ['16萬元', '贓款'],
      ['十二個', undefined],
    ])
  })

  test('share an indicator where it goes from one value to another, or has two', () => {
    expect(
      found(quantity, '貧困發生率由2014年的32.4%下降到0.8%，收入分別達到9元和6元，入會8人和6人', 'measure'),
    ).toEqual([
      ['32.4%', '貧困發生率'],
      ['0.8%', '貧困發生率'],
      ['9元', '收入'],
      ['6元', '收入'],
      ['8人', undefined],
      ['6人', undefined],
    ])
    expect(found(quantity, '建會和集體協商建制率超過85%，建會率和入會率保持在90%', 'measure')).toEqual([
      ['85%', '建會和集體協商建制率'],
      ['90%', '入會率'],
    ])
  })

  test('have the change that follows them', () => {
    expect(
      found(quantity, '收入100億元，比上年下降3.5%；入會率90%，提高2.5個百分點；工資5000元，增長到6000元', 'change'),
    ).toEqual([
      ['100億元', -3.5],
      ['3.5%', undefined],
      ['90%', 2.5],
      ['2.5個百分點', undefined],
      ['5000元', undefined],
      ['6000元', undefined],
    ])
    expect(found(quantity, '收入3.6億元，比上年淨增6600萬元，增長22.5%', 'change')).toEqual([
      ['3.6億元', 22.5],
      ['6600萬元', undefined],
      ['22.5%', undefined],
    ])
  })
})

describe('persons', () => {
  test.each([
    ['請市總工會主席周明遠同志講話', [['周明遠', '市總工會主席']]],
    ['省委書記李鴻忠發表重要講話', [['李鴻忠', '省委書記']]],
    [
      '會上，常務副市長梁桂芳、李書記和趙鐵生村長到會',
      [
        ['梁桂芳', '常務副市長'],
        ['李', '書記'],
        ['趙鐵生', '村長'],
      ],
    ],
    ['剛才，民權同志作了報告', [['民權', '同志']]],
    ['欧阳文清老师教我们唱歌', [['欧阳文清', '老师']]],
    ['冠军梁桂芳同志', [['梁桂芳', '同志']]],
    [
      '请内科主任潘建华、民一庭庭长严文涛发言',
      [
        ['潘建华', '内科主任'],
        ['严文涛', '民一庭庭长'],
      ],
    ],
    [
      '校长助理司徒婉和李主任医师',
      [
        ['司徒婉', '校长助理'],
        ['李', '主任医师'],
      ],
    ],
    [
      '县财政局邵敏局长和校团委书记桑晓兰',
      [
        ['邵敏', '局长'],
        ['桑晓兰', '校团委书记'],
      ],
    ],
    [
      '新兵管小虎同志，危大夫，縣長張偉和書記李永和在場',
      [
        ['管小虎', '同志'],
        ['危', '大夫'],
        ['張偉', '縣長'],
        ['李永和', '書記'],
      ],
    ],
    [
      '院长蔺长青教授请李总讲话',
      [
        ['蔺长青', '院长'],
        ['李', '总'],
      ],
    ],
    [
      '罗秀兰护士长和宋法官',
      [
        ['罗秀兰', '护士长'],
        ['宋', '法官'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(found(person, text, 'title')).toEqual(expected)
  })

  test.each([
    '各位同志，老同志和女同志，負責同志',
    '書記高度重視，主任馬上出發，校長高興地說',
    '祝老師們桃李滿天下，謝謝老師',
    '高級工程師、任課老師、車間主任、全體同學',
    '市委書記作了講話',
    '主任醫師查房，大家都會計較',
    '方才明確的事，老師傅都記得',
    '希望同志們帶好頭，祝新同學們進步',
  ])('none in %s', (text) => {
    expect(found(person, text, 'title')).toEqual([])
  })
})

describe('places', () => {
  test.each([
    ['我到青禾縣石橋鎮調研', ['青禾縣', '石橋鎮']],
    ['走訪柳樹灣村，表彰雲溪市的勞模', ['柳樹灣村', '雲溪市']],
    ['李家溝和王家莊的路', ['李家溝', '王家莊']],
    ['河西街道、東風社區', ['河西街道', '東風社區']],
    ['豐和縣、新橋鎮和解放街道', ['豐和縣', '新橋鎮', '解放街道']],
    ['浙江省和雲河省', ['浙江省', '雲河省']],
  ])('%s', (text, expected) => {
    expect(found(place, text, 'kind')).toEqual(expected.map((name) => [name, 'place']))
  })

  test.each([
    '全市各縣，我鎮本村，各鄉鎮各街道',
    '農村、城市、超市、貧困村、工業強鎮、開發區、歷代縣志',
    '市場、縣級、區別、鄉親、村民',
    '完成地區生產總值，加快市政建設，大家莊重宣誓',
    '校服省不到錢，文旅興縣、生態立縣，以樹興村，任務區、體驗區，小山村、老城區',
  ])('none in %s', (text) => {
    expect(found(place, text, 'kind')).toEqual([])
  })
})

describe('landmarks', () => {
  test.each([
    ['登上青龍山，治理清水河', ['青龍山', '清水河']],
    ['樟樹坪、馬鞍寨通了電', ['樟樹坪', '馬鞍寨']],
    ['過了黃河，就是松花江', ['黃河', '松花江']],
    ['雲溪高新區、青禾縣經濟開發區', ['雲溪高新區', '青禾縣經濟開發區']],
    ['沿着人民路到柳湖大道，青龙路128号', ['人民路', '柳湖大道', '青龙路']],
  ])('%s', (text, expected) => {
    expect(found(landmark, text, 'kind')).toEqual(expected.map((name) => [name, 'place']))
  })

  test.each([
    '綠水青山就是金山銀山，大好河山',
    '走致富路，不是康莊大道，天黑路滑',
    '開發區、高新區、各工業園區',
    '九月山洪，河道河流',
  ])('none in %s', (text) => {
    expect(found(landmark, text, 'kind')).toEqual([])
  })
})

describe('organizations', () => {
  test.each([
    ['受市委、市政府委托', ['市委', '市政府']],
    ['十堰市委和省總工會召開會議', ['十堰市委', '省總工會']],
    ['縣農業農村局、市勞模協會', ['縣農業農村局', '市勞模協會']],
    ['雲溪市財政局、縣民政局、市中級人民法院', ['雲溪市財政局', '縣民政局', '市中級人民法院']],
    ['請縣醫院和市紅十字會派人', ['縣醫院', '市紅十字會']],
    ['緊密團結在黨中央周圍', ['黨中央']],
    ['教育部、國家發展改革委和国务院', ['教育部', '國家發展改革委', '国务院']],
    ['縣政府辦公室、縣消防大隊、縣圖書館', ['縣政府辦公室', '縣消防大隊', '縣圖書館']],
    ['村委會和柳河村黨支部', ['村委會', '柳河村黨支部']],
    ['青禾縣委書記、市委書記', ['青禾縣委']],
    ['泰和集團、海晏航運集團、沧河港务公司', ['泰和集團', '海晏航運集團', '沧河港务公司']],
    ['公司与云溪机械有限公司、青禾农商银行合作', ['云溪机械有限公司', '青禾农商银行']],
  ])('%s', (text, expected) => {
    expect(found(organization, text, 'kind')).toEqual(expected.map((name) => [name, 'organization']))
  })

  test('are schools that begin with their place', () => {
    expect(found(school, '石橋鎮中心小學的孩子，青禾县第二中学', 'rule')).toEqual([
      ['石橋鎮中心小學', 'suffix'],
      ['青禾县第二中学', 'suffix'],
    ])
    expect(found(school, '我校的小學，他家住在松林县,离学校很远', 'rule')).toEqual([])
  })

  test('are schools that begin with their own name or their level', () => {
    expect(
      found(school, '烏石中學、縣老年大學、县特殊教育学校、縣一中和青禾一中', 'rule').map(([name]) => name),
    ).toEqual(['烏石中學', '縣老年大學', '县特殊教育学校', '縣一中', '青禾一中'])
    expect(found(school, '重點中學、農村小學、縣裏的中學，考上大學，全縣中心小學', 'rule')).toEqual([])
  })

  test.each([
    '超市委托我們，市委書記到會，市委常委出席',
    '市裏顧全大局，今年市場開局良好，市場局面打開了',
    '教育部門、財政部署，各村黨支部，縣水利局副局長',
    '我們公司、分公司、控股公司、上市公司、十四家造紙廠',
  ])('none in %s', (text) => {
    expect(found(organization, text, 'kind')).toEqual([])
  })
})

describe('signs', () => {
  test.each([
    [date, '今年4月30日'],
    [quantity, '三萬五千人'],
    [elision, '某某同志'],
    [stranded, '團結在以為的黨中央周圍'],
    [enumerator, '①修渠②鋪路'],
    [enumerator, '首先修渠，最後鋪路'],
    [person, '民權同志'],
    [place, '李家溝'],
    [organization, '市委'],
    [school, '石橋鎮小學'],
    [school, '縣一中'],
    [landmark, '清水河'],
  ])('of what is found are seen', ({ needs }, text) => {
    expect(lookAt(unitsOf(text)).signs & needs).not.toBe(0)
  })

  test('are none in words that say nothing', () => {
    expect(lookAt(unitsOf('老人們在大樹下說說笑笑'))).toMatchObject({ signs: 0, count: 0 })
  })
})
