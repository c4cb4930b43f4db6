import { expect, test } from 'vitest'
import { parseQuery, type Query } from './query.ts'

test.each<[string, Query]>([
  ['治理 河道', { all: [[{ text: '治理' }], [{ text: '河道' }]], none: [] }],
  ['治理　河道', { all: [[{ text: '治理' }], [{ text: '河道' }]], none: [] }],
  ['"治理 河道"', { all: [[{ text: '治理 河道' }]], none: [] }],
  ['“治理”「河道」', { all: [[{ text: '治理' }], [{ text: '河道' }]], none: [] }],
  ['治理"河道 "', { all: [[{ text: '治理' }], [{ text: '河道 ' }]], none: [] }],
  ['治理"河道', { all: [[{ text: '治理"河道' }]], none: [] }],
  ['治理 OR 整治 河道', { all: [[{ text: '治理' }, { text: '整治' }], [{ text: '河道' }]], none: [] }],
  ['治理 | 整治', { all: [[{ text: '治理' }, { text: '整治' }]], none: [] }],
  ['OR 治理 OR', { all: [[{ text: '治理' }]], none: [] }],
  ['"OR"', { all: [[{ text: 'OR' }]], none: [] }],
  ['治理 -河道 -"大 堤"', { all: [[{ text: '治理' }]], none: [{ text: '河道' }, { text: '大 堤' }] }],
  ['a-b - c', { all: [[{ text: 'a-b' }], [{ text: '-' }], [{ text: 'c' }]], none: [] }],
  ['Heading:治理', { all: [[{ text: '治理', field: 'heading' }]], none: [] }],
  ['-標題："治 理" x', { all: [[{ text: 'x' }]], none: [{ text: '治 理', field: 'heading' }] }],
  [
    '引用:办法 OR 稱呼:同志',
    {
      all: [
        [
          { text: '办法', field: 'citation' },
          { text: '同志', field: 'salutation' },
        ],
      ],
      none: [],
    },
  ],
  ['heading: x', { all: [[{ text: 'heading:' }], [{ text: 'x' }]], none: [] }],
  ['http://x', { all: [[{ text: 'http://x' }]], none: [] }],
])('%s', (typed, query) => {
  expect(parseQuery(typed)).toEqual(query)
})
