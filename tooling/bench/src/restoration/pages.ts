import { readFileSync } from 'node:fs'
import { createRandom } from '@speeches/channel'

/** The kinds of speech the sentences are written for. */
export const genres = ['government', 'school', 'company', 'ceremony', 'health'] as const

export type Genre = (typeof genres)[number]

/**
 * Sentences for tuning, and those that margins were set on; whole pages that margins were set on (`pages`), and those
 * that nothing was made by and of which only totals are looked at (`held-out`).
 */
export type Share = 'tuning' | 'measuring' | WholeShare

/** Shares whose pages were written whole. */
export type WholeShare = 'pages' | 'held-out'

/** What goes into the slots of the sentences; the places and people do not exist. */
const FILLERS: Record<string, readonly string[]> = {
  area: ['市', '县', '区', '镇'],
  place: ['青溪', '云岭', '松江湾', '白石', '临川坝', '望海'],
  work: ['安全生产工作', '招商引资工作', '乡村振兴工作', '教育工作', '生态环境保护工作', '农田水利建设', '项目建设'],
  slogan: ['创先争优', '求真务实', '勤学善思', '服务群众', '强基固本', '团结奋进', '敬业奉献', '全面振兴'],
  doc: ['安全生产责任制实施办法', '关于加强基层建设的意见', '环境保护条例', '机关工作规则', '网络安全法', '职工手册'],
  book: ['平凡的道路', '少年行', '远山的呼唤'],
  song: ['渔舟唱晚', '赛马', '茉莉花开', '欢乐的海洋'],
  grade: ['初一年级', '高三年级', '六年级', '初二年级'],
  name: ['陈志远', '林晓燕', '黄海涛', '周静怡', '许国强'],
  month: ['三', '六', '九', '十一', '12'],
  small: ['三', '五', '十二'],
}

const TITLES: Record<Genre, readonly string[]> = {
  government: ['全{area}{work}会议讲话', '在干部大会上的讲话'],
  school: ['开学典礼演讲稿', '毕业典礼发言稿', '国旗下讲话稿'],
  company: ['公司年会总经理致辞', '安全生产动员会讲话稿'],
  ceremony: ['婚礼主持词', '同学聚会发言稿', '运动会开幕词'],
  health: ['环保倡议演讲稿', '健康知识讲座讲话稿', '法治宣传日讲话'],
}

const SALUTATIONS: Record<Genre, readonly string[]> = {
  government: ['同志们：', '各位领导，同志们：'],
  school: ['尊敬的老师们、亲爱的同学们：', '老师们、同学们：'],
  company: ['各位同事、女士们、先生们：', '同志们：'],
  ceremony: ['各位来宾、亲爱的朋友们：', '尊敬的各位嘉宾：'],
  health: ['各位居民朋友：', '尊敬的各位老师、同学们：'],
}

/** How many sentences a page has at most. */
const SENTENCES = 34

/** A clean page of a genre, in simplified characters: title, salutation, some eight paragraphs. */
export function makePage(genre: Genre, seed: number, share: Share): string {
  if (share === 'pages' || share === 'held-out') return wholePage(share, genre, seed)
  const random = createRandom(seed * 7919 + genres.indexOf(genre))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const fill = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (_, slot: string) => filler(slot))
  const sentences = shuffle(sentencesOf(genre, share), random).slice(0, SENTENCES).map(fill)
  const paragraphs: string[] = []
  for (let from = 0; from < sentences.length; ) {
    const size = 1 + Math.floor(random() * 4)
    paragraphs.push(sentences.slice(from, from + size).join(''))
    from += size
  }
  return [fill(pick(TITLES[genre])), pick(SALUTATIONS[genre]), ...paragraphs, '谢谢大家！', ''].join('\n')

  function filler(slot: string): string {
    if (slot === 'num') return String(Math.floor(10 ** (1 + random() * 3)))
    if (slot === 'pct') return (random() * 40).toFixed(1)
    return pick(FILLERS[slot] as readonly string[])
  }
}

/** One of the pages of a genre that were written whole. */
function wholePage(folder: WholeShare, genre: Genre, seed: number): string {
  const pages = wholePages(folder, genre)
  return `${(pages[seed % pages.length] as string).trim()}\n`
}

/** All pages of a genre that were written whole. */
export function wholePages(folder: WholeShare, genre: Genre): readonly string[] {
  return readFileSync(new URL(`${folder}/${genre}.txt`, import.meta.url), 'utf8').split('\n\n')
}

/** How many words such a page repeats. */
const REPEATED = 8

/** A clean page and some words that come up again and again on it, each in a handful of sentences. */
export function makeRepeatingPage(genre: Genre, seed: number, share: Share): string {
  const random = createRandom(seed * 7919 + genres.indexOf(genre) + 1)
  const words = shuffle(linesOf('words.txt'), random).slice(0, REPEATED)
  const sentences = words.flatMap((word) => linesOf('frames.txt').map((frame) => frame.replace('{word}', word)))
  return `${makePage(genre, seed, share)}${shuffle(sentences, random).join('\n')}\n`
}

function sentencesOf(genre: Genre, share: Share): string[] {
  return linesOf(`${share}/${genre}.txt`)
}

function linesOf(file: string): string[] {
  return readFileSync(new URL(`sentences/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

function shuffle<T>(list: readonly T[], random: () => number): T[] {
  const shuffled = [...list]
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T]
  }
  return shuffled
}
