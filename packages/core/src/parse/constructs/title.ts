/** Whether a folded line can be a title: short, one phrase, no sentence. */
export function isTitleLike(head: string, length: number): boolean {
  if (length < 2 || length > 60) return false
  if (/[。;!?,:…~]$/.test(head) || /[。;]/.test(head)) return false
  if (!/[一-龥]/.test(head)) return false
  return !/^(?:[(（—-]|[一二三四五六七八九十]、|\d+[、.])/.test(head)
}

/** What two printings of one title have in common: blanks, brackets with counts and labels, extension and numbers left out. */
function core(title: string): string {
  return title
    .replace(/\.(?:docx?|pdf|txt|wps|html?)$/i, '')
    .replace(/[([【（][^()[\]【】]{0,16}[)\]】]/g, '')
    .replace(/[\s\-_|–—“”‘’《》]+/g, '')
    .replace(/(?:范文)?(?:\d+|[一二三四五六七八九十]+)篇$|篇(?:\d+|[一二三四五六七八九十]+)$/, '')
}

/** Whether two folded lines print the same title, one with a suffix perhaps. */
export function sameTitle(a: string, b: string): boolean {
  const [first, second] = [core(a), core(b)]
  if (first === '' || second === '') return false
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  return long === short || (short.length >= 5 && long.length <= short.length + 12 && long.startsWith(short) && !/[。,;!?:]/.test(long))
}
