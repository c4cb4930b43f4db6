import { RANKS } from './poster.ts'
import { namesGenre } from './title.ts'

/** What a header key stands for. */
export type Meaning = 'published' | 'editor' | 'author' | 'source' | 'format' | 'other'

/** Header keys as sites print them, folded. */
const KEYS: Record<Meaning, string> = {
  published: `
    时间 日期 最后更新 最近更新 最后修改 上线时间 入库时间 寄件日期 张贴日 公告日 上架日期 建立日期 建档日期 刊登 发信站
    分享于 推荐于 提交于 发布于 发表于 更新于 上传于 编辑于 创建于 收录于 贡献于 回答于 提问于 发布 发表 更新 上传
    date published posted posted_on updated last_updated last_modified
  `,
  editor: `
    题主 答主 博客主人 posted_by editor uploader 小编 编辑 责任编辑 责编 美编 文编 校对 用户 用户名 楼主 整理 录入 网友 会员 站长
    版主 博主 管理员
  `,
  author: '原创 作者 原作者 作者姓名 撰稿 撰稿人 撰写 撰写人 执笔 执笔人 撰文 署名 文/ author written_by',
  source: '来源 文章来源 信息来源 来源网站 稿源 出处 转自 转载自 摘自 来自 原载 公众号 微信公众号 source',
  format: '格式 文件类型 文件后缀',
  other: `
    人气 人气指数 次数 围观 热度 回帖 字数 阅读时间 阅读时长 预计阅读 文档id 文章id 编号 页数 页码 大小 字节 字号 字体 栏目 频道 专题 分类
    类别 类型 标签 关键词 关_键_词 关键字 推荐度 推荐指数 推荐星级 评分 评级 积分 回复 权限
    语言 语种 星级 价格 售价 文号 主题词 适用 适用年级 适用对象 适用范围 使用场合 体裁 题材 年级 学科 学段 属性 难度
    适用场合 适用场景 审核 审核人 记者 通讯员 投稿人 供稿 供稿人 供稿单位 摄影
    发件人 收件人 寄件人 寄件者 收件者 抄送 密送 发布单位 发布部门 发布机构 公告单位 承办单位 张贴单位 人次 阅览数
    信区 名称 文件名 属地 ip ip属地 ip归属地 id from to cc 悬赏 悬赏分 赏分 索引号 信息索引 公开方式 发布机关 发文机关 发文字号 发布字号 公开日期
    公开范围 公开形式 信息来源机构 责任部门 责任单位 成文日期 生效日期 有效性 版次 册别 卷号 views tags category categories read hits
    comments
  `,
}

/** A bracket right before a key belongs to the key: 作者:黨建辦 【字體:大 中 小】 */
function bracketBefore(head: string, at: number): number {
  return at < head.length && at > 0 && '[【'.includes(head[at - 1] as string) ? at - 1 : at
}

/** Nothing but marks stands before the first field. */
function startAtZero([first, ...others]: FieldMatch[]): FieldMatch[] {
  return first ? [{ ...first, from: 0 }, ...others] : []
}

/** The keys of one meaning. */
function keysOf(meaning: Meaning): string[] {
  return KEYS[meaning]
    .trim()
    .split(/\s+/)
    .map((key) => key.replaceAll('_', ' '))
}

const MEANINGS = new Map(
  (Object.keys(KEYS) as Meaning[]).flatMap((meaning) => keysOf(meaning).map((key) => [key, meaning] as const)),
)
/** 時間:3月2日上午 地點:縣禮堂 — beside who speaks and where, a time is the speech's. */
const MEETING =
  /(?:^| )(?:会议)?(?:地点|场合|主持人?|主讲人?|主讲者|演讲[人者]|发言[人者]|讲话人|致辞人|汇报人|人物|出席):/
/** Two characters before 時間 and 日期 that say what was done to a page then: 分享時間, 投稿日期; 授課時間 is a speaker's. */
const DONE =
  '[发布表公示刊登张贴推送转载更新上传分享投稿收录入编辑修改提交审核出版创建整理贡献添加采集文印成]{2}(?:时间|日期)'
/** 浏览次數, 點擊率 */
const COUNTS = '(?:浏览|点击|阅读|访问|下载|点阅|评论|收藏|点赞|转发|分享|查看)(?:[次人]数|人次|[量数率次])?'
/** 上傳人, 文檔貢獻者, 發布會員 */
const EDITORS =
  '(?:(?:上传|发布|推荐|分享|贡献|提供|整理|发稿|发帖|录入|发表|张贴|公告|贴文|发文|发信|寄信|提问|回答|编辑)[人者员]|(?:上传|发布|分享)(?:用户|会员))'
const ENDS_WITH_EDITOR = new RegExp(`${EDITORS}$`)
const ALTERNATIVES = `${COUNTS}|${EDITORS}|[初复终]审|审[稿校定]|${[...MEANINGS.keys()].sort((a, b) => b.length - a.length).join('|')}|${DONE}`
const KEYED = new RegExp(
  `(?<!我要|查看|发表|添加|网友|\\((?=id))(${ALTERNATIVES})(?:\\([一-龥]{2}\\))?(?:[\\]】]? ?: ?|(?<=于) ?(?=\\d)|(?= ?\\([\\d.]+[wk万千]?\\))|(?= ?次(?: |$)))`,
  'gi',
)
/** Keys that a blank and a figure may follow. */
const FIGURED =
  /(?<=^| )((?:发布|发表|更新|上传|修改)?(?:时间|日期)|(?:浏览|阅读|点击|访问|下载|点阅|评论|收藏|点赞)(?:量|数|次数|人数)?|人气|热度|字数|页数|大小) +(?=\d)/g
const SPACED = new RegExp(
  `^((?:[一-龥]{2})?格式|${[...keysOf('format'), ...keysOf('published'), DONE, '页数', '大小', '字数'].join('|')}) +(?=\\S)`,
)
/** 責任編輯 阿木 */
const NAMED =
  /^(作者|原作者|撰稿人?|执笔人?|小编|编辑|责任编辑|责编|来源|文章来源|出处|上传人|上传者|发布人|发布者) +(?=[^\s。,;:!?]{1,12}$)/
const BARE_LENGTH =
  /^[\d.]+ ?[km]b(?: ?\|)?$|^\(?(?:此文|全文|本文|文章)?(?:总|共|计|约|有)* ?[\d,.]+ ?[余多千万]?(?:个?字|页|元$)(?:[,| ]*(?:预计|大约|约)?(?:阅读|读完|需要?|用时).{0,12})?\)?$|^(?:阅读|浏览|点击|人气|热度)(?:量|数|次数)? ?(?:\([\d.,]+[wk万千]?次?\)|[\d.,]+[wk万千]?次?)$|^[\d.,]+[wk万千]?\+? ?(?:次|人)?(?:阅读|浏览|点击|看过|观看)(?:过)?$|^\d\.\d ?分$|^(?:预计|全文)?阅读(?:时间|时长|本文|全文)?[需要大约共:]* ?\d+ ?分钟?$/i
const BARE_DATE = /^\(?(?:[^\s。,;:!?\d]{2,12} )?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/

/**
 *     松針 @ 2006-11-18 22:36    posted by 松針 on 2006-11-18
 *     ^      ^
 */
const POST =
  /^((?:posted |written |published |发布 |发表 )?by )?(?!推荐|提交|解决|采纳|刊登|原载|分享|上传)([^\s。,;:!?@|/]{1,16})( ?(?:@|\||\/|·| on | at |于) ?)(?=\d{4}[-/.年]\d|[a-z]{3,9}\.? \d{1,2}, ?\d{4})/i

/**
 *     #1 樓主 松針 2011-5-2 09:30
 *             ^    ^
 */
const FLOOR = /^((?:#1 |1[楼#] ?)(?:楼主:? ?)?|楼主:? ?)([^\s。,;:!?]{1,16})( (?:发表于:? ?)?)(?=\d{4}[-/.年]\d)/

/**
 *     一隻蝸牛 2014-06-03 23:17
 *     ^       ^
 */
const NAMED_DATE =
  /^()((?!原创|来源|时间|日期|今天|昨天|发布|更新|发表|上传)(?:昵称\d+|[^\s。,;:!?@|/\d[\]()【】]{2,12})(?<!网|站|在线|教育|论坛|日报|晚报|时报|新闻|文库|中心|频道|学校|中学|小学|大学|局|厅|委|政府|社区|公司|集团|之家|吧|于))( {0,4})(?=\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? \d{1,2}:\d{2}(?::\d{2})?$|\d{4}([-/.])\d{1,2}\4\d{1,2}$)/

/**
 *     灶台夜話 2024-05-20 19:30 發表於南浦
 *                             ^     ^
 */
const PLACE = /(?<=:\d\d) (发[表布]于) ?[一-龥]{2,8}$/

/** 文/周渡 */
const WRITER = /^(文 ?[/|·:] ?)[^\s:,。/|]{2,8}$/

/** 文/通訊員 李平 圖/陳陽 */
const CREDITS = /^(?=文)(?:(?:文字?|图片?|摄影?|编辑?|[音视]频|制图|漫画) ?[/|:] ?[^/|:,。!?]{2,16}?(?: +|$)){2,4}$/

/** 原創 紀微瀾 北岸醫聲 2021-05-12 — the writer, the account and the day, as WeChat (微信公眾號) prints them. */
const ORIGINAL =
  /^原创:? ?[一-龥·]{2,6} +[^\s,。:;!?|/]{2,16} +\d{4}[-年./]\d{1,2}[-月./]\d{1,2}[日号]?(?: \d{1,2}:\d{2})?$/

/**
 *     主持詞2018-12-05禾小滿老師
 *     ^     ^         ^
 */
const COLUMN = /^([一-龥]{2,6})(\d{4}-\d{2}-\d{2})[一-龥]{2,4}老师$/

/** Posted on June 12, 2016 by admin */
const POSTED =
  /^((?:posted|published|updated|created|last updated):? (?:on )?)([a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [a-z]{3,9},? \d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)(?:( (?:at [\d:apm. ]+ ?)?by )(\S{1,24}))?/i

/** 作者|聞一葦 編輯|小麥 */
const BARRED = new RegExp(
  `^[一-龥]{0,4}(?:${[...keysOf('author'), ...keysOf('editor'), ...keysOf('source'), EDITORS, '时间', '日期'].join('|')}) ?[|/] ?[^|/:\\d]{1,24}(?: [一-龥]{2,4} ?[|/] ?[^|/:]{1,24})*$`,
)

/** Whether a folded line holds header fields whose keys a bar parts from their values. */
export function isBarred(head: string): boolean {
  return BARRED.test(head)
}

/** The value of a field whose bracket opens before its key: [作者:小禾] */
export function withoutBracket(value: string): string {
  return /[[【(（]/.test(value) ? value : value.replace(/\s*[\]】)）]$/, '')
}

export interface FieldMatch {
  name: string
  meaning: Meaning
  /** Units from the line's start: where the field starts, where its value starts, where it ends. */
  from: number
  value: number
  to: number
}

/**
 * The header fields a folded line is made of; empty where it is no header line.
 *
 *     2023-11-12 03:53:59 來源:某某 作者:某某
 *     ^                   ^         ^
 */
export function matchFields(head: string): FieldMatch[] {
  const place = PLACE.exec(head)
  if (place) {
    const { index } = place
    const above = matchFields(head.slice(0, index))
    const dated: FieldMatch = { name: '', meaning: 'published', from: 0, value: 0, to: index }
    const said: FieldMatch = {
      name: place[1] as string,
      meaning: 'other',
      from: index + 1,
      value: index + 4,
      to: head.length,
    }
    if (above.length > 0 || isBareDate(head)) return [...(above.length > 0 ? above : [dated]), said]
  }
  const keys = findKeys(head)
  const lead = keys[0]?.index
  // 講話時間:2021年1月2日 says when the speech was held.
  if (keys[0] && !MEANINGS.has(keys[0].name) && (HELD.test(keys[0].name) || CLASS.test(keys[0].name))) return []
  if (keys.length > 0 && keys.every(({ name }) => /^(?:时间|日期)$/.test(name)) && MEETING.test(head)) return []
  if (lead === 0 || (lead !== undefined && isLead(head.slice(0, lead)))) {
    const fields = keys.map((key, i): FieldMatch => {
      return {
        name: key.name,
        meaning: meaningOf(key.name),
        from: bracketBefore(head, key.index),
        value: key.end,
        to: bracketBefore(head, keys[i + 1]?.index ?? head.length),
      }
    })
    const all = fields
      .flatMap((field) => splitKeys(head, field))
      .flatMap((field) => splitBars(head, field))
      .flatMap((field) => splitDate(head, field))
    splitLength(head, all)
    // 灶臺夜話 2024-05-20 19:30 發表於:南浦
    const poster = HOLDS_DATE.test(head.slice(0, lead)) ? matchFields(head.slice(0, lead).trimEnd()) : []
    if (poster.length > 0) return [...poster, ...all]
    return lead === 0 || !/[\p{L}\p{N}]/u.test(head.slice(0, lead))
      ? startAtZero(all)
      : [{ name: '', meaning: leadMeaning(head, lead, fields[0]), from: 0, value: 0, to: lead }, ...all]
  }
  if (CREDITS.test(head)) {
    const keys = [...head.matchAll(/(?:^| )([^ /|:]{1,2}) ?[/|:] ?/g)]
    return keys.map(({ index, 0: key, 1: name = '' }, i): FieldMatch => {
      const from = index + key.indexOf(name)
      const meaning = name.startsWith('文') ? 'author' : name.startsWith('编') ? 'editor' : 'other'
      return { name, meaning, from, value: index + key.length, to: keys[i + 1]?.index ?? head.length }
    })
  }
  const writer = WRITER.exec(head)
  if (writer) {
    return [{ name: '文', meaning: 'author', from: 0, value: (writer[1] as string).length, to: head.length }]
  }
  const [, column = '', date = ''] = COLUMN.exec(head) ?? []
  if (column) {
    const at = column.length
    const by = at + date.length
    return [
      { name: '', meaning: 'other', from: 0, value: 0, to: at },
      { name: '', meaning: 'published', from: at, value: at, to: by },
      { name: '', meaning: 'editor', from: by, value: by, to: head.length },
    ]
  }
  if (ORIGINAL.test(head)) return [{ name: '', meaning: 'published', from: 0, value: 0, to: head.length }]
  const posted = POSTED.exec(head)
  if (posted) {
    const [all, before = '', date = '', gap = ''] = posted
    const fields: FieldMatch[] = [
      { name: '', meaning: 'published', from: 0, value: before.length, to: before.length + date.length },
    ]
    const by = before.length + date.length
    if (gap) fields.push({ name: '', meaning: 'editor', from: by + 1, value: by + gap.length, to: all.length })
    const { length } = /^[ |/·]*/.exec(head.slice(all.length))?.[0] ?? ''
    const rest = all.length + length
    if (gap && rest < head.length)
      fields.push({ name: '', meaning: 'other', from: all.length, value: rest, to: head.length })
    return fields
  }
  const post = POST.exec(head) ?? FLOOR.exec(head) ?? NAMED_DATE.exec(head)
  if (post && head.length <= 60 && !namesGenre(post[2] as string)) {
    const [, by = '', poster = '', gap = ''] = post
    const date = by.length + poster.length + gap.length
    const field = { name: '', meaning: 'editor', from: 0, value: by.length, to: by.length + poster.length } as const
    return [field, { name: '', meaning: 'published', from: date, value: date, to: head.length }]
  }
  const spaced = SPACED.exec(head) ?? NAMED.exec(head)
  if (spaced && head.length <= 40) {
    const name = spaced[1] as string
    return [{ name, meaning: meaningOf(name), from: 0, value: spaced[0].length, to: head.length }]
  }
  return []
}

/** 五年級:藍小溪 says who speaks. */
const CLASS = /^[一二三四五六七八九初高大]{1,3}年级$/

interface Key {
  name: string
  /** Units up to the key, and up to the value behind it. */
  index: number
  end: number
}

/** Machine-made traditional has 釋出 for 發布 and 點選 for 點擊. */
function withSiteWords(head: string): string {
  return head.replaceAll('释出', '发布').replaceAll('点选', '点击')
}

/** The keys of a line; where no mark stands behind them, those that a blank and a figure follow: 字數 1170 閱讀 7568 */
function findKeys(printed: string): Key[] {
  const head = withSiteWords(printed)
  const marked = [...(isBarred(head) ? head.replace(/[|/]/g, ':') : head).matchAll(KEYED)]
  const figured = / \d/.test(head) ? [...head.matchAll(FIGURED)] : []
  // 發佈於 2017-12-19 閱讀次數 648
  const last = marked.at(-1)
  const keys = last
    ? [...marked, ...figured.filter(({ index, 0: key }) => index > last.index && isCounter(key))]
    : figured
  return keys
    .filter(({ index, 0: printed }) => !isEmptyBox(head, index, index + printed.length))
    .map(({ index, 0: printed, 1: name = '' }) => {
      const start = name.endsWith('于') ? index : startOf(head, index)
      return { name: head.slice(start, index) + name, index: start, end: index + printed.length }
    })
}

const isCounter = (key: string) => /^(?!大小)[^时日]*$/.test(key)

/** 2021-05-12 09:14 [ 字體: ] [ 下載 ] — a box whose tool is lost holds no field. */
function isEmptyBox(head: string, from: number, to: number): boolean {
  return /[[【] ?$/.test(head.slice(0, from)) && /^ *[\]】]/.test(head.slice(to))
}

/** A key is a whole word: what is glued to the front of one that is known belongs to it, 文檔熱度:    發文日期: */
function startOf(head: string, index: number): number {
  let start = index
  while (start > 0 && isHan(head.charCodeAt(start - 1))) start--
  const isWord = start === 0 || ' |[【(<'.includes(head[start - 1] as string)
  return isWord && index - start <= GLUED ? start : index
}

const GLUED = 4
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fa5
/** Keys that a speaker's byline has, too: 講話時間 */
const HELD =
  /^(?!.*(?:发|更新|上传|修改|刊|登|录|公|编|提交|采|添加|创建|整理|印|成文|生效|阅读|回答|解决|提问|张贴))[一-龥]{1,4}(?:时间|日期)$/

/** 刊登日期:2020-05-06 單位:水利課 — behind a blank, a key that no table knows is a key all the same. */
function splitKeys(head: string, field: FieldMatch): FieldMatch[] {
  const said = head.slice(field.value, field.to)
  const [first, ...others] = [...said.matchAll(/(?<=\S) +([一-龥]{2,6}) ?: ?(?=\S)/g)].map(
    ({ index, 0: key, 1: name = '' }) => ({
      name,
      at: index + key.indexOf(name),
      value: index + key.length,
    }),
  )
  if (!first) return [field]
  const keys = [first, ...others]
  return [
    { ...field, to: field.value + first.at },
    ...keys.map(
      ({ name, at, value }, i): FieldMatch => ({
        name,
        meaning: meaningOf(name),
        from: field.value + at,
        value: field.value + value,
        to: field.value + (keys[i + 1]?.at ?? said.length),
      }),
    ),
  ]
}

/**
 * Bars part from a value what has no key of its own: a date, the account that uploaded the page, its size.
 *
 *     上傳日期:2022-11-03 | wd_zhang | 12頁
 */
function splitBars(head: string, field: FieldMatch): FieldMatch[] {
  const bars = [...head.slice(field.value, field.to).matchAll(/ *\| *(?=[^ |])/g)]
  const parts = bars.map(({ index, 0: bar }, i): FieldMatch => {
    const from = field.value + index
    const next = bars[i + 1]
    const to = next ? field.value + next.index : field.to
    const value = from + bar.length
    return { name: '', meaning: meaningBehindBar(head.slice(value, to), field), from, value, to }
  })
  const isTold = parts.length > 0 && (parts.every(isKnown) || parts.some(({ meaning }) => meaning === 'published'))
  return isTold ? [{ ...field, to: (parts[0] as FieldMatch).from }, ...parts] : [field]

  function isKnown({ meaning, value, to }: FieldMatch): boolean {
    const said = head.slice(value, to)
    return meaning !== 'other' || SIZE.test(said) || isBareLength(said)
  }
}

const SIZE = /^[\d.,]+ ?(?:页|字|次|[km]?b)/i

function meaningBehindBar(said: string, { name, meaning }: FieldMatch): Meaning {
  if (BARE_DATE.test(said)) return 'published'
  if (meaning !== 'published' || SIZE.test(said) || said.includes(':')) return 'other'
  return name.includes('上传') || /^\w+$/.test(said) ? 'editor' : 'other'
}

/** 來源:青石網 2021-01-02 — the date behind another value is a field of its own. */
function splitDate(head: string, field: FieldMatch): FieldMatch[] {
  if (field.meaning === 'published' || (field.meaning === 'other' && !field.name.startsWith('字'))) return [field]
  const date = DATE_BEHIND.exec(head.slice(field.value, field.to))
  if (!date) return [field]
  const from = field.value + date.index + date[0].search(/\S/)
  return [
    { ...field, to: field.value + date.index },
    { name: '', meaning: 'published', from, value: from, to: field.to },
  ]
}

const DATE_BEHIND = /(?<=\S) +\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: +\d{1,2}:\d{2}(?::\d{2})?)? *$/

/** 編輯:晚風 全文共1260字    來源:青石網 1.2W — a length or a counter behind the last value is a field of its own. */
export function splitLength(head: string, fields: FieldMatch[]): void {
  const last = fields.at(-1)
  if (!last || !/[字读览钟wk万+]$/i.test(head)) return
  const at = head.lastIndexOf(' ') + 1
  if (
    at <= last.value ||
    isBareLength(head.slice(last.value)) ||
    !(isBareLength(head.slice(at)) || COUNTER.test(head.slice(at)))
  )
    return
  last.to = at - 1
  fields.push({ name: '', meaning: 'other', from: at, value: at, to: head.length })
}

const COUNTER = /^\d[\d.,]*[wk万]\+?$/i

/**
 * A header field whose key is not known, which only the fields beside it tell from what a speaker says.
 *
 *     承辦科室:總務處
 */
export function matchUnknownField(head: string): FieldMatch | undefined {
  const key = /^([一-龥A-Za-z ]{2,12}?) ?: ?(?=[^ ])/.exec(head)
  if (!key || namesGenre(key[1] as string) || head.length > 40 || /[。;!?]/.test(head) || /[我你您]|们$/.test(head))
    return undefined
  return { name: key[1] as string, meaning: 'other', from: 0, value: key[0].length, to: head.length }
}

function meaningOf(name: string): Meaning {
  const known = MEANINGS.get(name.toLowerCase())
  if (known) return known
  if (/(?:时间|日期)$/.test(name)) return 'published'
  return ENDS_WITH_EDITOR.test(name) ? 'editor' : (MEANINGS.get(name.slice(-2)) ?? 'other')
}

/** 消防車迷阿祥 版主 */
const RANKED = new RegExp(` +(?:${RANKS}|会员|楼主|站长)$`, 'i')

/** A date before the first key says when, a name before 發表於 who. */
function leadMeaning(head: string, end: number, first: FieldMatch | undefined): Meaning {
  const lead = head.slice(0, end).trim()
  if (HOLDS_DATE.test(lead)) return 'published'
  return first?.meaning === 'published' && /于$/.test(first.name) && isPosterName(lead.replace(RANKED, ''))
    ? 'editor'
    : 'other'
}

/** A date, a site name, a toolbar word or nothing may stand before the first key. */
function isLead(lead: string): boolean {
  // 水庫安全講話(作者:水清) is a title.
  if (/: ?$/.test(lead) || (lead.endsWith('(') && namesGenre(lead))) return false
  return lead.length <= (HOLDS_DATE.test(lead) ? 44 : 24) && !/[。,;!?]/.test(lead)
}

/** A whole date with its year, anywhere. */
export const HOLDS_DATE = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/

/** Whether a folded line can be the name a poster goes by. */
export function isPosterName(head: string): boolean {
  return /^[^\s。,;:!?()]{1,12}$/.test(head)
}

/** Whether a folded line of the header holds a length and no key: 全文共612字 */
export function isBareLength(head: string): boolean {
  return head.length <= 30 && BARE_LENGTH.test(head)
}

/** Whether a folded line starts with a date and has no key: 2018-03-05 16:36 */
export function isBareDate(head: string): boolean {
  return head.length <= 40 && BARE_DATE.test(head)
}

/** Whether a folded line below the speeches holds fields that cannot be a speaker's own: 更新日期:2021-06-20 瀏覽人次:204 */
export function isHeaderBelow(head: string): boolean {
  if (head.length > 60 || /[。!?;]/.test(head)) return false
  const [first] = matchFields(head)
  return (
    first !== undefined && first.name !== '' && first.meaning !== 'author' && !/^(?:时间|日期|单位)$/.test(first.name)
  )
}

/** Whether a folded line belongs to a header. */
export function isHeaderLine(head: string): boolean {
  return matchFields(head).length > 0 || isBareDate(head) || isBareLength(head)
}
