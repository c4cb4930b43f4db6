import { type ParseResult, parse } from '@speeches/core'
import type { NewPage } from '../store.ts'

/** A page as a reader and the parser would hand it in. */
export function pageOf(text: string, options: Partial<Omit<NewPage, 'source' | 'result'>> = {}): NewPage {
  return {
    source: { bytes: new TextEncoder().encode(text), text, encoding: 'utf-8', format: 'text' },
    result: parse(text),
    parser: '1.0.0',
    ...options,
  }
}

/** A page that is nothing but these paragraphs, in one speech, with the ids that are given. */
export function pageOfParagraphs(name: string, paragraphs: readonly { id: string; text: string }[]): NewPage {
  const text = `${name}\n${paragraphs.map((paragraph) => paragraph.text).join('\n')}`
  let offset = name.length + 1
  const children = paragraphs.map(({ id, text: value }) => {
    const position = { start: pointAt(offset), end: pointAt(offset + value.length) }
    offset += value.length + 1
    return { type: 'paragraph' as const, id, position, children: [{ type: 'text' as const, value, position }] }
  })
  const result: ParseResult = {
    version: 1,
    collection: {
      type: 'collection',
      title: null,
      titleFrom: null,
      metadata: { published: null, editor: null, author: null, source: null, format: null, fields: {} },
      children: [
        {
          type: 'item',
          ordinal: 1,
          printedOrdinal: null,
          children: [{ type: 'speech', id: name, announced: [], children }],
        },
      ],
    },
    edits: [],
    messages: [],
  }
  return { source: { bytes: new TextEncoder().encode(text), text, encoding: 'utf-8' }, result, parser: '1.0.0' }
}

/** Lines and columns do not matter to the store. */
function pointAt(offset: number) {
  return { line: 1, column: offset + 1, offset }
}

/** A collection in traditional characters, clean. */
export const LIBRARY = `- 時間：2021-03-15
- 來源：青禾文庫
- 編輯：阿禾

青禾鎮圖書館座談會講話篇一

各位館員、各位讀者：

今天，我們在青禾鎮圖書館召開座談會。下面，我講兩點意見。

一、開放書庫

書庫要向全鎮居民開放。《青禾鎮借閱辦法》已經印發，請大家照著辦。

二、修繕閱覽室

閱覽室的屋頂漏雨，今年秋天一定要修好。

最後，祝大家讀書愉快！謝謝大家！

青禾鎮圖書館座談會講話篇二

同志們：

閱覽室的屋頂漏雨，今年秋天一定要修好。

借書證免費辦理，GDP 再高也不收錢。

我的發言完了。
`

/** A page of another site in simplified characters, with one paragraph of the same words. */
export const MARKET = `时间：2022-07-01 10:20 来源：柳塘网 作者：文舟

柳塘镇集市讲话

乡亲们：

柳塘镇的集市办了十年，集市越办越大，集市的名声也越传越远。

阅览室的屋顶漏雨，今年秋天一定要修好。

集市上的摊位要排整齐，过道要留宽。

祝大家生意兴隆！
`

/** Glossed, as some sites print: each gloss an edit. */
export const HARBOUR = `- 時間：2020-05-05
- 來源：潮汐網

白沙港碼頭講話

同志們(zhì)：

白沙港的碼頭要建(jiàn)設(shè)成全縣(xiàn)最好的碼頭。建(jiàn)設(shè)碼頭要靠大家，維護(hù)碼頭也要靠大家，全縣(xiàn)都來出力。

碼頭的燈(dēng)塔要維護(hù)好。維護(hù)燈(dēng)塔的同志最辛苦，建(jiàn)設(shè)的同志也辛苦。

謝(xiè)謝(xiè)大家！
`
