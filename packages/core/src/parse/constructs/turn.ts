/** What scripts call their readers. */
const LABELS = `
  男 女 合 男女 男女合 齐 齐声 众 众人 全 全体 全场 男声 女声 男生 女生 童声 男主持人? 女主持人? 男[一二三12甲乙] 女[一二三12甲乙] 男主持[甲乙12] 女主持[甲乙12]
  甲 乙 丙 丁 戊 甲乙 丙丁 甲乙合 甲乙丙丁 [A-D] AB 主 主持 主持人 主持人?[甲乙丙丁A-D12一二三四] [甲乙丙丁A-D]主持人? 领 领读 领诵 领唱 领誓 领誓人
  师 生 老师 学生 教师 学生[甲乙丙丁\\d一二三四] 教师[甲乙一二]? 旁白 画外音 画外 解说 解说员 司仪
`
  .trim()
  .split(/\s+/)
  .join('|')
//  男:    (合)    主持人甲(走上臺):
const TURN = new RegExp(`^(?:[(【]?(?:${LABELS})[)】]?(?:\\([^()]{1,10}\\))?:|[(【](?:${LABELS})[)】])`)

const STARTS: ReadonlySet<string> = new Set('(【男女合齐众全甲乙丙丁戊ABCD主领师生老学旁画司教童解')

/** Units of the turn label at the head of a folded line in a script, 0 where there is none: 男: */
export function turnLength(head: string): number {
  if (!STARTS.has(head[0] as string)) return 0
  return TURN.exec(head)?.[0].length ?? 0
}
