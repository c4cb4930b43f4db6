import { expect, test } from 'vitest'
import { packHolders, unpackHolders } from './holders.ts'

test('says which document and speech passages stand in', () => {
  const stands = (row: number, document: number, speech: number | null) => ({ row, document, speech })
  const passages = [
    stands(103, 70_000, null),
    stands(104, 70_000, 9),
    stands(105, 70_000, 9),
    stands(109, 70_000, 10),
    stands(110, 70_000, null),
    stands(111, 3, null),
    stands(112, 3, 2),
    stands(40_000, 70_001, 2),
  ]
  expect(unpackHolders(packHolders(passages, 101))).toEqual([
    { offset: 2, document: 70_000, speech: null },
    { offset: 3, document: 70_000, speech: 9 },
    { offset: 8, document: 70_000, speech: 10 },
    { offset: 9, document: 70_000, speech: null },
    { offset: 10, document: 3, speech: null },
    { offset: 11, document: 3, speech: 2 },
    { offset: 39_899, document: 70_001, speech: 2 },
  ])
  expect(unpackHolders(packHolders([], 1))).toEqual([])
})
