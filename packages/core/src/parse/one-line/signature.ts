/** Who signs below the last sentence, and when: 散會!村委會主任 羅湘 2011年3月5日 */
export function findSignature(folded: string, end: number): readonly number[] {
  const from = Math.max(0, end - SIGNED)
  const said = folded.slice(from, end).trimEnd()
  const to = from + said.length
  const [, name = '', date = ''] = SIGNATURE.exec(said) ?? []
  if (date === '')
    return end === folded.length ? [to - (NAMED.exec(said)?.[1]?.length ?? 0)].filter((at) => at < to) : []
  return name.trim() === '' ? [to - date.length] : [to - date.length - name.length, to - date.length]
}

/** Name and date have together at most so many units. */
const SIGNED = 60

const SIGNATURE =
  /[。!?”)] *((?:[^。,;!?“” ]{2,16} +){0,3}|[^。,;!?“” \d]{2,16})((?:\d{4}|[二一][零○一二三四五六七八九]{3}|20[xX×*]{2}) ?年[^。,;!?: ]{1,8}[日号月])$/

/** 祝大家一路順風! 退休船員 江一帆 */
const NAMED = /[。!?”)] +([^。,;!?:()“”\d ]{2,14}(?: +[一-龥·]{2,4})?)$/
