import { type Line, makeLine } from './line.ts'

/**
 * Sites tell their readers which masked names to put back, and glue that to the salutation:
 *
 *     (把“×老師”換成你們的班主任)敬愛的×老師:
 *     ^                        ^
 */
const INSTRUCTION = /^\([^()]{0,40}(?:换成|改成|改为|替换|填上|填写|换为)[^()]{0,40}\)(?=.)/

/** Gives an instruction at the head of a line a line of its own. */
export function splitInstructions(text: string, lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    const length = line.head.startsWith('(') ? (INSTRUCTION.exec(line.head)?.[0].length ?? 0) : 0
    if (length === 0) return [line]
    const border = line.start + length
    return [makeLine(text, line.from, border, line.embedded), makeLine(text, border, line.to, true)]
  })
}

/** Whether a folded line is such an instruction and nothing else. */
export function isInstruction(head: string): boolean {
  return INSTRUCTION.test(`${head} `)
}
