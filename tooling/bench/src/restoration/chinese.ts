/** The prose of the page: each paragraph, heading and caption, its lines joined, in Chinese. */
const PROSE: Readonly<Record<string, string>> = {
  '# How well damaged runs are restored': '# 损坏处修复得怎样',
  'Fifty-four clean pages of five genres, written for this project as sites print them (some 3,400 characters each, most of them collections of speeches on one subject), were damaged as sites damage theirs and restored. Nobody had looked at them, nor at how they are restored, while rules, counts and margins were made. The word tables: the small one that is always there, and the full one of `@speeches/parser/lexicon`. The gloss sets: the one of a single site (founding), one of 150 characters (wide), nearly all characters (full), and sets drawn at random, one for each page. Runs count where they stand; the columns behind “distinct” count those once that pages repeat. Flagged is right but for a character that is provably lost; harm is what was changed where nothing was damaged. Made by `pnpm --filter @speeches/bench restoration --write`.':
    '为本项目照网站印的样子写的五种体裁的五十四个完好网页（每页约三千四百字，多数是同一题目的几篇讲话），照网站的做法损坏，再修复。制定规则、统计词语、定所要求的领先量时，没有人看过它们，也没有看过它们修复得怎样。词表：小的随时都在，全的是 `@speeches/parser/lexicon`。夹注集：单一网站的一套（单站）、一百五十个字的一套（较广）、几乎所有的字（全），以及每页随机抽取的一套。损坏处在哪里出现就算在哪里；“不同的”以后的两栏，几个网页都有的只算一次。“对而缺字”是除了可以证明已经丢失的字以外都对；“误伤”是没有损坏却改动了的。由 `pnpm --filter @speeches/bench restoration --write` 生成。',
  'Sites that print their glosses otherwise, with the gloss set called wide:': '夹注印法不同的网站，用“较广”的夹注集：',
  'Pages that repeat words, each in six sentences:': '词语反复出现的网页，每个词用在六个句子里：',
  'What a certainty is worth (the runs of all tables above):': '一种把握有多可靠（以上各表中的损坏处）：',
  'How far to trust a lead (the same runs):': '领先多少可以信到什么程度（同样的损坏处）：',
}

/** The cells of its tables that are words; `full` is a set of glosses in one column and a word table in another. */
const CELLS: Readonly<Record<string, string>> = {
  'gloss set': '夹注集',
  'word table': '词表',
  pages: '网页',
  runs: '损坏处',
  distinct: '不同的',
  'right of those': '其中对的',
  right: '对',
  flagged: '对而缺字',
  refused: '不改',
  wrong: '错',
  'wrong of answered': '错占已改的',
  'harm / 100,000': '误伤／十万字',
  'ms a run: median': '每处毫秒数：中位',
  'worst page': '最慢的网页',
  founding: '单站',
  wide: '较广',
  full: '全',
  random: '随机',
  small: '小',
  'plain, toneless': '普通，无声调',
  'blank behind': '后带空格',
  'blank behind, toneless': '后带空格，无声调',
  'blank before': '前带空格',
  'blank before, toneless': '前带空格，无声调',
  doubled: '字和括号印两遍',
  'doubled, toneless': '字和括号印两遍，无声调',
  certainty: '把握',
  'best reading right': '最好的读法是对的',
  certain: '确定',
  likely: '很可能',
  unsure: '没有把握',
  'lead in nats': '领先（奈特）',
  'no other reading': '没有别的读法',
}

/**
 * The page of the benchmark in 简体中文, with the same figures.
 *
 * @param page its Markdown in English
 * @throws an `Error` that names the words which are not in the tables
 */
export function inChinese(page: string): string {
  return page.split('\n\n').map(blockInChinese).join('\n\n')
}

function blockInChinese(block: string): string {
  if (block.startsWith('|')) return block.split('\n').map(rowInChinese).join('\n')
  return wordIn(PROSE, block.trim().replaceAll('\n', ' ')) + (block.endsWith('\n') ? '\n' : '')
}

function rowInChinese(row: string): string {
  return row
    .split(' | ')
    .map((cell) => cell.replace(/[^|\s](?:[^|]*[^|\s])?/, cellInChinese))
    .join(' | ')
}

/** A figure stays as it is; a band of leads is two figures. */
function cellInChinese(cell: string): string {
  const [, from, to] = /^(\S+) to (\S+)$/.exec(cell) ?? []
  if (from !== undefined) return to === 'Infinity' ? `${from} 以上` : `${from} 到 ${to}`
  return /[a-z]/.test(cell) ? wordIn(CELLS, cell) : cell
}

function wordIn(table: Readonly<Record<string, string>>, english: string): string {
  const chinese = table[english]
  if (chinese === undefined) throw new Error(`restoration/chinese.ts does not have: ${english}`)
  return chinese
}
