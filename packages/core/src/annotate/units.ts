/**
 * What figures are counted in, simplified, with the characters behind which it is another word
 * (人民 is no 人). Longer units are tried first.
 */
const UNITS: Record<string, string> = {
  '%': '',
  '‰': '',
  个百分点: '',
  百分点: '',
  // money 金額
  元: '旦素月宵帅首',
  美元: '',
  欧元: '',
  港元: '',
  日元: '',
  块: '',
  // people and households 人與戶
  人: '民大均才工为生类',
  人次: '',
  案次: '',
  车次: '',
  班次: '',
  名: '牌单义校列',
  位: '于置列居',
  户: '外籍型',
  户次: '',
  // things 事物
  个: '体性',
  家: '庭长园乡务教',
  件: '',
  项: '目',
  条: '件例款',
  起: '来到点步草',
  次: '序日',
  场: '所地馆面',
  所: '有以需在属长',
  座: '谈位右',
  套: '路',
  辆: '',
  台: '阶湾账',
  张: '贴',
  份: '额内',
  册: '',
  本: '市县省村镇校科地届次年着职人来报单',
  篇: '章幅',
  版: '本面权',
  支: '部持付出书',
  只: '有要是能',
  期: '间待望',
  头: '脑',
  匹: '配',
  株: '',
  棵: '',
  间: '',
  栋: '',
  幢: '',
  处: '级理于在长室罚',
  口: '号径岸',
  眼: '',
  宗: '旨教',
  批: '准评示',
  例: '如会外',
  枚: '',
  幅: '度',
  副: '书主',
  双: '方',
  对: '于待口接象标照',
  组: '织长合建成',
  队: '伍员长',
  倍: '',
  成: '为立员果效长',
  票: '',
  页: '',
  字: '',
  门: '口类店',
  盏: '',
  把: '',
  箱: '',
  袋: '',
  瓶: '',
  桶: '',
  趟: '',
  堂: '',
  节: '约日能',
  课时: '',
  学时: '',
  盘: '',
  桌: '',
  块次: '',
  // time 時間
  年: '级代龄轻度初底末',
  周年: '',
  个月: '',
  周: '边岁',
  天: '然下津地气',
  小时: '候',
  分钟: '',
  秒: '',
  岁: '月',
  周岁: '',
  分: '之别析公为类店局厂校会部行支析子布',
  // measures 計量
  米: '',
  公里: '',
  千米: '',
  厘米: '',
  毫米: '',
  里: '程面边',
  平方米: '',
  平方公里: '',
  立方米: '',
  方: '面法式案向针便',
  亩: '',
  公顷: '',
  吨: '',
  公斤: '',
  千克: '',
  克: '服',
  斤: '',
  升: '级至到',
  毫升: '',
  度: '假过',
  千瓦: '',
  千瓦时: '',
  兆瓦: '',
  千伏: '',
  吨标准煤: '',
  标箱: '',
  '℃': '',
  '㎡': '',
}

/** The units of a list as a pattern, each with what must not follow it, the longer ones first. */
function patternOf(units: readonly string[]): string {
  const sorted = [...units].sort((a, b) => b.length - a.length)
  return `(?:${sorted.map((unit) => (UNITS[unit] ? `${unit}(?![${UNITS[unit]}])` : unit)).join('|')})`
}

/** Folded units, for use in patterns. */
export const UNIT = patternOf(Object.keys(UNITS))

/** Units that Chinese numerals make other words with: 十分, 百度, 四方, 十成, 一萬門. */
const NO_FIGURES = [...'分成度方对双副把例门口节处眼字张盘本面周版宗']

/** What Chinese numerals count when they state a figure. */
export const FIGURE_UNIT = patternOf(Object.keys(UNITS).filter((unit) => !NO_FIGURES.includes(unit)))

/** What points are counted in: 十個方面, 十二項任務. */
export const POINT_UNITS = '个项条件次'
