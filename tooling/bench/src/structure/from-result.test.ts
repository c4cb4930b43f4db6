import { expect, it } from 'vitest'
import { outlineOf } from './from-result.ts'
import { print, walk } from './outline.ts'

type Result = Parameters<typeof outlineOf>[0]

const text = (value: string) => ({ type: 'text' as const, value })
const noMetadata = { published: null, editor: null, author: null, source: null, format: null, fields: {} }

const result: Result = {
  collection: {
    type: 'collection',
    title: '防汛講話',
    titleFrom: 'stem',
    metadata: { ...noMetadata, editor: 'zd' },
    children: [
      {
        type: 'header',
        children: [
          { type: 'field', name: '小編', value: 'zd' },
          { type: 'noise', kind: 'navigation', value: '首頁\n正文' },
        ],
      },
      {
        type: 'item',
        ordinal: 1,
        printedOrdinal: 2,
        children: [
          { type: 'heading', children: [text('防汛講話篇二')] },
          {
            type: 'speech',
            id: 'a',
            announced: [{ text: '幾點', count: null }],
            children: [
              {
                type: 'section',
                depth: 1,
                marker: '一、',
                ordinal: 1,
                series: 'han',
                kind: 'run-in',
                children: [
                  { type: 'heading', children: [{ type: 'marker', value: '一、' }, text('查堤。')] },
                  {
                    type: 'paragraph',
                    id: 'b',
                    children: [
                      text('一是'),
                      { type: 'noise', kind: 'pagination', value: '第2頁' },
                      { type: 'citation', children: [text('《水經》')] },
                    ],
                  },
                ],
              },
              {
                type: 'list',
                children: [{ type: 'listItem', id: 'c', children: [{ type: 'marker', value: '1.' }, text('到崗;')] }],
              },
              { type: 'closing', id: 'd', kind: 'thanks', children: [text('謝謝!')] },
            ],
          },
        ],
      },
      { type: 'related', children: [{ type: 'relatedLink', title: '總結', label: null, count: 18 }] },
    ],
  },
}

it('writes a tree as gold notation says it', () => {
  const { facts, nodes } = outlineOf(result)
  expect([...facts]).toEqual([
    ['title stem', '防汛講話'],
    ['editor', 'zd'],
  ])
  expect([...walk(nodes)].map(({ node, depth }) => '  '.repeat(depth) + print(node))).toEqual([
    'field 小編: zd',
    'noise navigation: 首頁',
    'noise navigation: 正文',
    'item 1 printed 2: 防汛講話篇二',
    '  speech',
    '    announced ?: 幾點',
    '    section 1 run-in [一、] han 1: 查堤。',
    '      paragraph: 一是《水經》',
    '        noise pagination: 第2頁',
    '    list',
    '      - [1.] 到崗;',
    '    closing thanks: 謝謝!',
    'related',
    '  link: 總結 | - | 18',
  ])
})
