import { readFileSync } from 'node:fs'

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
  '同志們:今天我們在這里召開青禾縣農業產業結構調整和農村經濟發展工作會議,主要任務是總結去年以來全縣推進農業結構調整的做法和經驗,研究當前農村工作中遇到的新情況新矛盾,安排部署今年冬天和明年春天的幾項重點工作。剛才三個鄉鎮的主要負責同志結合自己的實際作了很好的發言。下面我講三點意見。',
  '一、要從全縣大局出發認清形勢。過去三年里各鄉各村按照“修一條渠、活一片田、富一方人”的工作思路把人力和財力集中到田間地頭,全縣先后整修主要渠道一百二十里、新挖大小水塘三十六口,新增和恢復灌溉面積八千多畝;農民人均收入比三年前增加了近四成。實踐說明水利是農業的命脈,產業是農民的飯碗。',
  '但是也要看到我們的工作離群眾的要求還有不小的差距。有的村重視建設,輕視管護,渠道修好以后沒有專人看守;有的村等靠思想還比較嚴重;還有少數同志作風不夠扎實,把下鄉轉一圈當成調查研究的全部內容。這些問題不解決就談不上農村經濟的全面發展。',
  '二、要突出重點抓好今冬明春的各項工作。水利建設要先修主渠,再修支渠,最后把水引到每一塊田頭。產業發展要以現有的茶葉和果木兩個優勢產業為龍頭,帶動加工和運輸業的發展。合作社要在統一供種、統一技術、統一銷售的基礎上逐步把加工環節也辦起來。監督執行要有專門的人和專門的制度;數據要準確可靠。',
  '三、要切實加強對農村工作的領導。縣里決定,成立由我擔任組長的農業結構調整領導小組,并從有關科室抽調十二名業務骨干組成辦公室。各鄉鎮要明確一名負責同志,具體抓這項工作。衛生、網絡、道路等方面的建設任務要同農業生產結合起來統籌安排。讓我們團結一心用一個好收成來回報父老鄉親的期望!',
  '這里的山不高,水也不深,可是出門就是坡,下地先過溝。老人們常說三分靠天,七分靠手。天不下雨就從河里挑水上山;河里沒有水的年份,就從井里一桶一桶往上打。一代一代的人就是這樣過來的,所以每個人肩膀上的老繭都比石頭還厚。如今日子好過了也不能忘了這股不服輸的勁頭。今年春天雖然遇到了少見的干旱,但是東坡的麥子還是收了上來。',
  '大伙兒都記得,前年夏天那場大水來得急,半夜里山洪下來,沖走了溝口的木橋和兩戶人家的豬圈。天還沒有亮,東坡的青年人就扛著木頭往溝口趕,你抬頭我抬尾,到晌午時分,一座新的木橋就架起來了。有人要給他們記工分,他們說,橋是大家走的,記什么工分!',
  '那天夜里下著小雨。石板路上的燈籠一盞一盞亮著,照著從山里回來的人。走在前面的老人手里拿著一根竹杖、背上背著一只裝滿野果的竹簍,后面跟著他的孫子和一條黃毛的老狗。他們在祠堂門口停了一會兒。老人指著墻上的石刻慢慢地念給孫子聽:水是命,土是根,人心是天底下最硬的石頭。孫子似懂非懂地點了點頭。',
  '一個人的力氣有大有小而一村人的力氣合在一起就能把山移走。從前修路的時候沒有炸藥也沒有鐵釬,青年人用火把石頭燒紅再用冷水澆上去,石頭自己就裂開了。這個土辦法是老石匠教的。他后來說過一句話:怕苦的人一輩子都在吃苦,不怕苦的人只苦一陣子。',
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

/** The page that the setting SPEECHES_FOUNDING names, without its shifted lines; undefined where none is named. */
export function foundingPage(): string | undefined {
  const path = process.env.SPEECHES_FOUNDING
  return path ? withoutShifted(readFileSync(path, 'utf8')) : undefined
}

/** A shifted run holds a `?`; repairing it is measured with the restoration. */
function withoutShifted(page: string): string {
  return page
    .split('\n')
    .filter((line) => !line.includes('?'))
    .join('\n')
}
