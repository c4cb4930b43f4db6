import { describe, expect, test } from 'vitest'
import type { Repair } from '../schema/edit.ts'
import { restore } from './restore.ts'

function repaired(rule: Repair, ...lines: string[]): string[] {
  return restore(lines.join('\n'), { only: [rule] }).text.split('\n')
}

function stays(rule: Repair, ...lines: string[]): void {
  expect(repaired(rule, ...lines)).toEqual(lines)
}

describe('a link text torn into a line of its own', () => {
  test('between brackets that open before it and close behind it', () => {
    const lines = ['各村要認真落實《。', '河道管理。', '條例》的各項規定,把渠管好。']
    expect(repaired('torn-line', ...lines)).toEqual(['各村要認真落實《河道管理條例》的各項規定,把渠管好。'])
    const { edits, messages } = restore(lines.join('\n'), { only: ['torn-line'] })
    expect(edits.map(({ original, certainty }) => [original, certainty])).toEqual([
      ['。\n', 'certain'],
      ['。\n', 'certain'],
    ])
    expect(messages.map(({ ruleId, place }) => [ruleId, place?.start.line, place?.end.line])).toEqual([
      ['torn-line-joined', 1, 3],
    ])
    expect(messages.map(({ actual, expected }) => [actual, expected])).toEqual([['。\n河道管理。\n', ['河道管理']]])
  })

  test('is expected as it was restored, whatever else was repaired in it', () => {
    const source = '要落實《。\n企業(yè)管理。\n條例》,產(chǎn)業(yè)才穩(wěn)。\n第二段,設(shè)立企業(yè)。'
    const [message] = restore(source).messages
    expect([message?.actual, message?.expected]).toEqual(['。\n企業(yè)管理。\n', ['企業管理']])
  })

  test('behind a word that no sentence ends with', () => {
    expect(repaired('torn-line', '各科室要沉下心來積極。', '學習。', '先進單位的好經驗。')).toEqual([
      '各科室要沉下心來積極學習先進單位的好經驗。',
    ])
  })

  test('the same words as a link that brackets have proven', () => {
    const lines = [
      '要執行《。',
      '河道管理。',
      '條例》。',
      '推動各村健全。',
      '河道管理。',
      '巡查值班等制度,一項一項抓下去。',
    ]
    expect(repaired('torn-line', ...lines)).toEqual([
      '要執行《河道管理條例》。',
      '推動各村健全河道管理巡查值班等制度,一項一項抓下去。',
    ])
  })

  test('a line that goes on with a mark is joined to it; the line before may be whole', () => {
    expect(repaired('torn-line', '今年水渠修到了北塘。', '水費收繳。', '、水渠管護等工作也要跟上。')).toEqual([
      '今年水渠修到了北塘。',
      '水費收繳、水渠管護等工作也要跟上。',
    ])
  })

  test('a quotation whose beginning is lost', () => {
    expect(repaired('torn-line', '第一段話。', '不忘本色”', '主題活動。', '帶動了全鎮的風氣。')).toEqual([
      '第一段話。',
      '不忘本色”主題活動帶動了全鎮的風氣。',
    ])
  })

  test('a marker behind the link opens something new', () => {
    expect(repaired('torn-line', '要沉下心來積極。', '學習。', '二、抓好管護。')).toEqual([
      '要沉下心來積極學習。',
      '二、抓好管護。',
    ])
  })

  test('bare carriage returns', () => {
    expect(restore('落實《。\r河道管理。\r條例》。', { only: ['torn-line'] }).text).toBe('落實《河道管理條例》。')
  })

  test('Windows line ends and blank lines between', () => {
    const { text } = restore('落實《。\r\n\r\n河道管理。\r\n條例》。', { only: ['torn-line'] })
    expect(text).toBe('落實《河道管理條例》。')
  })

  test('short sentences stay', () => {
    stays('torn-line', '各位鄉親,水利是大事。', '散會。', '會后請各組長留下。')
    stays('torn-line', '我的發言到這里。', '謝謝大家。', '下面請村民代表講話。')
    stays('torn-line', '去年修渠四十里。', '存在問題。', '管護不到位,個別渠段又淤了。')
  })
})

describe('a paragraph split behind its semicolons', () => {
  test('is joined, with the line whose colon opens it', () => {
    const lines = [
      '今年的任務有三個方面:',
      '東片重點修水渠，疏通老溝；',
      '西片重點種樹，補上缺口；',
      '南片繼續整治村道。',
      '下一段。',
    ]
    expect(repaired('split-line', ...lines)).toEqual([lines.slice(0, 4).join(''), '下一段。'])
    expect(restore(lines.join('\n'), { only: ['split-line'] }).messages.map(({ ruleId }) => ruleId)).toEqual([
      'split-line-joined',
    ])
  })

  test('is joined across Windows line ends and indents', () => {
    const { text } = restore('　　東片修水渠；\r\n　　西片種樹。\r\n', { only: ['split-line'] })
    expect(text).toBe('　　東片修水渠；西片種樹。\r\n')
  })

  test('an address is no line that opens a run', () => {
    expect(repaired('split-line', '同志們:', '東片要修水渠；', '西片要種樹。')).toEqual([
      '同志們:',
      '東片要修水渠；西片要種樹。',
    ])
  })

  test('markers, bullets, turns and oaths keep their lines', () => {
    stays('split-line', '議程有三項:', '一、鎮長講話；', '二、代表發言；', '三、散會。')
    stays('split-line', '- 帶鐵鍬；', '- 帶水桶；', '- 帶干糧。')
    stays('split-line', '男:春天到了；', '女:燕子來了；', '合:我們的節日到了。')
    stays('split-line', '請舉起右手,跟我宣誓:', '熱愛山林；', '忠于職守；', '決不退縮。')
    stays('split-line', '一是修渠；', '二是種樹；', '三是修路。')
  })

  test('guests and targets below a colon keep their lines', () => {
    stays(
      'split-line',
      '出席今天開閘儀式的有：',
      '下灣鎮鎮長　米長庚；',
      '縣水利局工程師　柏守田；',
      '磨刀溪各村的代表。',
    )
    stays('split-line', '今年要實現這樣的目標：', '修渠四十里；', '渠邊種樹六千棵以上；', '水費收繳一分不差。')
    const lines = ['今年的目標是這樣的，說了許多遍。', '東片要把老溝疏通；', '西片要把缺口補上。']
    expect(repaired('split-line', ...lines)).toEqual([lines[0], lines.slice(1).join('')])
  })

  test('short lines of one length below a colon keep their places, whatever announces them', () => {
    stays('split-line', '渠首的門上有三句話：', '鑰匙不離身；', '話不帶出門；', '一人不開閘。')
    const lines = ['去年漏水的原因有三個：', '螃蟹打洞的九處；', '樹根、竹鞭頂裂的七處；', '鋤頭挖穿的三處。']
    expect(repaired('split-line', ...lines)).toEqual([lines.join('')])
  })

  test('a line of a program is no sentence', () => {
    stays('split-line', 'var slot_id = "u30000000";', '去年一年，我們修渠四十里。')
    stays('split-line', '$(".ad").html("下灣渠");', 'return slot + name;', '}')
    stays('split-line', '渠修好了；', 'document.write(slot);')
  })

  test('a dash stands before an item', () => {
    stays('split-line', '上閘要帶的東西：', '——雨衣一件；', '——手電一支；', '——耐心，多帶一點。')
  })

  test('a heading behind a semicolon is no continuation', () => {
    stays('split-line', '東片修水渠,西片種樹；', '青禾鎮水利講話篇二')
  })
})

describe('lines wrapped at a fixed width', () => {
  const WRAPPED = [
    '  各位鄉親，今天我們在這里召開全鎮春季植樹動員大',
    '會，主要任務是安排今年的植樹工作。去年冬天我們整',
    '修了四十里水渠，今年春天要把渠邊的空地都種上樹，',
    '種一棵活一棵，活一棵管一棵。',
    '  植樹的事，關鍵在人。每個村要有一名負責的同志，',
    '白天在地頭，晚上有小結，樹苗到了當天就要栽下去，',
    '不能過夜。',
  ]
  test('are joined into paragraphs where the page indents them', () => {
    expect(repaired('hard-wrap', ...WRAPPED)).toEqual([WRAPPED.slice(0, 4).join(''), WRAPPED.slice(4).join('')])
  })

  test('give one message a paragraph', () => {
    const { messages } = restore(WRAPPED.join('\n'), { only: ['hard-wrap'] })
    expect(messages.map(({ ruleId, place }) => [ruleId, place?.start.line, place?.end.line])).toEqual([
      ['hard-wrap-joined', 1, 4],
      ['hard-wrap-joined', 5, 7],
    ])
    expect(messages[1]?.expected).toEqual([WRAPPED[5]])
  })

  test('a page number stays between its lines', () => {
    const lines = [...WRAPPED.slice(0, 2), '- 3 -', ...WRAPPED.slice(2)]
    expect(repaired('hard-wrap', ...lines)).toEqual([
      WRAPPED.slice(0, 2).join(''),
      '- 3 -',
      WRAPPED.slice(2, 4).join(''),
      WRAPPED.slice(4).join(''),
    ])
  })

  test('a page of whole paragraphs is not touched', () => {
    stays('hard-wrap', ...WRAPPED.map((line) => line.repeat(4)))
    stays('hard-wrap', ...Array.from({ length: 8 }, (_, i) => '春風又綠江南岸。'.repeat((i % 3) + 1)))
  })
})
