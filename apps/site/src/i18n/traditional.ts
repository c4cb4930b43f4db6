import { loadConverter } from '@speeches/parser/script'

/** What the converter leaves, and what 繁體 readers know it by: words of the trade (the longer ones first), forms, quotation marks. */
const WORDS = new Map([
  ['文件夾', '資料夾'],
  ['文件', '檔案'],
  ['字節', '位元組'],
  ['字符', '字元'],
  ['鏈接', '連結'],
  ['信息', '資訊'],
  ['擴展名', '副檔名'],
  ['頁腳', '頁尾'],
  ['接口', '介面'],
  ['數據庫', '資料庫'],
  ['數據', '資料'],
  ['軟件', '軟體'],
  ['程序', '程式'],
  ['代碼', '程式碼'],
  ['腳本', '指令稿'],
  ['網絡', '網路'],
  ['內存', '記憶體'],
  ['搜索', '搜尋'],
  ['字段', '欄位'],
  ['運行', '執行'],
  ['裏', '裡'],
  ['着', '著'],
  ['爲', '為'],
  ['“', '「'],
  ['”', '」'],
  ['‘', '『'],
  ['’', '』'],
])
const WORD = new RegExp([...WORDS.keys()].join('|'), 'g')

/** Loads what turns the site's own 简体 text into 繁體. Pages are converted character by character, and not by this. */
export async function loadTraditional(): Promise<(text: string) => string> {
  const convert = await loadConverter('traditional')
  return (text) => convert(text).replace(WORD, (word) => WORDS.get(word) as string)
}
