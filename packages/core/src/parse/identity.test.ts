import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitsOf } from '../source/units.ts'
import { createHasher, createIdentifier, hashText } from './identity.ts'

test('script, width, punctuation and elisions make no difference', () => {
  const id = hashText('同志們，今年是20xx年，企業發展了。')
  expect(id).toMatch(/^[0-9a-v]{20}$/)
  expect(hashText('同志们:今年是20年,企业发展了')).toBe(id)
  expect(hashText('同志們，今年是２０××年 企業發展了！')).toBe(id)
  expect(hashText('同志們，明年是20xx年，企業發展了。')).not.toBe(id)
})

test('a text of marks alone is told from another one', () => {
  expect(hashText('……')).not.toBe(hashText('！！'))
  expect(hashText('')).toHaveLength(20)
})

test('a stretch has the hash it has alone, wherever it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (before, said) => {
      const text = `${before}${said}`
      const hasher = createHasher(unitsOf(text))
      const hash = hasher.since(hasher.mark(before.length), text.length)
      if (hash !== undefined) expect(hash).toBe(hashText(said))
    }),
  )
})

test('later occurrences get a suffix', () => {
  const text = '散會。散會。散會！'
  const { mark, identify } = createIdentifier(unitsOf(text))
  const ids = [0, 3, 6].map((start) => identify(mark(start), start, start + 3))
  expect(ids[1]).toBe(`${ids[0]}-2`)
  expect(ids[2]).toBe(`${ids[0]}-3`)
})

test('no two of many like texts collide', () => {
  const ids = new Set<string>()
  for (let i = 0; i < 200_000; i++) ids.add(hashText(`第${i}號文件已經發到各單位`))
  expect(ids.size).toBe(200_000)
})
