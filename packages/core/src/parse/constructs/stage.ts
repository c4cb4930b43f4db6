const DIRECTION =
  /^\((?:[^()]{0,12}(?:掌声|鼓掌|鞠躬|敬礼|笑声|欢呼|宣读|报告完|稍停|停顿|激情|语速|音乐|奏|唱|起立|默哀|升旗|入场|退场|上台|下台|举杯|碰杯|握拳|举右手|颁奖|合影|播放|致意|放缓|高昂|深情|响起|热烈|齐声|全体|转身|挥手|停)[^()]{0,16})\)[。.]?$/

/** Whether a folded line is nothing but a stage direction: (掌聲) (宣讀完畢) */
export function isStage(head: string): boolean {
  return DIRECTION.test(head) || /^…{1,4}$/.test(head)
}

/** Whether a folded line is a short remark in brackets, which a speech may hold where it stands. */
export function isBracketed(head: string): boolean {
  return /^\([^()]{1,30}\)$/.test(head)
}
