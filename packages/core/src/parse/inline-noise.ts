/**
 * A site's notice in brackets in the middle of a sentence.
 *
 *     大家都知道(本帖轉自海港論壇,轉載請保留出處)這件事
 *               ^                             ^
 */
const NOTICE =
  /[(（【[](?:本文|本帖|本貼|本贴|此文)[^()（）【】[\]]{0,30}(?:轉載|转载|出處|出处|整理|來自|来自|轉自|转自|來源|来源)[^()（）【】[\]]{0,20}[)）】\]]/g

/** Where such notices stand in the text between two offsets, in order. */
export function findNotices(text: string, start: number, end: number): { start: number; end: number }[] {
  const said = text.slice(start, end)
  if (!/[(（【[][本此]/.test(said)) return []
  return [...said.matchAll(NOTICE)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
}
