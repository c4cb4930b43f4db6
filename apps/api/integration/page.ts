/** Pages of our own: speeches at places that do not exist, no two alike. */

const SENTENCES = [
  '今年以来，全村修渠三里，种树八百棵，大家都出了力。',
  '会计要把账目一笔一笔写清楚，每个月十五日贴到村口。',
  '青年人要多读书，老年人要常走动，邻里之间要互相照应。',
  '雨季快到了，堤上的每一段都要有人看守，夜里轮班。',
  '合作社去年卖出苹果十二万斤，比上年增长百分之八。',
  '学校的屋顶已经翻新，操场也平整好了，九月一日按时开学。',
]

/** A page of some items, each with `paragraphs` paragraphs. */
export function pageOf(seed: number, paragraphs = 3): string {
  const lines = [`河湾村第${seed}次全体大会讲话`, '各位乡亲：', `今天是我们第${seed}次开会，我讲三点意见。`]
  for (let i = 0; i < paragraphs; i++) {
    if (i % 3 === 0 && i < 9) lines.push(`${'一二三'[i / 3]}、第${seed}年要办好的事`)
    lines.push(`${SENTENCES[(seed + i) % SENTENCES.length]}编号${seed}之${i}。`)
  }
  return [...lines, '谢谢大家！', ''].join('\n')
}
