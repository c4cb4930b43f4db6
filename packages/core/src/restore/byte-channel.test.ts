import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { damage, transmit } from './byte-channel.ts'
import { cp936 } from './cp936.ts'

const glosses = new Map(
  Object.entries({
    業: 'yè',
    優: 'yōu',
    經: 'jīng',
    規: 'guī',
    務: 'wù',
    創: 'chuàng',
    聯: 'lián',
    關: 'guān',
    訌: 'hòng',
    強: 'qiáng',
  }),
)

describe('the channel does to text what the pages show', () => {
  const cases: [written: string, shown: string, why: string][] = [
    ['企業', '企業(yè)', 'a glossed character'],
    ['變為經濟', '變?yōu)榻?jīng)濟', 'the bytes of 優 straddle 變為'],
    ['企業家帶頭創', '企業(yè)家?guī)ь^創(chuàng)', 'an ASCII trail byte ends the shift'],
    ['大學校”作用，', '大學?!弊饔?,', 'a ghost ！ inside 校”'],
    ['業。籌集', '業(yè)?;I集', 'a ghost ； inside 。籌'],
    ['沿海口岸聯系', '沿??诎堵?lián)系', 'a ghost ？ inside 海口'],
    ['獎章20名', '獎?wù)?0名', 'a digit is swallowed with the byte in front'],
    ['通知。《機關', '通知?!稒C關(guān)', '。 is cut before the ghost ！'],
    ['加強工', '加?hòng)姽?', 'a code whose first byte was glossed already bears no gloss'],
    ['今天，我們（都）來：好！', '今天,我們(都)來:好!', 'full-width ASCII is folded'],
    ['到齊了嗎？到齊了。', '到齊了嗎?到齊了。', 'marks that stand whole are cut without trace'],
    ['寫作A4紙', '寫作A4紙', 'ASCII goes through'],
    ['一😀業', '一😀業(yè)', 'what has no bytes goes through'],
    ['名冊ⅰ', '名冊ⅰ', 'a small numeral is no full-width ASCII'],
  ]
  test.each(cases)('%s → %s: %s', (written, shown) => {
    expect(damage(written, { glosses })).toBe(shown)
  })

  test('a site that looks for one character after another glosses both', () => {
    expect(damage('加強工', { glosses, overlaps: () => true })).toBe('加?hòng)?qiáng)工')
    expect(damage('加強工', { glosses, overlaps: (left) => left === '強' })).toBe('加?hòng)姽?')
  })

  test('each line goes alone', () => {
    expect(damage('變\n為', { glosses })).toBe('變\n為')
    expect(damage('變\r\n為\r', { glosses })).toBe('變\r\n為\r')
  })

  test('which marks cut, and whether they do, is the caller’s choice', () => {
    expect(damage('沿海口岸聯系', { glosses, cutMarks: '，。' })).toBe('沿海口岸聯(lián)系')
    expect(damage('沿海口岸，沿海口岸', { glosses, cuts: (ordinal) => ordinal > 0 })).toBe('沿海口岸,沿??诎?')
  })
})

test('text without glossed characters and without ghost marks comes out as it went in', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'山水人文天地風雨') })
  fc.assert(fc.property(plain, (text) => damage(text, { glosses: new Map() }) === text))
})

test('characters that arrive whole are the ones that are there', () => {
  const chars = [...'變為經濟企業家帶頭創大學校作用海口岸，。！？；：“”《》（）20aI獎章強加\n']
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...chars) }), (text) => {
      const { text: shown, arrivals } = transmit(text, { glosses })
      for (let at = 0; at < text.length; at++) {
        const arrived = arrivals[at] as number
        if (arrived >= 0) expect(shown[arrived]).toBe(narrow(text[at] as string))
      }
    }),
  )
})

function narrow(char: string): string {
  const code = char.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char
}

describe('the table of CP936', () => {
  const { toUnit, toCode } = cp936()

  test('is the same on every platform', () => {
    const digest = createHash('sha256').update(Buffer.from(toUnit.buffer)).digest('hex')
    expect(digest).toBe('39151e95da3d78f4944e9f9ba91037c3fa6ae549539cd9d46524c3db8584865d')
  })

  test('gives each code back', () => {
    for (let code = 0x8140; code <= 0xfefe; code++) {
      const unit = toUnit[code] as number
      if (unit !== 0) expect(toUnit[toCode[unit] as number]).toBe(unit)
    }
  })

  test('knows the codes of the pages', () => {
    expect(toCode['變'.charCodeAt(0)]).toBe(0xd783)
    expect(toCode['，'.charCodeAt(0)]).toBe(0xa3ac)
    expect(toUnit[0xaeec]).toBe(0)
    expect(toUnit[0xd7fa]).toBe(0)
  })
})
