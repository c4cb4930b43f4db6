/**
 * Glossed traditional text of any length, written by us: no shifted run, no link torn out, glosses and half-width marks
 * as dense as on the page the project began with (some 53 glosses and 30 marks in 1,000 characters).
 */

/** A site's gloss set: the 46 characters of the catalogue's family A, each with its one reading. */
const GLOSSES = new Map(
  (
    '業yè 發fā 務wù 關guān 設shè 創chuàng 經jīng 領lǐng 產chǎn 現xiàn 權quán 質zhì 調diào 農nóng 優yōu 區qū 協xié ' +
    '結jié 規guī 穩wěn 統tǒng 聯lián 環huán 內nèi 術shù 戰zhàn 轉zhuǎn 態tài 網wǎng 構gòu 礎chǔ 執zhí 鄉xiāng 監jiān ' +
    '續xù 節jié 鎮zhèn 養yǎng 數shù 據jù 絡luò 衛wèi 醫yī 貿mào 側cè 驅qū'
  )
    .split(' ')
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
)

const PARAGRAPHS = [
  '同志們:今天我們在青禾縣召開全縣水利工作會議,主要任務是回顧去年的工作,分析當前面臨的形勢,安排今年冬天的渠道整修。剛才,幾個鄉的同志作了很好的發言,講得實在,聽了很受啟發。下面,我講三點意見。',
  '一、認清形勢,增強做好水利工作的責任感。去年以來各鄉各村圍繞“修一條渠、活一片田”的要求,把人力和物力集中到田間地頭,先后整修渠道一百二十里,新挖水塘三十六口,灌溉面積擴大了四成。實踐說明,水利是農業的命脈,什么時候抓得緊,什么時候收成就好。',
  '但是也要看到,我們的工作還有不少差距:有的村重建設、輕管護,渠道修好了沒有人管;有的村等靠思想嚴重,自己不動手,只等上面撥錢;還有的同志作風不實,下鄉走一圈就算調查研究。這些問題不解決,水利工作就難有大的起色。',
  '二、突出重點,抓好今冬明春的幾項工作。要先修主渠,再修支渠,最后把水引到田頭。要堅持專業隊伍與群眾投工相結合,堅持當年修、當年用,不留半截子工程。要把質量放在第一位,誰施工、誰負責,驗收不過關的,一律返工重來。',
  '三、加強領導,把責任落到人頭。縣里成立整修渠道的小組,由我擔任組長,每十天聽一次匯報,每個月開一次現場會。各鄉要有一名負責同志專門抓這件事,做到白天在工地、晚上有小結,遇到困難不推不躲。讓我們一起動手,把水渠修到每一塊田邊,用一個好收成來回報鄉親們的期望!',
  '經濟要發展,產業要轉型,關鍵在于把農民組織起來。青禾縣過去種什么、怎么種,都是各家各戶自己說了算;現在辦起了合作社,統一供種、統一技術服務、統一銷售,社員的心就齊了,地里的產量也就上去了。這個經驗要總結,也要推廣到全縣各個鎮。',
  '這里的山不高,水也不深,可是出門就是坡,下地先過溝。老人們常說三分靠天、七分靠手,天不下雨就從河里挑,河里沒有水就從井里打。一代一代的人就是這樣過來的,肩膀上的老繭比誰都厚。如今日子好了也不能忘了這股勁。今年春天干旱,東坡的麥子還是收了,靠的就是大家一擔一擔把水挑上山去。',
  '要關心基層干部的生活,關心老人和孩子,把衛生院建好,把學校的環境整治好。監督執行要跟上,數據要準確,網絡要通到每個村。醫生下鄉、技術人員下田,這兩件事要長期堅持下去,不能搞一陣風。',
]

/** A page of at least `units` UTF-16 code units. */
export function glossedPage(units: number): string {
  const paragraphs = PARAGRAPHS.map(glossed)
  const pieces: string[] = []
  for (let length = 0, i = 0; length < units; i++) {
    const paragraph = paragraphs[i % paragraphs.length] as string
    pieces.push(paragraph)
    length += paragraph.length + 1
  }
  return `${pieces.join('\n')}\n`
}

function glossed(paragraph: string): string {
  return [...paragraph].map((char) => (GLOSSES.has(char) ? `${char}(${GLOSSES.get(char)})` : char)).join('')
}
