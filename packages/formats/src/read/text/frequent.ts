/**
 * The hanzi that are most frequent in running text, simplified and traditional. Two in three characters of a speech are
 * among them, and of bytes read in the wrong encoding one in ten.
 */
const FREQUENT = [
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事',
  '成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此',
  '已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文体政美相见被利什二等产或新己制身果加西月话合回特代内信',
  '表化老给世位次度门任常先海通教原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四总何电数安少报才结反',
  '受目太量再感建务做接必场件计管期市直资命山金指许统区保至队形社便空决治展科五基书非则听白却界达光放强即难且权思完设式',
  '路记南品住告类求据程北边张该交规万取望觉术领共确传师观清今切院让识带导争运志党村级组织委县镇乡亲校师谢祝愿尊敬干部群众',
  '這個們來為國說時會對經過發後裡裏種學現當沒動還進樣開從實無與長機關點業將兩間問並應頭體見產話內門東聲員論處義幾認條係氣',
  '題變電數報結務場計資統區隊決書則聽達強難權設記類據邊張該規萬覺術領傳師觀讓識帶導爭運黨級組織縣鎮鄉親謝願幹眾團總農戰',
].join('')

/** Whether a code is that of one of the most frequent hanzi. */
export function isFrequent(code: number): boolean {
  table ??= new Set([...FREQUENT].map((char) => char.charCodeAt(0)))
  return table.has(code)
}

let table: Set<number> | undefined
