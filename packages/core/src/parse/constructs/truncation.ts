/**
 * What a site writes where it leaves out a part of a speech, or where a page of the document starts, in the middle of
 * a line too.
 *
 *     全都搬走,古城就成了一隻空殼子。……此處隱藏1322個字……
 *                                   ^                  ^
 *     壩頂要再加高……(松針文庫www.example.org省略286字,會員可閱全文)
 *                ^                                                  ^
 *     第1頁共2頁本文格式為Word版,下載可任意編輯水庫工地動員講話
 *     ^                                        ^
 */
const OMISSION =
  /第 ?\d{1,4} ?[页頁][ /]{0,2}共 ?\d{1,4} ?[页頁](?:本文[^。\n]{0,16}可任意[编編][辑輯](?:和[复複][制製])?)?|此[处處](?:[隐隱]藏|省略)[^。，,!！]{0,12}字[)）】\]]?(?:…+|\.{3,})?|[(（【[][^()（）【】[\]。\n]{0,30}(?:[网網库庫站]|www|http)[^()（）【】[\]。\n]{0,50}省略 ?\d+ ?字[^()（）【】[\]。\n]{0,40}[)）】\]](?:…+|\.{3,})?/g
/** What may open the mark. */
const OPENS = '….(（【['

/** Whether a line, as printed, can hold such a mark. */
export function mayOmit(text: string): boolean {
  return /此[处處](?:[隐隱]藏|省略)|省略 ?\d|[页頁][ /]{0,2}共 ?\d|…{4}|\.{6}/.test(text)
}

/** Where such marks stand in a text as printed, in UTF-16 units, in order. */
export function findOmissions(text: string): { start: number; end: number }[] {
  let end = 0
  return [...text.matchAll(OMISSION)].map(({ index, 0: mark }) => {
    let start = index
    while (start > end && OPENS.includes(text[start - 1] as string)) start--
    end = index + mark.length
    return { start, end }
  })
}
