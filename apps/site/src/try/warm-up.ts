import { parse } from '@speeches/parser'

/** A page like those that come, ours: glossed, shifted and torn as sites do it, with everything that a page may hold. */
const PAGE = `- 時間:2022-05-06 08:30:00
- 編輯:柳灣
講話稿是講話人事先寫好的文稿,下面是柳灣鄉(xiāng)渠道管護會議講話,共兩篇。
柳灣鄉(xiāng)渠道管護會議講話篇一
同志們:
今天,鄉(xiāng)黨委、鄉(xiāng)政府召開渠道管護會議,主要任務(wù)是總結(jié)去年的經(jīng)驗,部署今年的工作。剛才,水利站的陳水生同志作了發(fā)言,各村都要認真落實。去年全鄉(xiāng)修渠3.2公里,清淤1860方,受益農(nóng)戶增長12%,企業(yè)家?guī)ь^出資5萬元。在這里,我代表鄉(xiāng)政府表示感謝!下面,我講三點意見。
一、統(tǒng)一認識,增強責任感。
有的地方重建輕管,渠道年年淤;有的地方分工不明,設(shè)備沒人養(yǎng)護;還有的地方把任務(wù)當成負擔。要堅決執(zhí)行《渠道管護辦法》的規(guī)定,把經(jīng)濟發(fā)展和環(huán)境保護結(jié)合起來。
二、突出重點,抓好落實。
(一)要抓規(guī)劃。各村要在三月底以前把計劃報上來,網(wǎng)絡(luò)要暢通,數(shù)據(jù)要準確,鄉(xiāng)里統(tǒng)一調(diào)度。
(二)要抓質(zhì)量。一是材料要過關(guān);二是施工要過關(guān);三是驗收要過關(guān)?!鞍倌甏笥?質(zhì)量第一”,這句話什麼時候都不過時。
1、建立台賬。誰負責,負什麼責,都要寫清楚。
2、加強監(jiān)督。每個月檢查兩次,結(jié)果張榜公布。
三、加強領(lǐng)導,形成合力。
首先,主要領(lǐng)導要親自抓;其次,各部門要協(xié)調(diào)配合;最后,要關(guān)心群眾的生產(chǎn)生活,內(nèi)外結(jié)合,上下聯(lián)動?!猎隆寥找郧巴瓿傻谝黄诠こ?。
同志們,讓我們立即行動起來,為建設(shè)美麗柳灣而努力奮斗!
謝謝大家!
柳灣鄉(xiāng)渠道管護會議講話篇二
各位代表、各位來賓:
大家好!我是二組的李春生,今天能在這里發(fā)言,心里很激動。農(nóng)業(yè)要發(fā)展,水利要先行,產(chǎn)業(yè)轉(zhuǎn)型離不開好的條件。
我家養(yǎng)了20只羊,種了15畝地,以前澆一次水要等三天,現(xiàn)在一個上午就夠了。
要落實《。
河道管理。
條例》的規(guī)定,把標準定下來,
東片修渠;
西片種樹;
南片修路。
希望大家多提意見。祝各位身體健康,萬事如意!
柳灣鄉(xiāng)政府
2022年5月6日
相關(guān)文章:
- 春耕動員會講話(精選3篇)
- 關(guān)于開展環(huán)境衛(wèi)生整治行動的動員講…
`

/** How often the page stands in what is parsed, and how often that is parsed: until code is compiled and tables are made. */
const COPIES = 2
const TIMES = 24

/**
 * Parses until the first page comes. Each time is a task of its own: a page that comes meanwhile waits for one at most.
 *
 * @returns what ends it
 */
export function warmUp(): () => void {
  let left = TIMES
  let next = setTimeout(once)
  return () => clearTimeout(next)

  function once(): void {
    parse(PAGE.repeat(COPIES)).edits.at(0)
    left--
    if (left > 0) next = setTimeout(once)
  }
}
