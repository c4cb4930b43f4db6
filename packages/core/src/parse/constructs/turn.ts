import { LETTERS, lettersAt } from '../letters.ts'

/** What scripts call their readers. */
const LABELS = `
  [男女](?:[声生]|[一二三12甲乙]|主持[人甲乙12]?)? [男甲A][、&]?[女乙B](?:合|丙丁)? 合 齐声? 众人? 全[体场]? 童声
  [甲乙丙丁戊A-D] 丙丁 主(?:持(?:人?[甲乙丙丁A-D12一二三四]?)?)? [甲乙丙丁A-D]主持人? 领(?:[读诵唱]|誓人?)?
  老?师 生 学生[甲乙丙丁\\d一二三四]? 教师[甲乙一二]? 旁白 画外音? 解说员? 司仪
`
  .trim()
  .split(/\s+/)
  .join('|')
//  男:    (合)    主持人甲(走上臺):
const TURN = new RegExp(`^(?:[(【]?(?:${LABELS})[)】]?(?:\\([^()]{1,10}\\))?::?|[(【](?:${LABELS})[)】])(?:\\*\\* ?)?`)

/** Units of the turn label at the head of a folded line in a script, 0 where there is none: 男: */
export function turnLength(head: string): number {
  if (!(lettersAt(head) & LETTERS.turnStart)) return 0
  return TURN.exec(head)?.[0].length ?? 0
}
