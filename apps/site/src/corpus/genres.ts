/** Kinds of speech, and the words of 简体 titles that name them. */
const WORDS = {
  address: ['讲话', '讲话稿', '讲话材料', '讲稿', '谈话'],
  oration: ['演讲', '演讲稿', '演讲词', '演说', '讲演'],
  remarks: ['发言', '发言稿', '发言材料', '表态'],
  greeting: [
    ...['致辞', '致词', '贺词', '贺辞', '祝词', '祝辞', '祝酒词', '祝酒辞', '献词', '寄语', '开场白', '悼词', '悼辞'],
    ...['欢迎词', '欢迎辞', '欢送词', '欢送辞', '答谢词', '答谢辞', '开幕词', '开幕辞', '闭幕词', '闭幕辞'],
  ],
  hosting: ['主持词', '主持稿', '主持', '串词', '串联词'],
  duty: ['述职', '述职报告', '述职述廉', '述廉', '述廉报告'],
  report: ['报告', '汇报', '汇报材料', '总结', '通报'],
  appeal: ['动员', '动员会', '倡议', '倡议书', '誓师', '誓词', '宣誓', '宣言'],
  lecture: ['讲座', '党课', '宣讲', '宣讲稿', '报告会', '讲课'],
  candidacy: ['竞聘', '竞选', '竞职', '竞岗', '竞聘词', '竞选稿', '自我介绍'],
  reflection: ['心得', '心得体会', '体会', '感言', '感想'],
} as const satisfies Record<string, readonly string[]>

/** A kind of speech; `other` where no word names one. */
export type Genre = keyof typeof WORDS | 'other'

export const GENRES = [...Object.keys(WORDS), 'other'] as Genre[]

const NAMED = Object.entries(WORDS).flatMap(([genre, words]) => words.map((word) => ({ genre: genre as Genre, word })))

/**
 * The kind of speech that a title names: the word that ends last says it, the longer of two that end together.
 *
 *     演讲比赛开幕式上的讲话     述职报告
 *     ^^           ^^ this         ^^^^ this, and not 报告
 *
 * @param title in 简体
 */
export function genreOf(title: string): Genre {
  let last = { genre: 'other' as Genre, end: 0, length: 0 }
  for (const { genre, word } of NAMED) {
    const end = title.lastIndexOf(word) + word.length
    if (end < word.length) continue
    if (end > last.end || (end === last.end && word.length > last.length)) last = { genre, end, length: word.length }
  }
  return last.genre
}
