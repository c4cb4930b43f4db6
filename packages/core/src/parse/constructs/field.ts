/** What a header key stands for. */
export type Meaning = 'published' | 'editor' | 'author' | 'source' | 'format' | 'other'

/** Header keys as sites print them, folded. */
const KEYS: Record<Meaning, string> = {
  published: `
    时间 日期 发布时间 发表时间 更新时间 上传时间 上传日期 发布日期 发表日期 更新日期
    发布于 发表于 更新于 上传于 发布 发表 更新 整理时间 录入时间 创建时间 添加时间 上传
  `,
  editor: '小编 编辑 责任编辑 责编 上传人 上传者 发布人 发布者 楼主 发帖人 整理 录入 录入者 网友 会员 文编',
  author: '作者 文章作者 撰稿 撰稿人 撰写人 文/',
  source: '来源 文章来源 稿源 出处 信息来源 转自 来自',
  format: '文件格式 格式 文档格式 文件类型',
  other: `
    浏览 浏览次数 浏览量 点击 点击数 点击量 点击次数 阅读 阅读数 阅读量 人气 访问量 次数
    字数 文档编号 编号 页数 大小 文件大小 文档大小 字号 字体 栏目 分类 类别 所属分类
    标签 关键词 下载 下载次数 下载量 收藏 评论 推荐度 评分 积分 所需积分 查看 回复 权限
    语言 星级 热度 价格 文号 主题词 适用 体裁 年级 学科 文档类型 属性
    适用场合 适用场景 范文类型 文章类型 审核 记者 通讯员 投稿人
  `,
}

/** The keys of one meaning. */
function keysOf(meaning: Meaning): string[] {
  return KEYS[meaning].trim().split(/\s+/)
}

const MEANINGS = new Map(
  (Object.keys(KEYS) as Meaning[]).flatMap((meaning) => keysOf(meaning).map((key) => [key, meaning] as const)),
)
const ALTERNATIVES = [...MEANINGS.keys()].sort((a, b) => b.length - a.length).join('|')
const KEYED = new RegExp(`(${ALTERNATIVES})(?: ?: ?|(?<=于) ?(?=\\d)|(?= ?\\([\\d.]+[wk万千]?\\)))`, 'gi')
const SPACED = new RegExp(
  `^(${[...keysOf('format'), ...keysOf('published'), '页数', '大小', '字数'].join('|')}) +(?=\\S)`,
)
const BARE_LENGTH =
  /^(?:此文|全文|本文)?共?[\d,.]+字$|^(?:阅读|浏览|点击|人气|热度) ?(?:\([\d.,]+[wk万千]?次?\)|[\d.,]+[wk万千]?次?)$/i
const BARE_DATE = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/

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
  const keys = [...head.matchAll(KEYED)]
  const lead = keys[0]?.index
  if (lead === 0 || (lead !== undefined && isLead(head.slice(0, lead)))) {
    const fields = keys.map((key, i): FieldMatch => {
      const name = key[1] as string
      return {
        name,
        meaning: MEANINGS.get(name) ?? 'other',
        from: key.index,
        value: key.index + key[0].length,
        to: keys[i + 1]?.index ?? head.length,
      }
    })
    return lead === 0
      ? fields
      : [{ name: '', meaning: leadMeaning(head, lead), from: 0, value: 0, to: lead }, ...fields]
  }
  const spaced = SPACED.exec(head)
  if (spaced && head.length <= 40) {
    const name = spaced[1] as string
    return [{ name, meaning: MEANINGS.get(name) ?? 'other', from: 0, value: spaced[0].length, to: head.length }]
  }
  return []
}

function leadMeaning(head: string, lead: number): Meaning {
  return BARE_DATE.test(head.slice(0, lead)) ? 'published' : 'other'
}

/** A date, a site name, a toolbar word or nothing may stand before the first key. */
function isLead(lead: string): boolean {
  return lead.length <= 24 && !/[。,;!?]/.test(lead)
}

/** Whether a folded line of the header holds a length and no key: 全文共612字 */
export function isBareLength(head: string): boolean {
  return head.length <= 20 && BARE_LENGTH.test(head)
}

/** Whether a folded line starts with a date and has no key: 2018-03-05 16:36 */
export function isBareDate(head: string): boolean {
  return head.length <= 40 && BARE_DATE.test(head)
}

/** Whether a folded line belongs to a header. */
export function isHeaderLine(head: string): boolean {
  return matchFields(head).length > 0 || isBareDate(head) || isBareLength(head)
}
