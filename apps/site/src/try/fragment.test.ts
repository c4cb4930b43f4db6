import { expect, test } from 'vitest'
import { fromFragment, LONGEST_FRAGMENT, toFragment } from './fragment.ts'

test('a page goes into a link and comes out of it', async () => {
  const page = '同志們：\n鎮(zhèn)上種樹 & <b>\n謝謝大家！'
  const fragment = await toFragment(page)
  expect(fragment).toMatch(/^page=[\w-]+$/)
  expect(await fromFragment(`#${fragment}`)).toBe(page)
})

test('what is no page is none', async () => {
  for (const fragment of [
    '',
    '#',
    '#page=',
    '#page=%%',
    '#page=AAAA',
    '#other',
    `#page=${'A'.repeat(LONGEST_FRAGMENT + 1)}`,
  ]) {
    expect(await fromFragment(fragment), fragment.slice(0, 12)).toBeUndefined()
  }
})
