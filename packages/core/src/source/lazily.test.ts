import { expect, test } from 'vitest'
import { lazily } from './lazily.ts'

function counted(): { object: { before: number; value?: number[] }; made: () => number } {
  let times = 0
  const object: { before: number; value?: number[] } = { before: 1 }
  lazily(object, 'value', () => {
    times++
    return [times]
  })
  return { object, made: () => times }
}

test('a lazy property is made once, when it is read', () => {
  const { object, made } = counted()
  expect(made()).toBe(0)
  expect(object.value).toBe(object.value)
  expect(made()).toBe(1)
})

test('it is plain data to whoever looks', () => {
  expect(JSON.stringify(counted().object)).toBe('{"before":1,"value":[1]}')
  expect(structuredClone(counted().object)).toEqual({ before: 1, value: [1] })
  expect({ ...counted().object }).toEqual({ before: 1, value: [1] })
  const { object } = counted()
  object.value = [7]
  expect(object.value).toEqual([7])
})
