const TURN =
  /^[(【]?(?:男|女|合|男女|齐|众|全体|甲|乙|丙|丁|戊|[A-D]|主持人?|男主持人?|女主持人?|主持人?[甲乙丙丁A-D12]|[甲乙丙丁A-D]主持人?|领|领誓人|主|师|生|老师|学生|旁白|画外音|司仪|男[12甲乙]|女[12甲乙]|学生[甲乙丙丁\d]|教师[甲乙]?)[)】]?(?:\([^()]{1,10}\))?[:：]/

const STARTS: ReadonlySet<string> = new Set('(【男女合齐众全甲乙丙丁戊ABCD主领师生老学旁画司教')

/** Units of the turn label at the head of a folded line in a script, 0 where there is none: 男: */
export function turnLength(head: string): number {
  if (!STARTS.has(head[0] as string)) return 0
  return TURN.exec(head)?.[0].length ?? 0
}
