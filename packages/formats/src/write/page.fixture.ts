import type {
  Closing,
  Item,
  Metadata,
  ParseResult,
  Phrasing,
  Section,
  SectionContent,
  Speech,
  SpeechContent,
} from '@speeches/core/schema'

/** Builders of trees for tests, named like the nodes that they make. */
export const t = (value: string): Phrasing => ({ type: 'text', value })
export const marker = (value: string): Phrasing => ({ type: 'marker', value })
export const elision = (value: string): Phrasing => ({ type: 'elision', kind: 'year', value })
export const noise = (value: string): Phrasing & { type: 'noise' } => ({ type: 'noise', kind: 'pagination', value })
export const citation = (...children: Phrasing[]): Phrasing => ({ type: 'citation', children })

let ids = 0
const id = () => `test-${++ids}`
const inline = (parts: (string | Phrasing)[]) => parts.map((part) => (typeof part === 'string' ? t(part) : part))

export const heading = (...parts: (string | Phrasing)[]) => ({ type: 'heading' as const, children: inline(parts) })
export const paragraph = (...parts: (string | Phrasing)[]) => ({
  type: 'paragraph' as const,
  id: id(),
  children: inline(parts),
})
export const salutation = (...parts: (string | Phrasing)[]) => ({
  type: 'salutation' as const,
  children: inline(parts),
})
export const readdress = (...parts: (string | Phrasing)[]) => ({ type: 'readdress' as const, children: inline(parts) })
export const byline = (...parts: (string | Phrasing)[]) => ({ type: 'byline' as const, children: inline(parts) })
export const stage = (...parts: (string | Phrasing)[]) => ({ type: 'stage' as const, children: inline(parts) })
export const editorNote = (...parts: (string | Phrasing)[]) => ({
  type: 'editorNote' as const,
  children: inline(parts),
})
export const closing = (kind: Closing['kind'], ...parts: (string | Phrasing)[]): Closing => ({
  type: 'closing',
  id: id(),
  kind,
  children: inline(parts),
})
export const list = (...points: (string | Phrasing)[][]) => ({
  type: 'list' as const,
  children: points.map((parts) => ({ type: 'listItem' as const, id: id(), children: inline(parts) })),
})

export function section(depth: number, mark: string, title: string, ...children: SectionContent[]): Section {
  return {
    type: 'section',
    depth,
    marker: mark,
    ordinal: 1,
    series: 'han',
    kind: 'heading',
    children: [heading(marker(mark), title), ...children],
  }
}

export function speech(announced: Speech['announced'], ...children: SpeechContent[]): Speech {
  return { type: 'speech', id: id(), announced, children }
}

export function item(ordinal: number, ...children: Item['children']): Item {
  return { type: 'item', ordinal, printedOrdinal: ordinal, children }
}

export const METADATA: Metadata = {
  published: null,
  editor: null,
  author: null,
  source: null,
  format: null,
  fields: {},
}

export function page(
  { title = null, metadata = {} }: { title?: string | null; metadata?: Partial<Metadata> },
  ...children: ParseResult['collection']['children']
): ParseResult {
  return {
    version: 1,
    collection: {
      type: 'collection',
      title,
      titleFrom: title === null ? null : 'line',
      metadata: { ...METADATA, ...metadata },
      children,
    },
    edits: [],
    messages: [],
  }
}

/** A page with one of everything. */
export const FULL_PAGE = page(
  { title: '青禾村春季大会讲话', metadata: { published: '2022-05-06T08:30:00', editor: 'lin', format: 'DOC' } },
  { type: 'header', children: [{ type: 'field', name: '时间', value: '2022-05-06 08:30:00' }] },
  { type: 'preface', children: [paragraph('春天来了，各村都要开会。')] },
  item(
    1,
    heading('青禾村春季大会讲话篇一'),
    editorNote('下面是小编整理的讲话，供大家参考。'),
    speech(
      [{ text: '三点意见', count: 3 }],
      byline('村委会主任 程穗'),
      salutation('乡亲们：'),
      paragraph('我们今天开会，', noise('第1页 共2页'), '商量修渠。下面，我讲三点意见。'),
      section(
        1,
        '一、',
        '抓好水利。',
        paragraph(elision('20xx'), '年修渠三里。'),
        section(2, '(一)', '东片。', list(['东头的渠；'], [marker('2.'), '西头的渠。'])),
        stage('(掌声)'),
      ),
      section(1, '三、', '抓好道路。', paragraph('认真学习', citation(t('《道路养护办法》')), '。')),
      readdress('乡亲们：'),
      closing('peroration', '最后，让我们一起努力！'),
      closing('thanks', '谢谢大家！'),
    ),
    speech([], paragraph('今天，村里召开夏季大会。'), closing('signature', '程穗')),
  ),
  item(2, heading('青禾村春季大会讲话篇二'), speech([], salutation('各位代表：'), paragraph('请审议。'))),
  {
    type: 'related',
    children: [
      { type: 'noise', kind: 'navigation', value: '您可能关注的文档' },
      { type: 'relatedLink', title: '夏收动员会讲话', label: '优秀', count: 20 },
      { type: 'relatedLink', title: '秋种安排', label: null, count: null },
    ],
  },
)
