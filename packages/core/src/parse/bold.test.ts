import { expect, test } from 'vitest'
import { parse } from '../index.ts'

const page = `# 村史馆开馆讲话
**讲话人：** 村史馆馆长 祁连
**时间：** 2019年5月18日
**各位乡亲：**
村史馆今天开门。
**一、先看老物件。** 一架纺车，三代人用过。
**二、再看老照片。** 照片里的渡口还在。
谢谢大家！
`

test('a key or a number that Markdown prints in bold is read as it is without', () => {
  const plain = parse(page.replaceAll('**', ''))
  expect(typesOf(parse(page))).toEqual(typesOf(plain))
  expect(typesOf(plain).filter((type) => type === 'byline' || type === 'section')).toHaveLength(4)
})

/** The types of all nodes, in order. */
function typesOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(typesOf)
  if (typeof node !== 'object' || node === null) return []
  const { type, children, collection } = node as { type?: string; children?: unknown; collection?: unknown }
  return [...(type ? [type] : []), ...typesOf(collection), ...typesOf(children)]
}
