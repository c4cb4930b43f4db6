import { createMessage } from '../messages/finding.ts'
import type { Leaf } from './lines.ts'
import type { Rule } from './rule.ts'

/**
 * Frequent characters whose two forms are each at home in one script only, simplified before traditional.
 * 里, 后, 台 and the like, which traditional text has too, are not among them. After OpenCC’s STCharacters.
 */
const PAIRS =
  '们們这這为為国國学學习習会會说說时時来來对對发發业業动動产產经經济濟进進过過还還关關开開问問题題实實现現义義务務员員队隊书書记記长長东東车車见見让讓认認识識议議论論设設计計证證话話请請读讀课課谁誰谈談贡貢财財责責贯貫费費资資质質赛賽团團围圍图圖圆圓场場坚堅坏壞块塊报報担擔拥擁择擇损損换換维維综綜统統给給级級组組织織结結绩績绿綠缘緣编編网網罗羅职職联聯节節农農华華单單卫衛历歷压壓县縣参參双雙变變号號听聽启啟响響头頭奋奮奖獎妇婦孙孫宝寶审審导導将將层層岁歲帮幫带帶广廣庆慶应應庄莊张張归歸当當总總悬懸惊驚战戰扬揚抚撫护護挥揮劳勞势勢办辦励勵劝勸医醫协協领領顺順须須顾顧顿頓预預频頻风風飞飛饭飯馆館马馬驾駕验驗鱼魚鲜鮮鸡雞麦麥黄黃齐齊龙龍门門闪閃闭閉闻聞阅閱阳陽阶階际際陆陸险險难難页頁贫貧购購贵貴贸貿赞贊轻輕较較输輸辉輝转轉轮輪软軟边邊达達迁遷运運连連远遠违違适適选選递遞遗遺邮郵邻鄰释釋针針钟鐘钢鋼钱錢铁鐵银銀销銷锋鋒错錯锻鍛镇鎮继繼续續'

let scripts: Uint8Array | undefined
const SIMPLIFIED = 1
const TRADITIONAL = 2

function scriptTable(): Uint8Array {
  if (scripts) return scripts
  scripts = new Uint8Array(0x10000)
  for (let at = 0; at < PAIRS.length; at += 2) {
    scripts[PAIRS.charCodeAt(at)] = SIMPLIFIED
    scripts[PAIRS.charCodeAt(at + 1)] = TRADITIONAL
  }
  return scripts
}

/** A paragraph is mixed when the rarer script has at least so many characters, and such a part of both. */
const FEWEST = 2
const PART = 0.1

/** Speeches with a paragraph in both scripts; the first such paragraph speaks for its speech. */
export const mixedScripts: Rule = (report, _, { page }) => {
  if (page && !hasBoth(page.units)) return {}
  let isSaid = false
  return {
    speech() {
      isSaid = false
    },
    line(line, leaves) {
      if (isSaid || !isMixed(leaves)) return
      isSaid = true
      report(createMessage('mixed-scripts', line.position))
    },
  }
}

/** Whether a text has characters of either script at all. */
function hasBoth(units: Uint16Array): boolean {
  const table = scriptTable()
  let seen = 0
  let at = 0
  // Four at a time, for the reason that `unitsOf` gives.
  for (const last = units.length - 4; at <= last; at += 4) {
    seen |=
      (table[units[at] as number] as number) |
      (table[units[at + 1] as number] as number) |
      (table[units[at + 2] as number] as number) |
      (table[units[at + 3] as number] as number)
  }
  for (; at < units.length; at++) seen |= table[units[at] as number] as number
  return seen === (SIMPLIFIED | TRADITIONAL)
}

function isMixed(leaves: readonly Leaf[]): boolean {
  const table = scriptTable()
  let simplified = 0
  let traditional = 0
  for (const { type, value } of leaves) {
    if (type === 'noise') continue
    for (let at = 0; at < value.length; at++) {
      const script = table[value.charCodeAt(at)] as number
      simplified += script & SIMPLIFIED
      traditional += script >> 1
    }
  }
  const rarer = Math.min(simplified, traditional)
  return rarer >= FEWEST && rarer >= PART * (simplified + traditional)
}
