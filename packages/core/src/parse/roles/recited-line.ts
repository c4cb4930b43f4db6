import { type Line, lengthOf } from '../line.ts'

/** A recited line has one clause of at most so many units. */
export const RECITED_LIMIT = 30

/** 我宣誓:以仁愛之心, */
const PLEDGE = /^我们?(?:宣誓|承诺|保证|倡议|郑重承诺|庄严宣誓|庄严承诺):/

/** Whether a line can be recited; 我承諾: alone can only be where lines are recited above it. */
export function isRecited(line: Line, isBelow = false): boolean {
  if (lengthOf(line) > RECITED_LIMIT || line.turn > 0 || line.isStage) return false
  const said = line.head.replace(PLEDGE, '')
  return said === '' ? isBelow : !/[:“”]|^好[,的了]|请坐|掌声/.test(said)
}
