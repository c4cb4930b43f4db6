import { catalogue, translate } from '@speeches/parser/messages'
import { expect, test } from 'vitest'
import { wordingsIn } from './messages.ts'

const MESSAGE = {
  ruleId: 'misnamed-file',
  reason: 'By its name this is plain text, by its content PDF; it was read as the latter.',
}

test('a message in the three languages', async () => {
  expect(translate(MESSAGE, await wordingsIn('en'))).toBe(MESSAGE)
  expect(translate(MESSAGE, await wordingsIn('hans')).reason).toBe('看名字是纯文本，看内容是PDF；按内容来读。')
  expect(translate(MESSAGE, await wordingsIn('hant')).reason).toBe('看名字是純文本，看內容是PDF；按內容來讀。')
})

test('traditional text has its own quotation marks, what it quotes keeps those of the page', async () => {
  const said = {
    ruleId: 'lost-characters',
    reason: 'Characters in “甲“乙” are lost; the page does not hold what stood there.',
  }
  expect(translate(said, await wordingsIn('hant')).reason).toBe('「甲“乙」裡丟了字；網頁上沒有留下原來是什麼。')
})

test('every message has its words in both scripts', async () => {
  const [hans, hant] = [await wordingsIn('hans'), await wordingsIn('hant')]
  for (const id of Object.keys(catalogue)) {
    expect(hans[id]?.name, id).toBeTruthy()
    expect(hant[id]?.reason, id).not.toMatch(/[“”]/)
  }
})
